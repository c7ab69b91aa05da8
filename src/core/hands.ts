import type { CallState } from './state/call-state.js';
import type { RemoteParticipant } from './state/people.js';
import type { Self } from './state/self.js';

/** Time zones put a clock at most this far ahead. A hand that is further ahead is not honest, and no other hand waits behind it. */
const aheadMs = 26 * 60 * 60 * 1_000;

/** The time at which a hand that is raised now counts as raised: after all hands that are up, whatever the clocks say. */
export function nextHandAt({ self, people }: CallState, nowMs: number): number {
  const raised = [self, ...people.list].map(({ handAt }) => handAt ?? 0).filter((handAt) => handAt < nowMs + aheadMs);
  return Math.max(nowMs, ...raised.map((handAt) => handAt + 1));
}

/** The ids of those whose hands are up, in the order of raising. */
export function selectHands({ self, people }: CallState): readonly string[] {
  return [self, ...people.list]
    .filter(({ id, handAt }) => id !== undefined && handAt !== undefined)
    .sort((a, b) => at(a) - at(b) || a.joinedAt - b.joinedAt)
    .map(({ id }) => id ?? '');
}

function at({ handAt }: Self | RemoteParticipant): number {
  return handAt ?? 0;
}
