import { voiceLevel } from './active-speaker.js';

/** Below this level a microphone is dead: less than the smallest step of a 16-bit sample. A quiet room is far above it. */
export const deadBelowLevel = 1e-5;
/** A microphone is reported as dead after this long, as it needs a moment to start. */
const deadAfterMs = 6_000;
/** This much voice in all, in one piece or in several words, counts as talking. */
const talkingAfterMs = 500;
/** Silence takes away this part of what the same time of voice adds, so that single coughs never become talking. */
const forgetting = 1 / 8;
/** Talking while muted is reported for this long after the last word. */
const noticedForMs = 4_000;

/** What is known of the self's microphone. */
export interface MicrophoneWatch {
  readonly atMs: number;
  /** Since when no sound at all has come from it while it is on. */
  readonly soundlessSinceMs: number | undefined;
  readonly loudMs: number;
  readonly loudAtMs: number;
  readonly dead: boolean;
  readonly talkingWhileMuted: boolean;
}

export const unwatched: MicrophoneWatch = {
  atMs: Infinity,
  soundlessSinceMs: undefined,
  loudMs: 0,
  loudAtMs: -Infinity,
  dead: false,
  talkingWhileMuted: false,
};

/** Takes the level of the self's microphone at one moment into account: 0 to 1, or undefined when it is not measured. */
export function watchMicrophone(
  before: MicrophoneWatch,
  level: number | undefined,
  isOn: boolean,
  nowMs: number,
): MicrophoneWatch {
  if (level === undefined) return { ...unwatched, atMs: nowMs };
  // A page in the background measures less often, so one measurement never counts for longer than this.
  const passedMs = Math.max(0, Math.min(nowMs - before.atMs, 250));
  if (isOn) {
    const soundlessSinceMs = level < deadBelowLevel ? (before.soundlessSinceMs ?? nowMs) : undefined;
    const dead = soundlessSinceMs !== undefined && nowMs - soundlessSinceMs >= deadAfterMs;
    return { ...unwatched, atMs: nowMs, soundlessSinceMs, dead };
  }
  const isLoud = level >= voiceLevel;
  const loudMs = Math.max(0, before.loudMs + passedMs * (isLoud ? 1 : -forgetting));
  const loudAtMs = isLoud ? nowMs : before.loudAtMs;
  const talkingWhileMuted = loudMs >= talkingAfterMs || (before.talkingWhileMuted && nowMs - loudAtMs < noticedForMs);
  return { ...unwatched, atMs: nowMs, loudMs: Math.min(loudMs, talkingAfterMs), loudAtMs, talkingWhileMuted };
}
