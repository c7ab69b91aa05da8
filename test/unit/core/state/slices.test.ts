import { describe, expect, it } from 'vitest';
import { CallError } from '../../../../src/core/call-error.js';
import type { Fact } from '../../../../src/core/fact.js';
import { reduceCall } from '../../../../src/core/state/call.js';
import type { CallState } from '../../../../src/core/state/call-state.js';
import { noChat, reduceChat } from '../../../../src/core/state/chat.js';
import { nobody, reducePeople } from '../../../../src/core/state/people.js';
import { initialSelf, reduceSelf } from '../../../../src/core/state/self.js';
import { initialSettings, reduceSettings } from '../../../../src/core/state/settings.js';
import { initialView, reduceView } from '../../../../src/core/state/view.js';
import { reduce } from '../../../../src/core/state/reduce.js';
import { aMember, aMessage, written } from '../../../fakes/builders.js';
import { stateWith } from '../../../fakes/state-with.js';
import { inCall, me } from '../support.js';

const error = new CallError('server-unreachable', 'Gone.');

describe('the slices', () => {
  // A slice that a fact does not change stays the same object, so that nothing that reads it updates.
  const concerns: [Fact, readonly (keyof CallState)[]][] = [
    [{ type: 'server-changed', server: 'disconnected' }, ['call']],
    [{ type: 'line-changed', alive: false }, ['call']],
    [{ type: 'audio-only-changed', audioOnly: true }, ['call']],
    [{ type: 'server-unreachable', error }, ['call', 'errors']],
    [{ type: 'file-missing', subject: 'chat', error }, ['call', 'errors']],
    [{ type: 'went-wrong', error }, ['call', 'errors']],
    [{ type: 'member-seen', member: { ...me, name: 'Dr. Ada' } }, ['self']],
    [{ type: 'source-changed', source: 'camera', state: 'on', by: 'user' }, ['self']],
    [{ type: 'hand-changed', handAt: 5 }, ['self']],
    [{ type: 'microphone-judged', dead: true, talkingWhileMuted: false }, ['self']],
    [{ type: 'member-seen', member: aMember({ id: 'cy' }) }, ['people']],
    [{ type: 'member-left', id: 'bo', reason: 'left' }, ['people']],
    [{ type: 'link-changed', id: 'bo', link: 'failed', path: undefined, failure: error }, ['people', 'errors']],
    [{ type: 'volume-changed', id: 'bo', volume: 0.5 }, ['people']],
    [{ type: 'speaking-changed', self: true, ids: ['bo'], speakerId: 'bo' }, ['self', 'people']],
    [written(aMessage()), ['chat']],
    [{ type: 'reaction-shown', reaction: { key: 1, from: 'bo', emoji: '👍' } }, ['chat']],
    [{ type: 'device-chosen', kind: 'camera', wish: { id: '1', label: '' } }, ['settings']],
    [{ type: 'device-used', kind: 'camera', id: '1', facing: 'user' }, ['self', 'settings']],
    [{ type: 'deafened-changed', deafened: true }, ['settings']],
    [{ type: 'mirrored-changed', mirrored: false }, ['settings']],
    [{ type: 'sounds-changed', on: false }, ['settings']],
    [{ type: 'panel-changed', panel: 'people' }, ['view']],
    [{ type: 'viewing-changed', changes: { pins: ['bo'] } }, ['view']],
    [{ type: 'invite-changed', invite: 'copied' }, ['view']],
    [{ type: 'playback-changed', blocked: true }, ['view']],
  ];
  for (const [fact, slices] of concerns) {
    it(`of which "${fact.type}" changes ${slices.join(' and ')}, and nothing else`, () => {
      const before = inCall(aMember());
      const next = reduce(before, fact);
      const changed = (Object.keys(next) as (keyof CallState)[]).filter((slice) => next[slice] !== before[slice]);
      expect(changed).toEqual(slices);
    });
  }
});

