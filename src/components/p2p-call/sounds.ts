import { isInCall } from '../../core/state/phase.js';
import type { CallView } from '../shared/call-context.js';
import { playTones, type Tone, type Voice } from '../shared/tones.js';
import { type Sound, soundOf } from './sound-of.js';

// Upwards who comes, downwards who goes; short, and soft enough to talk over. The tones are those of C major.
const tunes: Readonly<Record<Sound, readonly Tone[]>> = {
  join: [
    { hertz: 523.25, atMs: 0, lengthMs: 180 },
    { hertz: 783.99, atMs: 110, lengthMs: 320 },
  ],
  leave: [
    { hertz: 783.99, atMs: 0, lengthMs: 180 },
    { hertz: 523.25, atMs: 110, lengthMs: 320 },
  ],
  hand: [
    { hertz: 659.25, atMs: 0, lengthMs: 160 },
    { hertz: 880, atMs: 90, lengthMs: 160 },
    { hertz: 1046.5, atMs: 180, lengthMs: 300 },
  ],
  message: [{ hertz: 987.77, atMs: 0, lengthMs: 240 }],
};

/** Well below a voice. */
const voice: Voice = { type: 'sine', peak: 0.09 };
/** The longest tune, and a device that takes its time to begin. */
const restMs = 3_000;
/** Whoever comes is seen first: to wake the device takes the time in which a connection is made. */
const joinDelayMs = 400;
/** Two sounds that follow each other more closely are one. */
const apartMs = 400;

/** Chromium's way to another speaker (W3C Audio Output Devices section 4). */
type ContextWithSink = AudioContext & { setSinkId?: (id: string) => Promise<void> };

/** Plays a tune, through a speaker by its id or the one that the system has. Silent where the browser wants a click first. */
export function playSound(sound: Sound, speakerId?: string): void {
  // Before the first click a context would only complain in the console.
  if (typeof AudioContext === 'undefined' || navigator.userActivation?.hasBeenActive === false) return;
  const context: ContextWithSink = new AudioContext();
  // Gone, or not to be used from here: then through the one that the system has.
  if (speakerId) context.setSinkId?.(speakerId).catch(() => undefined);
  playTones(context.destination, tunes[sound], voice);
  // Then the device rests. By a timer, as a context that finds no device never gets to the end of a tone.
  setTimeout(() => void context.close(), restMs);
}

/** Has a call make its sounds from now on, where it is to make any. */
export function playSounds(view: CallView, play: typeof playSound = playSound): () => void {
  let known = view.state;
  let soundsAtMs = -Infinity;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const unsubscribe = view.subscribe(() => {
    const { state } = view;
    const sound = state.settings.sounds ? soundOf(known, state) : undefined;
    known = state;
    const delayMs = sound === 'join' ? joinDelayMs : 0;
    const atMs = performance.now() + delayMs;
    if (!sound || atMs - soundsAtMs < apartMs) return;
    soundsAtMs = atMs;
    if (delayMs === 0) return play(sound, state.settings.deviceIds.speaker);
    waiting = setTimeout(() => {
      const { call, settings } = view.state;
      if (settings.sounds && isInCall(call.phase)) play(sound, settings.deviceIds.speaker);
    }, delayMs);
  });
  return () => {
    clearTimeout(waiting);
    unsubscribe();
  };
}
