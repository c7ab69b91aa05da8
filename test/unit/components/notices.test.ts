import { describe, expect, it } from 'vitest';
import { noticesOf } from '../../../src/components/p2p-status/notices.js';
import type { SourceState } from '../../../src/core/source.js';
import type { Fact } from '../../../src/core/fact.js';
import { after, inCall } from '../core/support.js';

const microphone = (state: SourceState): Fact => ({ type: 'source-changed', source: 'microphone', state, by: 'user' });
const judged = (changes: object): Fact => ({
  type: 'microphone-judged',
  dead: false,
  talkingWhileMuted: false,
  ...changes,
});

describe('noticesOf', () => {
  const rules: Record<string, [readonly Fact[], readonly string[]]> = {
    'has nothing to say of what is as it should be': [[microphone('on'), judged({})], []],
    'says that nobody hears a microphone that is on': [[microphone('on'), judged({ dead: true })], ['silent']],
    'says nothing of the silence of one that is off': [[microphone('off'), judged({ dead: true })], []],
    'says that nobody hears who talks': [[microphone('off'), judged({ talkingWhileMuted: true })], ['talking']],
    'says nothing of talk that is heard': [[microphone('on'), judged({ talkingWhileMuted: true })], []],
    'says that the system holds the microphone back': [[microphone('paused')], ['paused']],
    'says that nobody is heard': [[{ type: 'deafened-changed', deafened: true }], ['deafened']],
    'says nothing after the call': [[microphone('paused'), { type: 'left', reason: 'left' }], []],
  };
  for (const [rule, [facts, notices]] of Object.entries(rules)) {
    it(rule, () => expect(noticesOf(after(facts, inCall()))).toEqual(notices));
  }
});
