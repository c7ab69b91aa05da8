import type { CallState } from '../../core/state/call-state.js';
import { selectHands } from '../../core/hands.js';
import { type Participant, selectParticipants } from '../../core/participant.js';

/** One line of the list of people. */
export interface RosterEntry {
  readonly participant: Participant;
  /** The place among the raised hands, from 1; undefined while the hand is down. */
  readonly hand: number | undefined;
}

/** All participants: those with raised hands in order of raising, then the self, then the others in order of joining. */
export function orderRoster(state: CallState): readonly RosterEntry[] {
  const hands = selectHands(state);
  const entries = selectParticipants(state).map((participant) => {
    const place = hands.indexOf(participant.id);
    return { participant, hand: place < 0 ? undefined : place + 1 };
  });
  const last = entries.length + 1;
  return entries.sort((a, b) => (a.hand ?? last) - (b.hand ?? last));
}
