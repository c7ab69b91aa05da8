import type { CallState } from '../../core/state/call-state.js';
import { selectHands } from '../../core/hands.js';
import { type Participant, selectParticipants } from '../../core/participant.js';

/** One line of the list of people. */
export interface RosterEntry {
  readonly participant: Participant;
  /** Place among the raised hands, from 1; undefined while the hand is down. */
  readonly hand: number | undefined;
}

/** Everyone in the call: raised hands in the order in which they went up, then the self, then the others as they joined. */
export function orderRoster(state: CallState): readonly RosterEntry[] {
  const hands = selectHands(state);
  const entries = selectParticipants(state).map((participant) => {
    const place = hands.indexOf(participant.id);
    return { participant, hand: place < 0 ? undefined : place + 1 };
  });
  const last = entries.length + 1;
  return entries.sort((a, b) => (a.hand ?? last) - (b.hand ?? last));
}
