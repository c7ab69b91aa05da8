import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ChatMessage,
  countUnread,
  createMessage,
  firstFitting,
  mergeMessages,
  messagesAfter,
  messagesOfOthers,
  newMessages,
  nextOrder,
} from '../../../src/core/chat.js';
import { limits } from '../../../src/protocol/limits.js';
import type { ChatItem } from '../../../src/protocol/channel-message.js';

function anItem(overrides: Partial<ChatItem> = {}): ChatItem {
  return { seq: 1, order: 1, text: 'Hello', sentAt: 1_000, ...overrides };
}

interface Place {
  from?: string;
  to?: string;
  log?: readonly ChatMessage[];
}

function aMessage(overrides: Partial<ChatItem> = {}, { from = 'bo', to, log = [] }: Place = {}): ChatMessage {
  return createMessage(anItem(overrides), { from, name: from, to, past: false, log });
}

function ids(messages: readonly ChatMessage[]): string {
  return messages.map(({ id }) => id).join(' ');
}

describe('createMessage', () => {
  it('names a message by its author and number, the same for everyone', () => {
    expect(aMessage({ seq: 7 })).toMatchObject({ id: 'bo.7', from: 'bo', text: 'Hello', pending: false });
  });

  it('lets nobody put all that follows behind a message from nowhere', () => {
    const log = mergeMessages([], [aMessage({ order: 5 })]);
    expect(aMessage({ seq: 2, order: limits.count }, { log }).order).toBe(6);
    expect(aMessage({ seq: 2, order: 400 }, { log }).order).toBe(400);
  });
});

describe('mergeMessages', () => {
  const cases: { name: string; log: ChatMessage[]; news: ChatMessage[]; merged: string }[] = [
    { name: 'appends what is new', log: [aMessage()], news: [aMessage({ seq: 2, order: 2 })], merged: 'bo.1 bo.2' },
    {
      name: 'puts a reply behind its question, whichever comes first',
      log: [aMessage({ order: 2 }, { from: 'ada' })],
      news: [aMessage({ order: 1 }, { from: 'cy' })],
      merged: 'cy.1 ada.1',
    },
    {
      name: 'has one order for what was written at the same time',
      log: [aMessage({ order: 3 }, { from: 'cy' })],
      news: [aMessage({ order: 3 }, { from: 'ada' }), aMessage({ seq: 2, order: 3 }, { from: 'ada' })],
      merged: 'ada.1 ada.2 cy.1',
    },
    { name: 'has nothing twice', log: [aMessage()], news: [aMessage(), aMessage()], merged: 'bo.1' },
    { name: 'leaves out what is empty', log: [], news: [aMessage({ text: '' })], merged: '' },
  ];
  for (const { name, log, news, merged } of cases) {
    it(name, () => expect(ids(mergeMessages(log, news))).toBe(merged));
  }

  it('keeps the text that was known first under an id', () => {
    const log = [aMessage()];
    expect(mergeMessages(log, [aMessage({ text: 'Changed' })])).toBe(log);
  });

  it('keeps the newest up to the limit, and does not take old ones in again', () => {
    const log = mergeMessages(
      [],
      [1, 2, 3, 4].map((seq) => aMessage({ seq, order: seq })),
      3,
    );
    expect(ids(log)).toBe('bo.2 bo.3 bo.4');
    expect(mergeMessages(log, [aMessage({ seq: 1, order: 1 })], 3)).toBe(log);
  });

  it('gives the same log in whatever order and company messages come (C3)', () => {
    const message = fc
      .tuple(fc.constantFrom('ada', 'bo', 'cy'), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }))
      .map(([from, seq, order]) => aMessage({ seq, order }, { from }));
    fc.assert(
      fc.property(
        fc
          .uniqueArray(message, { selector: ({ id }) => id })
          .chain((all) =>
            fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }), fc.nat(all.length)),
          ),
        ([all, shuffled, cut]) => {
          const whole = mergeMessages([], all);
          const late = mergeMessages(mergeMessages([], shuffled.slice(cut)), shuffled);
          expect(ids(late)).toBe(ids(whole));
        },
      ),
    );
  });
});

