import { describe, expect, it } from 'vitest';
import { groupMessages } from '../../../src/components/p2p-chat/group-messages.js';
import type { ChatMessage } from '../../../src/core/chat.js';
import { aMessage } from '../../fakes/builders.js';

let seq = 0;
function wrote(from: string, minutes: number, to?: string): ChatMessage {
  seq += 1;
  return aMessage({ seq, from, to, sentAt: minutes * 60_000 });
}

describe('groupMessages', () => {
  const cases: [string, ChatMessage[], number[]][] = [
    ['has none of nothing', [], []],
    ['puts together what one author writes', [wrote('bo', 0), wrote('bo', 1), wrote('cy', 1)], [2, 1]],
    ['begins anew when time has passed', [wrote('bo', 0), wrote('bo', 4), wrote('bo', 5)], [2, 1]],
    ['keeps apart what is not for everyone', [wrote('bo', 0), wrote('bo', 0, 'me'), wrote('bo', 0)], [1, 1, 1]],
  ];
  for (const [name, log, sizes] of cases) {
    it(name, () => expect(groupMessages(log).map((group) => group.length)).toEqual(sizes));
  }
});
