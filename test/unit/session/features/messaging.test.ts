import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { chatRate, limits } from '../../../../src/protocol/limits.js';
import { ChatCircle, type Writer, textsOf } from '../../../fakes/chat-circle.js';

let circle = new ChatCircle();
afterEach(() => {
  circle.close();
  circle = new ChatCircle();
});

function say(writer: Writer, text: string, to?: string): void {
  writer.messaging.send(text, to);
  circle.flow();
}

function messagesTold({ events }: Writer): unknown[] {
  return events.filter(({ type }) => type === 'p2p-message').map(({ detail }) => (detail as { text: string }).text);
}

function pendingOf({ store }: Writer): string[] {
  return store.state.chat.messages.filter(({ pending }) => pending).map(({ text }) => text);
}

/** Asserts that the messages of each author to everyone are complete, from the first one on. */
function expectNoGap({ store }: Writer): void {
  const { messages } = store.state.chat;
  for (const author of new Set(messages.map(({ from }) => from))) {
    const numbers = messages.filter(({ from }) => from === author).map(({ seq }) => seq);
    expect(numbers.sort((a, b) => a - b)).toEqual(numbers.map((_, index) => index + 1));
  }
}

describe('a message', () => {
  it('reaches everyone, under one id, with its author', () => {
    const [ada, bo, cy] = ['ada', 'bo', 'cy'].map((id) => circle.join(id)) as [Writer, Writer, Writer];
    const id = ada.messaging.send('Hello');
    circle.flow();
    for (const one of [ada, bo, cy]) {
      expect(one.store.state.chat.messages).toMatchObject([
        { id, from: 'ada', name: 'ada', text: 'Hello', pending: false },
      ]);
      expect(messagesTold(one)).toEqual(['Hello']);
    }
    expect([ada, bo, cy].map(({ store }) => store.state.chat.unread)).toEqual([0, 1, 1]);
  });

  it('for one person reaches nobody else (C6)', () => {
    const [ada, bo, cy] = ['ada', 'bo', 'cy'].map((id) => circle.join(id)) as [Writer, Writer, Writer];
    say(ada, 'Only you', 'bo');
    say(ada, 'All of you');
    expect(textsOf(bo)).toEqual(['Only you', 'All of you']);
    expect(bo.store.state.chat.messages[0]?.to).toBe('bo');
    expect(ada.store.state.chat.messages[0]?.to).toBe('bo');
    expect(textsOf(cy)).toEqual(['All of you']);
    expect(JSON.stringify(cy.received)).not.toContain('Only you');
    expect(pendingOf(ada)).toEqual([]);
  });

  it('of someone alone is there for whoever comes', () => {
    const ada = circle.join('ada');
    say(ada, 'Anyone?');
    expect(pendingOf(ada)).toEqual([]);
    expect(textsOf(circle.join('bo'))).toEqual(['Anyone?']);
  });

  it('that is written in answer to another, at once, is sent', () => {
    const [ada, bo] = [circle.join('ada'), circle.join('bo')];
    let answered = false;
    bo.store.subscribe(() => {
      if (answered || !textsOf(bo).includes('Question')) return;
      answered = true;
      bo.messaging.send('Answer');
    });
    say(ada, 'Question');
    expect(textsOf(ada)).toEqual(['Question', 'Answer']);
    expect(textsOf(bo)).toEqual(['Question', 'Answer']);
    expect(pendingOf(bo)).toEqual([]);
  });

  it('of any number arrives in the order of writing, one frame at a time (C1, C4)', () => {
    const [ada, bo] = [circle.join('ada'), circle.join('bo')];
    const texts = Array.from({ length: 150 }, (_, index) => `Message ${index}`);
    for (const text of texts) ada.messaging.send(text);
    circle.flow();
    expect(textsOf(bo)).toEqual(texts);
    // One frame was on its way; all others waited for its answer and went together.
    expect(bo.received.filter(({ message }) => message.type === 'chat').length).toBeLessThan(5);
  });

  it('is refused where it is none, for nobody, or outside a call', () => {
    const ada = circle.join('ada');
    const tooLong = 'x'.repeat(limits.messageLength + 1);
    for (const wrong of ['', ' \n\u202e', tooLong, 7, null]) {
      expect(() => ada.messaging.send(wrong)).toThrow(expect.objectContaining({ code: 'bad-value' }));
    }
    expect(() => ada.messaging.send('Hello', 'nobody')).toThrow(expect.objectContaining({ code: 'peer-unreachable' }));
    ada.store.apply({ type: 'left', reason: 'left' });
    expect(() => ada.messaging.send('Hello')).toThrow(expect.objectContaining({ code: 'not-joined' }));
  });

  it('is refused when far too many wait', () => {
    const [ada] = [circle.join('ada'), circle.join('bo', false)];
    for (let count = 0; count < 200; count += 1) ada.messaging.send('Hello');
    expect(() => ada.messaging.send('Hello')).toThrow(expect.objectContaining({ code: 'rate-limited' }));
  });
});

