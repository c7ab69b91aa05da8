import { isInCall } from '../../core/state/phase.js';
import type { CallView } from '../shared/call-context.js';
import { playTones, type Tone, type Voice } from '../shared/tones.js';
import { type Sound, soundOf } from './sound-of.js';

// The tune for joining rises, the one for leaving falls. Both are short and soft enough to talk over, in C major.
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

/** Much quieter than a voice. */
const voice: Voice = { type: 'sine', peak: 0.09 };
/** The length of the longest tune, plus the time that a slow device takes to start. */
const restMs = 3_000;
/** Waking the sound device would delay the connection to a new participant, so the sound comes after the picture. */
const joinDelayMs = 400;
/** Two sounds within this time are played as one. */
const apartMs = 400;

/** Chromium's way to choose a speaker (W3C Audio Output Devices section 4). */
type ContextWithSink = AudioContext & { setSinkId?: (id: string) => Promise<void> };

/** Plays a tune through a speaker by its id, or through the system's default. Plays nothing if the browser requires a click first. */
export function playSound(sound: Sound, speakerId?: string): void {
  // Before the first click, an audio context would only log a warning.
  if (typeof AudioContext === 'undefined' || navigator.userActivation?.hasBeenActive === false) return;
  const context: ContextWithSink = new AudioContext();
  // If the speaker is gone or not permitted, the system's default plays the tune.
  if (speakerId) context.setSinkId?.(speakerId).catch(() => undefined);
  playTones(context.destination, tunes[sound], voice);
  // Closing the context lets the device rest. A timer does it, because without a device a tone never fires its end.
  setTimeout(() => void context.close(), restMs);
}

/** Plays the sounds of a call from now on, if sounds are on. */
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