describe('reduceCall', () => {
  it.each<[string, Partial<CallState['call']>, Fact, Partial<CallState['call']>]>([
    [
      'joins slowly only once it is slow',
      { phase: 'prejoin', slowToJoin: true },
      { type: 'join-started' },
      { phase: 'joining', slowToJoin: false },
    ],
    [
      'is joined over a line that is fine',
      { outage: error },
      { type: 'welcomed', id: 'ada', members: [], kept: [] },
      { phase: 'joined', server: 'welcomed', outage: undefined },
    ],
    [
      'keeps an outage while the line is being opened',
      { outage: error },
      { type: 'server-changed', server: 'connecting' },
      { outage: error },
    ],
    ['is cut off', { phase: 'joined' }, { type: 'line-changed', alive: false }, { phase: 'reconnecting' }],
  ])('%s', (_, before, fact, after) => {
    const { call } = stateWith({ call: before });
    expect(reduceCall(call, fact)).toMatchObject(after);
  });
});

describe('reduceSelf', () => {
  it('keeps the time of joining through a restart of the room server', () => {
    const welcome = (joinedAt: number): Fact => ({
      type: 'welcomed',
      id: 'ada',
      members: [{ ...me, joinedAt }],
      kept: [],
    });
    const joined = reduceSelf(initialSelf, welcome(3));
    expect(joined).toMatchObject({ id: 'ada', joinedAt: 3, role: 'host' });
    expect(reduceSelf(joined, welcome(9))).toBe(joined);
  });

  it('knows which way the camera looks, whatever microphone is used', () => {
    const looking = reduceSelf(initialSelf, { type: 'device-used', kind: 'camera', id: '1', facing: 'environment' });
    expect(looking.facing).toBe('environment');
    expect(reduceSelf(looking, { type: 'device-used', kind: 'microphone', id: '2' })).toBe(looking);
    expect(reduceSelf(looking, { type: 'device-used', kind: 'camera', id: '3' }).facing).toBeUndefined();
  });
});

describe('reducePeople', () => {
  const seen = (id: string, joinedAt = 2): Fact => ({ type: 'member-seen', member: aMember({ id, joinedAt }) });

  it('leaves out the self', () => {
    expect(reducePeople(nobody, seen('ada'), 'ada')).toBe(nobody);
  });

  it('sorts by the time of joining, and then by id', () => {
    const people = ['dee', 'cy', 'bo'].reduce(
      (all, id) => reducePeople(all, seen(id, id === 'dee' ? 1 : 2), 'ada'),
      nobody,
    );
    expect(people.list.map(({ id }) => id)).toEqual(['dee', 'bo', 'cy']);
  });
});

describe('reduceChat', () => {
  const received = written(aMessage());

  it.each([
    ['counts what nobody looks at', { selfId: 'ada', isLooking: false }, 1],
    ['counts nothing in front of the reader', { selfId: 'ada', isLooking: true }, 0],
    ['counts nothing of the own words', { selfId: 'bo', isLooking: false }, 0],
  ])('%s', (_, reader, unread) => {
    expect(reduceChat(noChat, received, reader).unread).toBe(unread);
  });
});

describe('reduceSettings', () => {
  it('keeps the object while a list of devices or a wish says the same', () => {
    const facts: Fact[] = [
      { type: 'devices-changed', devices: [{ kind: 'camera', id: '1', label: '' }] },
      { type: 'device-chosen', kind: 'camera', wish: { id: '1', label: '' } },
    ];
    for (const fact of facts) {
      const settings = reduceSettings(initialSettings, fact);
      expect(settings).not.toBe(initialSettings);
      expect(reduceSettings(settings, structuredClone(fact))).toBe(settings);
    }
  });
});

describe('reduceView', () => {
  it('holds pins of those who are here, each once', () => {
    const pinned: Fact = { type: 'viewing-changed', changes: { pins: ['bo', 'cy/screen', 'bo'] } };
    expect(reduceView(initialView, pinned, new Set(['bo'])).pins).toEqual(['bo']);
  });
});