describe('a connection that blinks', () => {
  it('loses nothing that was on its way or is written meanwhile, and brings nothing twice (C2)', () => {
    const [ada, bo] = [circle.join('ada'), circle.join('bo')];
    say(ada, 'one');
    ada.messaging.send('two');
    circle.disconnect('ada', 'bo');
    ada.messaging.send('three');
    bo.messaging.send('four');
    expect(pendingOf(ada)).toEqual(['two', 'three']);
    expect(textsOf(bo)).toEqual(['one', 'four']);
    circle.connect('ada', 'bo', false);
    ada.messaging.send('five');
    circle.flow();
    expect(messagesTold(bo)).toEqual(['one', 'four', 'two', 'three', 'five']);
    expect(textsOf(bo)).toEqual(textsOf(ada));
    expect([...pendingOf(ada), ...pendingOf(bo)]).toEqual([]);
    // Messages that had arrived are not sent again.
    expect(JSON.stringify(bo.received).split('"one"')).toHaveLength(2);
  });

  it('that lost only the answer brings nothing twice either (C2)', () => {
    const [ada, bo] = [circle.join('ada'), circle.join('bo')];
    circle.arrives = (message) => message.type !== 'chat-known';
    say(ada, 'one');
    expect(pendingOf(ada)).toEqual(['one']);
    circle.arrives = () => true;
    circle.connect('ada', 'bo');
    expect(pendingOf(ada)).toEqual([]);
    expect(messagesTold(bo)).toEqual(['one']);
  });

  it('that swallows a frame and stands gets it again (C4)', () => {
    const [ada, bo] = [circle.join('ada'), circle.join('bo')];
    circle.arrives = (message) => message.type !== 'chat';
    say(ada, 'one');
    circle.arrives = () => true;
    circle.clock.pass(6_000);
    circle.flow();
    expect(textsOf(bo)).toEqual(['one']);
    expect(pendingOf(ada)).toEqual([]);
  });

  it('does not matter for those who are gone or cannot be reached', () => {
    const ada = circle.join('ada');
    circle.join('bo');
    circle.join('cy', false);
    say(ada, 'one');
    expect(pendingOf(ada)).toEqual(['one']);
    ada.store.apply({ type: 'link-changed', id: 'cy', link: 'failed', path: undefined });
    expect(pendingOf(ada)).toEqual([]);
    circle.disconnect('ada', 'bo');
    say(ada, 'two');
    circle.leave('bo');
    expect(pendingOf(ada)).toEqual([]);
  });

  it('leaves no gap at any moment, and in the end everyone has the same order (C1, C3)', () => {
    const step = fc.oneof(
      fc.record({ who: fc.nat(2), what: fc.constant('say' as const) }),
      fc.record({ who: fc.nat(2), what: fc.constantFrom('cut' as const, 'mend' as const) }),
      fc.record({ who: fc.nat(2), what: fc.constant('flow' as const) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const own = new ChatCircle();
        const writers = ['ada', 'bo', 'cy'].map((id) => own.join(id));
        let count = 0;
        for (const { who, what } of steps) {
          const [one, other] = [writers[who]!, writers[(who + 1) % 3]!];
          if (what === 'say') one.messaging.send(`${(count += 1)}`);
          else if (what === 'cut') own.disconnect(one.id, other.id);
          else if (what === 'mend') own.connect(one.id, other.id, false);
          else own.flow();
          for (const writer of writers) expectNoGap(writer);
        }
        for (const [one, other] of [
          [0, 1],
          [1, 2],
          [2, 0],
        ] as const)
          own.connect(writers[one]!.id, writers[other]!.id);
        for (const writer of writers) {
          expect(textsOf(writer)).toEqual(textsOf(writers[0]!));
          expect(textsOf(writer)).toHaveLength(count);
          expect(messagesTold(writer)).toHaveLength(count);
          expect(pendingOf(writer)).toEqual([]);
        }
        own.close();
      }),
      { numRuns: 60 },
    );
  });
});