describe('nextOrder', () => {
  it('is above everything that was read (C3)', () => {
    expect(nextOrder([])).toBe(1);
    expect(nextOrder(mergeMessages([], [aMessage({ order: 9 }), aMessage({ seq: 2, order: 4 })]))).toBe(10);
  });

  it('never leaves what the others take, however far a peer has gone', () => {
    const last = Object.freeze({ ...aMessage(), order: limits.count });
    expect(nextOrder([last])).toBe(limits.count);
  });
});

describe('newMessages', () => {
  it('are those that were not there, wherever they stand now', () => {
    const log = mergeMessages([], [aMessage({ order: 2 })]);
    const next = mergeMessages(log, [aMessage({ order: 1 }, { from: 'cy' }), aMessage({ seq: 2, order: 3 })]);
    expect(ids(newMessages(log, next))).toBe('cy.1 bo.2');
    expect(newMessages(next, next)).toEqual([]);
  });
});

describe('countUnread', () => {
  const [first, second, own] = [aMessage(), aMessage({ seq: 2, order: 2 }), aMessage({ order: 3 }, { from: 'me' })];
  const cases: [string, number, ChatMessage[], ChatMessage[], number][] = [
    ['counts what others wrote', 0, [], [first, second], 2],
    ['adds to what was unread', 1, [first], [first, second], 2],
    ['does not count the own', 0, [first], [first, own], 0],
    ['stays where nothing came', 3, [first, second, own], [first, second, own], 3],
    ['is never more than there is', 2, [first, second], [second, own, aMessage({ seq: 3, order: 4 })], 3],
  ];
  for (const [name, unread, before, after, expected] of cases) {
    it(name, () => expect(countUnread(unread, before, after, 'me')).toBe(expected));
  }
});

describe('messagesAfter', () => {
  const log = mergeMessages(
    [],
    [
      aMessage({ seq: 1, order: 1 }),
      aMessage({ seq: 2, order: 2 }, { to: 'cy' }),
      aMessage({ seq: 3, order: 3 }, { to: 'dee' }),
      aMessage({ seq: 4, order: 4 }),
      aMessage({ seq: 1, order: 5 }, { from: 'ada' }),
    ],
  );
  it('are what the author wrote to the reader or to everyone, and the reader has not (C2, C6)', () => {
    expect(ids(messagesAfter(log, 'bo', 'cy', 0))).toBe('bo.1 bo.2 bo.4');
    expect(ids(messagesAfter(log, 'bo', 'cy', 2))).toBe('bo.4');
    expect(ids(messagesAfter(log, 'bo', 'eve', 0))).toBe('bo.1 bo.4');
  });
});

describe('messagesOfOthers', () => {
  it('are those of the departed, to everyone (C5, C6)', () => {
    const log = mergeMessages(
      [],
      [
        aMessage({}, { from: 'gone' }),
        aMessage({ seq: 2, order: 2 }, { from: 'gone', to: 'me' }),
        aMessage({}, { from: 'bo' }),
      ],
    );
    expect(ids(messagesOfOthers(log, new Set(['me', 'bo'])))).toBe('gone.1');
  });
});

describe('firstFitting', () => {
  const items = [anItem({ seq: 1 }), anItem({ seq: 2 }), anItem({ seq: 3 })];
  const one = JSON.stringify(anItem()).length + 1;
  it('takes as many as fit', () => {
    expect(firstFitting(items, 3 * one)).toHaveLength(3);
    expect(firstFitting(items, 3 * one - 1)).toHaveLength(2);
    expect(firstFitting([], 10)).toEqual([]);
  });

  it('takes one that is too long by itself: it is its limit that keeps it short', () => {
    expect(firstFitting(items, 1)).toHaveLength(1);
  });
});
