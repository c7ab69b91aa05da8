import type { Meter } from './ports.js';

/** 21 ms at 48 kHz: a syllable is longer. */
const windowLength = 1024;

let context: AudioContext | undefined;
let metersOpen = 0;

/**
 * Measures a track of sound. A page that captures may start an audio context without a click, in Chromium, Firefox and Safari
 * alike; where the context does not run, the level is undefined. All meters of a page share one context.
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
      // Close the context: on phones an open one keeps the speaker in the mode for calls.
      void running.close();
      context = undefined;
    },
  };
}