describe('someone who comes late', () => {
  it('gets the chat so far, also of those who have left, once, and none of it as news (C2, C5, C6)', () => {
    const [ada, bo, cy] = ['ada', 'bo', 'cy'].map((id) => circle.join(id)) as [Writer, Writer, Writer];
    say(ada, 'one');
    say(bo, 'two');
    say(bo, 'for ada', 'ada');
    say(cy, 'three');
    circle.leave('bo');
    const dee = circle.join('dee');
    expect(textsOf(dee)).toEqual(['one', 'two', 'three']);
    expect(messagesTold(dee)).toHaveLength(3);
    expect(dee.store.state.chat.messages.every(({ past }) => past)).toBe(true);
    expect(dee.store.state.chat.messages[1]).toMatchObject({ from: 'bo', name: 'bo' });
    say(ada, 'four');
    expect(dee.store.state.chat.messages.at(-1)).toMatchObject({ text: 'four', past: false });
  });

  it('gets a chat that fills many frames', () => {
    const ada = circle.join('ada');
    const texts = Array.from({ length: 60 }, (_, index) => `${index} ${'x'.repeat(3_900)}`);
    for (const text of texts) say(ada, text);
    const bo = circle.join('bo');
    expect(textsOf(bo)).toEqual(texts);
    circle.leave('ada');
    expect(textsOf(circle.join('cy'))).toEqual(texts);
  });

  it('asks another where the first says nothing or leaves', () => {
    const gone = circle.join('gone');
    const [silent, leaving, ada] = ['silent', 'leaving', 'ada'].map((id) => circle.join(id)) as [
      Writer,
      Writer,
      Writer,
    ];
    say(gone, 'one');
    circle.leave('gone');
    circle.arrives = (message, from) => !(message.type === 'chat' && (from === silent.id || from === leaving.id));
    const bo = circle.join('bo');
    expect(textsOf(bo)).toEqual([]);
    circle.clock.pass(5_000);
    circle.flow();
    expect(textsOf(bo)).toEqual([]);
    circle.leave('leaving');
    expect(textsOf(bo)).toEqual(textsOf(ada));
  });

  it('gets nothing before it has said what it has (C2)', () => {
    const [ada, bo] = [circle.join('ada'), circle.join('bo')];
    say(ada, 'one');
    circle.arrives = (message) => message.type !== 'chat-known';
    circle.connect('ada', 'bo');
    const before = bo.received.length;
    say(ada, 'two');
    expect(bo.received.slice(before)).toEqual([]);
    circle.arrives = () => true;
    circle.say('bo', 'ada', { type: 'chat-known', seq: 1, ask: true });
    expect(textsOf(bo)).toEqual(['one', 'two']);
  });

  it('writes news, though it has to be connected first', () => {
    const ada = circle.join('ada');
    const bo = circle.join('bo', false);
    bo.messaging.send('Hello');
    circle.connect('ada', 'bo');
    expect(ada.store.state.chat.messages).toMatchObject([{ text: 'Hello', past: false }]);
  });
});

