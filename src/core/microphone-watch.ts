import { voiceLevel } from './active-speaker.js';

/** Below this level a microphone is dead: less than the smallest step of a 16-bit sample. A quiet room is far above it. */
export const deadBelowLevel = 1e-5;
/** A microphone needs a moment to start, and a call a moment to be believed. */
const silentAfterMs = 6_000;
/** So much voice in all, in words apart or together, is talking. */
const talkingAfterMs = 500;
/** Voice is forgotten so many times slower than it adds up: a cough never becomes talk. */
const forgetting = 1 / 8;
/** What was noticed is said for so long after the last word. */
const noticedForMs = 4_000;

/** What is remembered of the own microphone. */
export interface MicrophoneWatch {
  readonly atMs: number;
  /** Since when nothing has come out of it while on. */
  readonly nothingSinceMs: number | undefined;
  readonly loudMs: number;
  readonly loudAtMs: number;
  readonly silent: boolean;
  readonly talkingWhileMuted: boolean;
}

export const unwatched: MicrophoneWatch = {
  atMs: Infinity,
  nothingSinceMs: undefined,
  loudMs: 0,
  loudAtMs: -Infinity,
  silent: false,
  talkingWhileMuted: false,
};

/** Takes the level of the own microphone at a moment, 0 to 1; undefined where it is not measured. */
export function watchMicrophone(
  before: MicrophoneWatch,
  level: number | undefined,
  isOn: boolean,
  nowMs: number,
): MicrophoneWatch {
  if (level === undefined) return { ...unwatched, atMs: nowMs };
  // A page in the background is asked less often: one measurement never counts for more than a little while.
  const passedMs = Math.max(0, Math.min(nowMs - before.atMs, 250));
  if (isOn) {
    const nothingSinceMs = level < deadBelowLevel ? (before.nothingSinceMs ?? nowMs) : undefined;
    const silent = nothingSinceMs !== undefined && nowMs - nothingSinceMs >= silentAfterMs;
    return { ...unwatched, atMs: nowMs, nothingSinceMs, silent };
  }
  const isLoud = level >= voiceLevel;
  const loudMs = Math.max(0, before.loudMs + passedMs * (isLoud ? 1 : -forgetting));
  const loudAtMs = isLoud ? nowMs : before.loudAtMs;
  const talkingWhileMuted = loudMs >= talkingAfterMs || (before.talkingWhileMuted && nowMs - loudAtMs < noticedForMs);
  return { ...unwatched, atMs: nowMs, loudMs: Math.min(loudMs, talkingAfterMs), loudAtMs, talkingWhileMuted };
}
