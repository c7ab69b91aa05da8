/** One tone of a tune. */
export interface Tone {
  readonly hertz: number;
  /** When it begins, after the tune does. */
  readonly atMs: number;
  readonly lengthMs: number;
}

/** How the tones of a tune sound. */
export interface Voice {
  readonly type: OscillatorType;
  /** Loudest, of 1. */
  readonly peak: number;
}

/** From silence to loudest; faster would click. */
const attackMs = 12;
/** An exponential ramp cannot end at 0. */
const silence = 0.0001;

/** Starts a tune at `output`: each tone swells at once and fades over its length. */
export function playTones(output: AudioNode, tones: readonly Tone[], { type, peak }: Voice): void {
  const { context } = output;
  for (const { hertz, atMs, lengthMs } of tones) {
    const begin = context.currentTime + atMs / 1_000;
    const end = begin + lengthMs / 1_000;
    const tone = new OscillatorNode(context, { type, frequency: hertz });
    const volume = new GainNode(context, { gain: 0 });
    volume.gain.setValueAtTime(0, begin);
    volume.gain.linearRampToValueAtTime(peak, begin + attackMs / 1_000);
    volume.gain.exponentialRampToValueAtTime(silence, end);
    tone.connect(volume).connect(output);
    tone.start(begin);
    tone.stop(end);
  }
}
