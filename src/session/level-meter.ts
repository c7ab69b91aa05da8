import type { Meter } from './ports.js';

/** 21 ms at 48 kHz: a syllable is longer. */
const windowLength = 1024;

let context: AudioContext | undefined;
let metersOpen = 0;

/**
 * Measures a track of sound. A page that captures may start an audio context without a click, in Chromium, Firefox and Safari
 * alike; where it does not run, nothing is measured and nothing is said. All meters of a page share one context.
 */
export function openMeter(track: MediaStreamTrack): Meter {
  if (typeof AudioContext === 'undefined') return { level: () => undefined, close: () => undefined };
  context ??= new AudioContext();
  metersOpen += 1;
  const running = context;
  const source = running.createMediaStreamSource(new MediaStream([track]));
  const analyser = running.createAnalyser();
  analyser.fftSize = windowLength;
  source.connect(analyser);
  const samples = new Float32Array(windowLength);
  let isOpen = true;
  return {
    level() {
      if (running.state !== 'running') return undefined;
      analyser.getFloatTimeDomainData(samples);
      return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / windowLength);
    },
    close() {
      if (!isOpen) return;
      isOpen = false;
      source.disconnect();
      metersOpen -= 1;
      if (metersOpen > 0) return;
      // What the system's sound is for is free again: on phones an open context keeps the speaker's mode.
      void running.close();
      context = undefined;
    },
  };
}