describe('a hostile peer', () => {
  const item = { seq: 1, order: 1, text: 'I owe you a million', sentAt: 1 };

  it('cannot speak for someone who is in the call, nor for the listener (C5)', () => {
    const [ada] = [circle.join('ada'), circle.join('bo'), circle.join('eve')];
    const forged = ['bo', 'ada'].map((from, index) => ({ ...item, seq: index + 1, from, name: from }));
    circle.say('eve', 'ada', { type: 'chat', items: forged });
    // While it is asked for what the departed wrote, too.
    circle.connect('ada', 'eve', false);
    circle.say('eve', 'ada', { type: 'chat', items: [...forged, { ...item, from: 'departed' }] });
    expect(ada.store.state.chat.messages.map(({ from }) => from)).toEqual(['departed']);
  });

  it('cannot tell tales of the departed unless it was asked (C5)', () => {
    const [ada] = [circle.join('ada'), circle.join('eve')];
    circle.say('eve', 'ada', { type: 'chat', items: [{ ...item, from: 'ghost', name: 'Ghost' }] });
    expect(textsOf(ada)).toEqual([]);
  });

  it('cannot change what it has written', () => {
    const [ada] = [circle.join('ada'), circle.join('eve')];
    circle.say('eve', 'ada', { type: 'chat', items: [item] });
    circle.say('eve', 'ada', { type: 'chat', items: [{ ...item, text: 'I owe you nothing' }] });
    expect(textsOf(ada)).toEqual(['I owe you a million']);
  });

  it('cannot write what should have come before (C1)', () => {
    const [ada] = [circle.join('ada'), circle.join('eve')];
    circle.say('eve', 'ada', { type: 'chat', items: [{ ...item, seq: 2 }] });
    circle.say('eve', 'ada', { type: 'chat', items: [{ ...item, text: 'Before' }] });
    expect(textsOf(ada)).toEqual(['I owe you a million']);
  });

  it('cannot make everyone write at the end of all numbers', () => {
    const [ada, bo] = [circle.join('ada'), circle.join('bo')];
    circle.join('eve');
    for (const to of ['ada', 'bo']) {
      circle.say('eve', to, { type: 'chat', items: [{ ...item, order: limits.count }] });
    }
    say(ada, 'one');
    say(bo, 'two');
    expect(textsOf(ada)).toEqual(['I owe you a million', 'one', 'two']);
  });

  it('is not heard without end (C4)', () => {
    const [ada, eve] = [circle.join('ada'), circle.join('eve')];
    for (let frame = 0; frame < 20; frame += 1) {
      const items = Array.from({ length: 100 }, (_, index) => ({ ...item, seq: frame * 100 + index + 1 }));
      circle.say('eve', 'ada', { type: 'chat', items });
    }
    expect(messagesTold(ada)).toHaveLength(chatRate.burst);
    // A message that was refused is not acknowledged, so an honest peer would send it again.
    const known = eve.received.flatMap(({ message }) => (message.type === 'chat-known' ? [message.seq] : []));
    expect(Math.max(...known)).toBe(chatRate.burst);
  });

  it('is not answered for ever', () => {
    const gone = circle.join('gone');
    const ada = circle.join('ada');
    say(gone, 'long ago');
    circle.leave('gone');
    const eve = circle.join('eve');
    circle.arrives = (message, from) => from !== 'eve' || message.type !== 'chat-known' || message.ask === true;
    say(ada, 'one');
    const answers = (): number[] =>
      ['"one"', '"long ago"'].map((text) => JSON.stringify(eve.received).split(text).length);
    expect(answers()).toEqual([2, 2]);
    for (let count = 0; count < 10; count += 1) {
      circle.say('eve', 'ada', { type: 'chat-known', seq: 0, ask: true, past: true });
    }
    expect(answers()).toEqual([2, 2]);
  });

  it('that acknowledges what was never sent gets the next message all the same', () => {
    const [ada, eve] = [circle.join('ada'), circle.join('eve')];
    circle.say('eve', 'ada', { type: 'chat-known', seq: limits.count });
    say(ada, 'one');
    expect(textsOf(eve)).toEqual(['one']);
  });
});

describe('a reaction', () => {
  it('shows at everyone for a moment', () => {
    const [ada, bo] = [circle.join('ada'), circle.join('bo')];
    ada.reactions.send('👍');
    circle.flow();
    for (const { store } of [ada, bo]) expect(store.state.chat.reactions).toMatchObject([{ from: 'ada', emoji: '👍' }]);
    circle.clock.pass(4_000);
    for (const { store } of [ada, bo]) expect(store.state.chat.reactions).toEqual([]);
  });

  it('is one emoji, and nothing else (D5)', () => {
    const ada = circle.join('ada');
    for (const wrong of ['', 'a', '👍👍', '<b>', undefined]) {
      expect(() => ada.reactions.send(wrong)).toThrow(expect.objectContaining({ code: 'bad-value' }));
    }
  });

  it('never comes to one who is not connected when it is sent (D5)', () => {
    const [ada, bo, cy] = ['ada', 'bo', 'cy'].map((id) => circle.join(id)) as [Writer, Writer, Writer];
    circle.disconnect('ada', 'cy');
    ada.reactions.send('👍');
    circle.connect('ada', 'cy');
    expect(bo.store.state.chat.reactions).toHaveLength(1);
    expect(cy.store.state.chat.reactions).toEqual([]);
  });

  it('of one participant comes no more than ten times at once', () => {
    const [ada, eve] = [circle.join('ada'), circle.join('eve')];
    for (let count = 0; count < 10; count += 1) ada.reactions.send('👍');
    expect(() => ada.reactions.send('👍')).toThrow(expect.objectContaining({ code: 'rate-limited' }));
    circle.flow();
    for (let count = 0; count < 30; count += 1) circle.say('eve', 'ada', { type: 'reaction', emoji: '🎉' });
    expect(ada.store.state.chat.reactions).toHaveLength(20);
    expect(eve.store.state.chat.reactions).toHaveLength(10);
  });
});

describe('a chat that is over', () => {
  it('leaves no timer behind', () => {
    const [ada, bo] = [circle.join('ada'), circle.join('bo')];
    circle.arrives = () => false;
    ada.reactions.send('👍');
    say(ada, 'one');
    circle.connect('ada', 'bo');
    expect(circle.clock.waiting).toBeGreaterThan(0);
    for (const { ending } of [ada, bo]) ending.abort();
    expect(circle.clock.waiting).toBe(0);
  });
});
