import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChatMessage } from '../../../src/core/chat.js';
import {
  type ChatAction,
  type ChatContext,
  type ChatEvent,
  type ChatSync,
  nothingSynced,
  stepChat,
} from '../../../src/core/chat-sync.js';
import { aMessage } from '../../fakes/builders.js';

const wrote = (seq: number, changes: Partial<ChatMessage> = {}): ChatMessage =>
  aMessage({ seq, from: 'ada', name: 'Ada', text: `text ${seq}`, sentAt: seq, pending: true, ...changes });

function contextOf(log: readonly ChatMessage[] = [], ids: readonly string[] = ['bo', 'cy']): ChatContext {
  const people = ids.map((id) => ({ id, name: id, joinedAt: 2, link: 'connected' as const }));
  return { selfId: 'ada', joinedAt: 1, log, people, nowMs: 0 };
}

const opened = (id: string): ChatEvent => ({ type: 'opened', id });
const known = (from: string, seq: number, ask = false): ChatEvent => ({
  type: 'received',
  from,
  message: { type: 'chat-known', seq, ...(ask && { ask }) },
});

/** What the last of several events brings about. */
function after(context: ChatContext, ...events: ChatEvent[]): { sync: ChatSync; actions: readonly ChatAction[] } {
  let sync = nothingSynced;
  let actions: readonly ChatAction[] = [];
  for (const event of events) [sync, actions] = stepChat(sync, event, context);
  return { sync, actions };
}

const sent = (actions: readonly ChatAction[]): unknown[] =>
  actions.flatMap((action) => (action.type === 'send' ? [{ to: action.to, ...action.message }] : []));

describe('stepChat', () => {
  it('asks a peer for what it wrote, and the first one also for what the departed wrote (C2, C5)', () => {
    const { actions } = after(contextOf(), opened('bo'));
    expect(sent(actions)).toEqual([{ to: 'bo', type: 'chat-known', seq: 0, ask: true, past: true }]);
    expect(actions).toContainEqual({ type: 'wait-past' });
    const second = after(contextOf(), opened('bo'), opened('cy')).actions;
    expect(sent(second)).toEqual([{ to: 'cy', type: 'chat-known', seq: 0, ask: true }]);
  });

  it('asks another for the past where the one who was asked is gone or does not answer (C5)', () => {
    for (const event of [{ type: 'gone', id: 'bo' }, { type: 'past-unanswered' }] as const) {
      const { actions } = after(contextOf(), opened('bo'), opened('cy'), event);
      expect(sent(actions)).toEqual([{ to: 'cy', type: 'chat-known', seq: 0, ask: true, past: true }]);
    }
  });

  it('sends nothing to a peer that has not said what it has (C2)', () => {
    const { actions } = after(contextOf([wrote(1)]), opened('bo'), { type: 'changed' });
    expect(sent(actions)).toEqual([]);
  });

  it('sends what a peer has not got, with its end, and no more until that is acknowledged (C4)', () => {
    const log = [wrote(1), wrote(2)];
    const first = after(contextOf(log), opened('bo'), known('bo', 1, true));
    expect(sent(first.actions)).toMatchObject([{ to: 'bo', type: 'chat', items: [{ seq: 2 }], end: true }]);
    expect(first.actions).toContainEqual({ type: 'wait', id: 'bo' });
    const [waiting, more] = stepChat(first.sync, { type: 'changed' }, contextOf([...log, wrote(3)]));
    expect(sent(more)).toEqual([]);
    const [, next] = stepChat(waiting, known('bo', 2), contextOf([...log, wrote(3)]));
    expect(sent(next)).toMatchObject([{ items: [{ seq: 3 }] }]);
  });

  it('sends again what was not acknowledged in time', () => {
    const context = contextOf([wrote(1)]);
    const { actions } = after(context, opened('bo'), known('bo', 0, true), { type: 'unanswered', id: 'bo' });
    expect(sent(actions)).toMatchObject([{ to: 'bo', items: [{ seq: 1 }] }]);
  });

  it('owes the end to a peer whose channel had closed', () => {
    const context = contextOf([wrote(1)]);
    const events = [opened('bo'), known('bo', 0, true)];
    const [action] = after(context, ...events).actions.filter(({ type }) => type === 'send');
    if (action?.type !== 'send') throw new Error('Nothing was sent.');
    const { sync } = after(context, ...events, { type: 'unsent', to: 'bo', message: action.message });
    expect(sync.readers.get('bo')).toMatchObject({ owesEnd: true, isWaiting: false });
  });

  it('counts a message as delivered when everyone has it who can be reached', () => {
    const context = contextOf([wrote(1)]);
    const one = after(context, opened('bo'), opened('cy'), known('bo', 1, true));
    expect(one.actions.filter(({ type }) => type === 'delivered')).toEqual([]);
    const [, both] = stepChat(one.sync, known('cy', 1, true), context);
    expect(both).toContainEqual({ type: 'delivered', ids: new Set(['ada.1']) });
  });

  it('takes a message of an author once, in the order of writing (C1)', () => {
    const item = (seq: number) => ({ seq, order: seq, text: `${seq}`, sentAt: 0 });
    const chat = (...seqs: number[]): ChatEvent => ({
      type: 'received',
      from: 'bo',
      message: { type: 'chat', items: seqs.map(item) },
    });
    const added = (actions: readonly ChatAction[]): number[] =>
      actions.flatMap((action) => (action.type === 'add' ? action.messages.map(({ seq }) => seq) : []));
    const first = after(contextOf(), opened('bo'), chat(1, 2));
    expect(added(first.actions)).toEqual([1, 2]);
    expect(sent(first.actions)).toEqual([{ to: 'bo', type: 'chat-known', seq: 2 }]);
    expect(added(stepChat(first.sync, chat(1, 2, 3), contextOf())[1])).toEqual([3]);
  });

  it('never has more than one frame on its way to anybody, and sends nothing unasked (C2, C4)', () => {
    const id = fc.constantFrom('bo', 'cy');
    const event: fc.Arbitrary<ChatEvent> = fc.oneof(
      id.map(opened),
      id.map((one) => ({ type: 'gone' as const, id: one })),
      fc.tuple(id, fc.nat(5), fc.boolean()).map(([one, seq, ask]) => known(one, seq, ask)),
      fc.constantFrom<ChatEvent>({ type: 'changed' }, { type: 'past-unanswered' }),
    );
    const log = [1, 2, 3].map((seq) => wrote(seq));
    fc.assert(
      fc.property(fc.array(event), (events) => {
        let sync = nothingSynced;
        for (const one of events) {
          const before = sync;
          const [next, actions] = stepChat(before, one, contextOf(log));
          sync = next;
          for (const action of actions) {
            if (action.type !== 'send' || action.message.type !== 'chat' || action.message.items.length === 0) continue;
            const reader = next.readers.get(action.to);
            expect([reader?.asked, reader?.isWaiting]).toEqual([true, true]);
            const wasFree = !before.readers.get(action.to)?.isWaiting;
            expect(wasFree || actions.some((other) => other.type === 'stop' && other.id === action.to)).toBe(true);
          }
        }
      }),
    );
  });
});
