import type { CallState } from './state/call-state.js';
import type { RemoteParticipant } from './state/people.js';
import type { Self } from './state/self.js';

/** No clock is further ahead than the last time zone; a hand from beyond that is no honest one, and nobody queues behind it. */
const aheadMs = 26 * 60 * 60 * 1_000;

/** When a hand that goes up now counts as raised: after every hand that is up already, whatever the clocks say. */
export function nextHandAt({ self, people }: CallState, nowMs: number): number {
  const raised = [self, ...people.list].map(({ handAt }) => handAt ?? 0).filter((handAt) => handAt < nowMs + aheadMs);
  return Math.max(nowMs, ...raised.map((handAt) => handAt + 1));
}

/** The ids of those whose hands are up, the first to be raised first. */
export function selectHands({ self, people }: CallState): readonly string[] {
  return [self, ...people.list]
    .filter(({ id, handAt }) => id !== undefined && handAt !== undefined)
    .sort((a, b) => at(a) - at(b) || a.joinedAt - b.joinedAt)
    .map(({ id }) => id ?? '');
}

function at({ handAt }: Self | RemoteParticipant): number {
  return handAt ?? 0;
}
