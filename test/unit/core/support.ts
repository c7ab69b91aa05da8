import type { Member } from '../../../src/protocol/member.js';
import { type CallState, initialState } from '../../../src/core/state/call-state.js';
import type { Fact } from '../../../src/core/fact.js';
import { reduce } from '../../../src/core/state/reduce.js';
import { aMember } from '../../fakes/builders.js';

export const me: Member = aMember({ id: 'ada', name: 'Ada', role: 'host', joinedAt: 1 });

export function after(facts: readonly Fact[], state: CallState = initialState): CallState {
  return facts.reduce(reduce, state);
}

export const opened: Fact = { type: 'opened', room: 'standup', name: 'Ada', metadata: {}, audioOnly: false };

export const opening: readonly Fact[] = [opened, { type: 'join-started' }];

/** A call that has just been joined, with the members given besides the self. */
export function inCall(...others: Member[]): CallState {
  return after([...opening, { type: 'welcomed', id: me.id, members: [me, ...others], kept: [] }]);
}
