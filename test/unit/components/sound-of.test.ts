import { describe, expect, it } from 'vitest';
import { soundOf } from '../../../src/components/p2p-call/sound-of.js';
import { type CallState, initialState } from '../../../src/core/state/call-state.js';
import type { Fact } from '../../../src/core/fact.js';
import { reduce } from '../../../src/core/state/reduce.js';
import { aMessage, aQuietPresence, presenceOf, written } from '../../fakes/builders.js';
import { joinedFacts, member, prejoinFacts } from '../../fakes/fake-call-view.js';

function after(state: CallState, ...facts: readonly Fact[]): CallState {
  return facts.reduce(reduce, state);
}

const prejoin = after(initialState, ...prejoinFacts());
const withBo = after(initialState, ...joinedFacts(['bo']));
const cyComes: Fact = { type: 'member-seen', member: member('cy', { joinedAt: 9 }) };
const boLeaves: Fact = { type: 'member-left', id: 'bo', reason: 'left' };
const quiet = presenceOf('bo', aQuietPresence());
const handUp = presenceOf('bo', aQuietPresence({ handAt: 5 }));

function wrote(from: string, past = false): Fact {
  return written(aMessage({ from, past }));
}

describe('soundOf', () => {
  const cases: [string, CallState, Fact[], string | undefined][] = [
    ['has one for who comes', withBo, [cyComes], 'join'],
    ['has one for who goes', withBo, [boLeaves], 'leave'],
    ['has one for a hand that goes up', withBo, [handUp], 'hand'],
    ['has none for a hand that goes down', after(withBo, handUp), [quiet], undefined],
    ['has one for what another writes', withBo, [wrote('bo')], 'message'],
    ['has none for what the self writes', withBo, [wrote('self')], undefined],
    ['has none for what was written before', withBo, [wrote('bo', true)], undefined],
    ['has none while the chat is open', withBo, [{ type: 'panel-changed', panel: 'chat' }, wrote('bo')], undefined],
    ['has the most important of several', withBo, [wrote('bo'), handUp, cyComes], 'join'],
    ['has none for the own way in', prejoin, joinedFacts(['bo']), undefined],
    ['has none for the own way out', withBo, [{ type: 'left', reason: 'left' }], undefined],
    ['has none for a microphone', withBo, [quiet], undefined],
  ];
  for (const [name, state, facts, sound] of cases) {
    it(name, () => expect(soundOf(state, after(state, ...facts))).toBe(sound));
  }
});
