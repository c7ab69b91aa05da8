import { describe, expect, it } from 'vitest';
import { groupMessages } from '../../../src/components/p2p-chat/group-messages.js';
import { type ChatMessage, createMessage } from '../../../src/core/chat.js';

let seq = 0;
function aMessage(from: string, minutes: number, to?: string): ChatMessage {
  seq += 1;
  const item = { seq, order: seq, text: `${seq}`, sentAt: minutes * 60_000 };
  return createMessage(item, { from, name: from, to, past: false, log: [] });
}

describe('groupMessages', () => {
  const cases: [string, ChatMessage[], number[]][] = [
    ['has none of nothing', [], []],
    ['puts together what one author writes', [aMessage('bo', 0), aMessage('bo', 1), aMessage('cy', 1)], [2, 1]],
    ['begins anew when time has passed', [aMessage('bo', 0), aMessage('bo', 4), aMessage('bo', 5)], [2, 1]],
    [
      'keeps apart what is not for everyone',
      [aMessage('bo', 0), aMessage('bo', 0, 'me'), aMessage('bo', 0)],
      [1, 1, 1],
    ],
  ];
  for (const [name, log, sizes] of cases) {
    it(name, () => expect(groupMessages(log).map((group) => group.length)).toEqual(sizes));
  }
});
