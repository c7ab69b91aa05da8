import { describe, expect, it } from 'vitest';
import { CallError } from '../../../src/core/call-error.js';
import { eventsOf } from '../../../src/core/call-event.js';
import type { CallState } from '../../../src/core/state/call-state.js';
import type { Fact } from '../../../src/core/fact.js';
import { selectParticipant } from '../../../src/core/participant.js';
import { reduce } from '../../../src/core/state/reduce.js';
import { aMember, aMessage, aQuietPresence, presenceOf, written } from '../../fakes/builders.js';
import { after, inCall, me, opening } from './support.js';

function eventsAfter(state: CallState, fact: Fact): readonly { type: string; detail: object }[] {
  return eventsOf(state, fact, reduce(state, fact));
}

describe('eventsOf', () => {
  it('tells of joining first, and then of everyone who is there', () => {
    const events = eventsAfter(after(opening), { type: 'welcomed', id: me.id, members: [me, aMember()], kept: [] });
    expect(events.map(({ type }) => type)).toEqual(['p2p-state-change', 'p2p-joined', 'p2p-participant-joined']);
    expect(events[0]?.detail).toEqual({ state: 'joined', previous: 'joining' });
    expect(events[1]?.detail).toEqual({ id: 'ada' });
  });

  it('names what changed of a participant', () => {
    const state = inCall(aMember());
    const fact = presenceOf('bo', aQuietPresence({ microphone: 'on' }));
    expect(eventsAfter(state, fact)).toEqual([
      {
        type: 'p2p-participant-changed',
        detail: { participant: selectParticipant(reduce(state, fact), 'bo'), changed: ['microphone'] },
      },
    ]);
  });

  it('tells of a connection besides', () => {
    const events = eventsAfter(inCall(aMember()), {
      type: 'link-changed',
      id: 'bo',
      link: 'connected',
      path: 'direct',
    });
    expect(events.map(({ type }) => type)).toEqual(['p2p-participant-changed', 'p2p-connection-change']);
    expect(events[1]?.detail).toEqual({ id: 'bo', connection: 'connected', path: 'direct' });
  });

  it('says why someone is gone', () => {
    const events = eventsAfter(inCall(aMember()), { type: 'member-left', id: 'bo', reason: 'connection-lost' });
    expect(events).toMatchObject([
      { type: 'p2p-participant-left', detail: { reason: 'connection-lost', participant: { id: 'bo' } } },
    ]);
  });

  it('tells who has the floor, after what changed of those who speak', () => {
    const state = inCall(aMember());
    const fact: Fact = { type: 'speaking-changed', self: false, ids: ['bo'], speakerId: 'bo' };
    const events = eventsAfter(state, fact);
    expect(events.map(({ type }) => type)).toEqual(['p2p-participant-changed', 'p2p-speaker-change']);
    expect(events[1]?.detail).toEqual({ id: 'bo' });
    expect(eventsAfter(reduce(state, fact), { ...fact, ids: [] }).map(({ type }) => type)).toEqual([
      'p2p-participant-changed',
    ]);
  });

  it('tells once that the muted self talks', () => {
    const fact: Fact = { type: 'microphone-judged', dead: false, talkingWhileMuted: true };
    const state = inCall();
    expect(eventsAfter(state, fact).map(({ type }) => type)).toEqual(['p2p-talking-while-muted']);
    expect(eventsAfter(reduce(state, fact), fact)).toEqual([]);
    expect(eventsAfter(reduce(state, fact), { ...fact, talkingWhileMuted: false })).toEqual([]);
  });

  it('says once why the call is over, and nothing of each of the others', () => {
    const events = eventsAfter(inCall(aMember()), { type: 'left', reason: 'ended' });
    expect(events.map(({ type }) => type)).toEqual(['p2p-state-change', 'p2p-left']);
    expect(events[1]?.detail).toEqual({ reason: 'ended' });
  });

  it('tells of an error, and of the end that it brings', () => {
    const error = new CallError('room-full', 'Full.', { fatal: true });
    const events = eventsAfter(after(opening), { type: 'failed', error, reason: 'full' });
    expect(events).toEqual([
      { type: 'p2p-error', detail: { error } },
      { type: 'p2p-state-change', detail: { state: 'failed', previous: 'joining' } },
      { type: 'p2p-left', detail: { reason: 'full' } },
    ]);
  });

  it('says who switched a source, only when it goes on or off', () => {
    const state = inCall();
    const on: Fact = { type: 'source-changed', source: 'camera', state: 'on', by: 'system' };
    expect(eventsAfter(state, on).at(0)).toEqual({ type: 'p2p-camera-change', detail: { on: true, by: 'system' } });
    const blocked: Fact = { ...on, state: 'blocked' };
    expect(eventsAfter(state, blocked).map(({ type }) => type)).toEqual(['p2p-participant-changed']);
  });

  it('tells of a shared screen, and who ended it', () => {
    const shared = after([{ type: 'source-changed', source: 'screen', state: 'on', by: 'user' }], inCall());
    const off: Fact = { type: 'source-changed', source: 'screen', state: 'off', by: 'system' };
    expect(eventsAfter(shared, off).at(0)).toEqual({ type: 'p2p-screen-change', detail: { on: false, by: 'system' } });
  });

  it('tells each message once', () => {
    const state = inCall(aMember());
    const fact = written(aMessage({ to: 'ada' }));
    expect(eventsAfter(state, fact)).toEqual([
      { type: 'p2p-message', detail: { id: 'bo.1', from: 'bo', text: 'Hello', sentAt: 1_000, to: 'ada' } },
    ]);
    expect(eventsAfter(reduce(state, fact), fact)).toEqual([]);
  });

  it('tells reactions when they come, and hands of everyone', () => {
    const state = inCall(aMember());
    const reaction = { key: 1, from: 'bo', emoji: '👍' };
    expect(eventsAfter(state, { type: 'reaction-shown', reaction })).toEqual([
      { type: 'p2p-reaction', detail: { from: 'bo', emoji: '👍' } },
    ]);
    const shown = reduce(state, { type: 'reaction-shown', reaction });
    expect(eventsAfter(shown, { type: 'reaction-gone', key: 1 })).toEqual([]);
    const presence = aQuietPresence({ handAt: 5 });
    expect(eventsAfter(state, { type: 'presence-changed', id: 'bo', presence }).at(-1)).toEqual({
      type: 'p2p-hand-change',
      detail: { id: 'bo', raised: true },
    });
    expect(eventsAfter(state, { type: 'hand-changed', handAt: 5 }).at(-1)).toEqual({
      type: 'p2p-hand-change',
      detail: { id: 'ada', raised: true },
    });
  });

  it('is silent where nothing changed', () => {
    expect(eventsAfter(inCall(aMember()), { type: 'member-seen', member: aMember() })).toEqual([]);
  });
});
