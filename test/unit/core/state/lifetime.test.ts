import { describe, expect, it } from 'vitest';
import { CallError } from '../../../../src/core/call-error.js';
import type { Fact } from '../../../../src/core/fact.js';
import { type CallState, initialState } from '../../../../src/core/state/call-state.js';
import { reduce } from '../../../../src/core/state/reduce.js';
import { aMessage, aRemoteParticipant } from '../../../fakes/builders.js';

const wrong = (subject: string): CallError => new CallError('device-missing', 'Gone.', { subject });

/** A call in which nothing is as it was before it. A field that joins a slice has to join this list. */
const full: CallState = {
  call: {
    phase: 'reconnecting',
    room: 'standup',
    audioOnly: true,
    server: 'disconnected',
    slowToJoin: true,
    leftReason: 'left',
    present: ['Bo'],
    failure: wrong('failure'),
    outage: wrong('outage'),
    relayLack: wrong('relay'),
    missingFiles: { chat: wrong('chat') },
    incidents: [wrong('page')],
  },
  self: {
    id: 'ada',
    name: 'Ada',
    metadata: { team: 'red' },
    role: 'host',
    joinedAt: 1,
    microphone: 'on',
    camera: 'blocked',
    screen: 'on',
    problems: { camera: wrong('camera') },
    deviceProblems: { speaker: wrong('speaker') },
    facing: 'user',
    handAt: 5,
    speaking: true,
    microphoneDead: true,
    talkingWhileMuted: true,
    mutedByHost: true,
  },
  people: { list: [aRemoteParticipant({ failure: wrong('bo') })], speakerId: 'bo', met: true, volumes: { bo: 0.5 } },
  chat: {
    messages: [aMessage()],
    unread: 1,
    reactions: [{ key: 1, from: 'bo', emoji: '👍' }],
  },
  settings: {
    devices: [{ kind: 'camera', id: '1', label: 'Desk' }],
    deviceIds: { camera: '1' },
    deviceWishes: { camera: { id: '1', label: 'Desk' } },
    audioCare: { ...initialState.settings.audioCare, music: true },
    deafened: true,
    mirrored: false,
    sounds: false,
  },
  view: {
    panel: 'chat',
    pins: ['bo'],
    selfHidden: true,
    fullscreen: true,
    pip: true,
    invite: 'copied',
    playbackBlocked: true,
  },
  errors: [wrong('camera')],
};

describe('the lifetime of the state', () => {
  for (const [slice, fields] of Object.entries(full)) {
    const before = initialState[slice as keyof CallState];
    it(`has a value of its own in every field of ${slice}`, () => {
      const fresh = Object.keys(fields).filter((key) => Object.is(fields[key as never], before[key as never]));
      expect(fresh).toEqual([]);
      expect(Object.keys(fields)).toEqual(expect.arrayContaining(Object.keys(before)));
    });
  }

  const error = new CallError('room-full', 'Full.', { fatal: true });
  const kept = { room: 'standup', audioOnly: true, server: 'disconnected' } as const;
  const ends: [Fact, Partial<CallState['call']>, readonly CallError[]][] = [
    [{ type: 'left', reason: 'replaced' }, { ...kept, phase: 'left', leftReason: 'replaced' }, []],
    [
      { type: 'failed', error, reason: 'full' },
      { ...kept, phase: 'failed', leftReason: 'full', failure: error },
      [error],
    ],
  ];
  for (const [fact, call, errors] of ends) {
    it(`ends with "${fact.type}", but for the settings, the name and what the page says of the person`, () => {
      expect(reduce(full, fact)).toEqual({
        ...initialState,
        call: { ...initialState.call, ...call },
        self: { ...initialState.self, name: 'Ada', metadata: { team: 'red' } },
        settings: full.settings,
        errors,
      });
    });
  }

  it('starts anew with "opened", but for the settings', () => {
    const fact: Fact = { type: 'opened', room: 'other', name: 'Eve', metadata: {}, audioOnly: false };
    expect(reduce(full, fact)).toEqual({
      ...initialState,
      call: { ...initialState.call, phase: 'prejoin', room: 'other' },
      self: { ...initialState.self, name: 'Eve' },
      settings: full.settings,
    });
  });

  it('is over with "closed", but for the settings', () => {
    expect(reduce(full, { type: 'closed' })).toEqual({ ...initialState, settings: full.settings });
  });
});
