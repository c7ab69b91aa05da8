/** A level from here on is a voice: about −34 dB, louder than a keyboard across the table after noise suppression. */
export const voiceLevel = 0.02;
/** Words have pauses: after its last loud moment a voice counts as speaking for this long. */
const pauseMs = 700;
/** A participant becomes the speaker after this long, so that a cough does not. */
const takesOverAfterMs = 400;
/** How long a level is averaged over: about a word. */
const averageMs = 1_000;
/** When two talk at once, the other one becomes the speaker when it has been this many times as loud for `averageMs`. */
const drownsOut = 2;

interface Voice {
  readonly average: number;
  /** Since when it has been speaking, pauses included; undefined while it does not speak. */
  readonly sinceMs: number | undefined;
  readonly loudAtMs: number;
}

/** Who speaks, and who of them is the speaker. */
export interface Speaking {
  readonly atMs: number;
  readonly voices: ReadonlyMap<string, Voice>;
  /** The ids of all who speak now, in the order of the levels given. */
  readonly ids: readonly string[];
  /** The one to show as the speaker: it speaks now, or spoke last. */
  readonly speakerId: string | undefined;
}

export const nobodySpeaks: Speaking = { atMs: 0, voices: new Map(), ids: [], speakerId: undefined };

/**
 * Decides who speaks from the levels of everyone at one moment (0 to 1, by id). The speaker stays the speaker through pauses, until
 * another has spoken for a moment after it or is much louder. `without` never becomes the speaker, though it may speak: it is the
 * self.
 */
export function judgeSpeaking(
  before: Speaking,
  levels: ReadonlyMap<string, number>,
  nowMs: number,
  without?: string,
): Speaking {
  const weight = 1 - Math.exp(-Math.max(0, nowMs - before.atMs) / averageMs);
  const voices = new Map([...levels].map(([id, level]) => [id, listen(before.voices.get(id), level, weight, nowMs)]));
  const ids = [...voices].filter(([, { sinceMs }]) => sinceMs !== undefined).map(([id]) => id);
  const known = before.speakerId !== undefined && voices.has(before.speakerId) ? before.speakerId : undefined;
  const speakerId = ids
    .filter((id) => id !== without)
    .reduce((speaker, id) => (takesOver(id, speaker, voices) ? id : speaker), known);
  return { atMs: nowMs, voices, ids, speakerId };
}

function listen(voice: Voice | undefined, level: number, weight: number, nowMs: number): Voice {
  const average = (voice?.average ?? 0) + (level - (voice?.average ?? 0)) * weight;
  if (level >= voiceLevel) return { average, sinceMs: voice?.sinceMs ?? nowMs, loudAtMs: nowMs };
  const loudAtMs = voice?.loudAtMs ?? -Infinity;
  return { average, sinceMs: nowMs - loudAtMs < pauseMs ? voice?.sinceMs : undefined, loudAtMs };
}

function takesOver(id: string, speakerId: string | undefined, voices: ReadonlyMap<string, Voice>): boolean {
  const voice = voices.get(id);
  if (id === speakerId || voice?.sinceMs === undefined || voice.loudAtMs - voice.sinceMs < takesOverAfterMs)
    return false;
  const speaker = speakerId === undefined ? undefined : voices.get(speakerId);
  if (speaker?.sinceMs === undefined) return true;
  return voice.loudAtMs - voice.sinceMs >= averageMs && voice.average > speaker.average * drownsOut;
}
