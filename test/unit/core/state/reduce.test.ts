import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CallError } from '../../../../src/core/call-error.js';
import { type CallState, initialState } from '../../../../src/core/state/call-state.js';
import { isInCall, type Phase, shownPhase } from '../../../../src/core/state/phase.js';
import type { Fact } from '../../../../src/core/fact.js';
import { selectParticipants } from '../../../../src/core/participant.js';
import { reduce } from '../../../../src/core/state/reduce.js';
import { aMember, aMessage, aPresence, aQuietPresence, presenceOf, written } from '../../../fakes/builders.js';
import { after, inCall, me, opened, opening } from '../support.js';

const denied = new CallError('mic-denied', 'No.', { subject: 'microphone' });

describe('reduce', () => {
  it('goes from idle over the pre-join screen into the call and out', () => {
    const facts: Fact[] = [
      ...opening,
      { type: 'welcomed', id: me.id, members: [me], kept: [] },
      { type: 'line-changed', alive: false },
      { type: 'line-changed', alive: true },
      { type: 'left', reason: 'left' },
      { type: 'closed' },
    ];
    const phases: Phase[] = [];
    facts.reduce((state, fact) => {
      const next = reduce(state, fact);
      phases.push(next.call.phase);
      return next;
    }, initialState);
    expect(phases).toEqual(['prejoin', 'joining', 'joined', 'reconnecting', 'joined', 'left', 'idle']);
  });

  it('gives the same object back where nothing changes', () => {
    const presence = presenceOf('bo', aQuietPresence());
    const state = reduce(inCall(aMember()), presence);
    const idle: Fact[] = [
      { type: 'member-seen', member: aMember() },
      { type: 'member-left', id: 'nobody', reason: 'left' },
      { type: 'link-changed', id: 'bo', link: 'new', path: undefined },
      presence,
      { type: 'line-changed', alive: true },
      { type: 'join-started' },
      { type: 'file-arrived', subject: 'chat' },
      { type: 'relay-judged', error: undefined },
      { type: 'welcomed', id: me.id, members: [me, aMember()], kept: [] },
    ];
    for (const fact of idle) expect(reduce(state, fact), fact.type).toBe(state);
  });

  it('knows who has said what it sends, also when that is nothing', () => {
    const state = inCall(aMember());
    expect(state.people.list[0]?.hasPresence).toBe(false);
    const presence = aQuietPresence();
    const withPresence = reduce(state, { type: 'presence-changed', id: 'bo', presence });
    expect(withPresence.people.list[0]?.hasPresence).toBe(true);
    expect(reduce(withPresence, { type: 'member-seen', member: aMember() }).people.list[0]?.hasPresence).toBe(true);
  });

  it('shows the screen before joining until joining is slow', () => {
    const prejoin = reduce(initialState, opened);
    const joining = reduce(prejoin, { type: 'join-started' });
    const slow = reduce(joining, { type: 'join-slow' });
    expect([prejoin, joining, slow, inCall()].map(({ call }) => shownPhase(call))).toEqual([
      'prejoin',
      'prejoin',
      'joining',
      'joined',
    ]);
    // Too late to be news.
    expect(reduce(inCall(), { type: 'join-slow' }).call.slowToJoin).toBe(false);
    expect(reduce(reduce(prejoin, { type: 'join-slow' }), { type: 'join-started' }).call.slowToJoin).toBe(false);
  });

  it('keeps those who came first in front', () => {
    const state = inCall(aMember({ id: 'cy', joinedAt: 3 }), aMember({ id: 'bo', joinedAt: 2 }));
    expect(state.people.list.map((person) => person.id)).toEqual(['bo', 'cy']);
  });

  it('keeps what is known of a link and its presence when the room server names the member again', () => {
    const before = after(
      [
        { type: 'link-changed', id: 'bo', link: 'connected', path: 'relayed' },
        presenceOf('bo', aPresence({ camera: 'blocked' })),
      ],
      inCall(aMember()),
    );
    const state = after([{ type: 'welcomed', id: me.id, members: [me, aMember({ joinedAt: 9 })], kept: [] }], before);
    expect(state).toBe(before);
    expect(state.people.list[0]).toMatchObject({
      link: 'connected',
      path: 'relayed',
      microphone: 'on',
      camera: 'blocked',
    });
  });

  it('keeps those who are heard while a restarted room server has forgotten them, and drops the others', () => {
    const before = inCall(aMember({ id: 'bo' }), aMember({ id: 'cy' }));
    const state = after([{ type: 'welcomed', id: me.id, members: [me], kept: ['bo'] }], before);
    expect(state.people.list.map((person) => person.id)).toEqual(['bo']);
  });

  it('knows whether anyone else was in the call, until the next one', () => {
    expect(inCall().people.met).toBe(false);
    const deserted = after([{ type: 'member-left', id: 'bo', reason: 'left' }], inCall(aMember()));
    expect(deserted.people).toMatchObject({ list: [], met: true });
    expect(after([{ type: 'left', reason: 'left' }, ...opening], deserted).people.met).toBe(false);
  });

  it('drops everybody, releases the devices and keeps the name when the call ends', () => {
    const state = after(
      [
        { type: 'source-changed', source: 'camera', state: 'on', by: 'user' },
        { type: 'left', reason: 'replaced' },
      ],
      inCall(aMember()),
    );
    expect(state).toMatchObject({ call: { phase: 'left', leftReason: 'replaced' }, people: { list: [] } });
    expect(state.self).toMatchObject({ id: undefined, name: 'Ada', camera: 'off' });
  });

  it('holds one error of each code and subject, the newest last, until it is over', () => {
    const blocked: Fact = {
      type: 'source-changed',
      source: 'microphone',
      state: 'blocked',
      by: 'user',
      problem: denied,
    };
    const again = new CallError('mic-denied', 'Again.', { subject: 'microphone' });
    const other = new CallError('server-unreachable', 'Gone.');
    const state = after([...opening, blocked, { type: 'server-unreachable', error: other }]);
    expect(state.errors).toEqual([denied, other]);
    const pressedAgain = reduce(state, { ...blocked, problem: again });
    expect(pressedAgain.errors).toEqual([other, again]);
    const { problem: _problem, ...works } = { ...blocked, state: 'on' as const };
    expect(reduce(pressedAgain, works).errors).toEqual([other]);
  });

  it('knows who speaks, and forgets a speaker who leaves', () => {
    const speaking: Fact = { type: 'speaking-changed', self: true, ids: ['bo'], speakerId: 'bo' };
    const state = after([speaking], inCall(aMember(), aMember({ id: 'cy', joinedAt: 3 })));
    expect(state.people.speakerId).toBe('bo');
    expect(selectParticipants(state).map((one) => one.speaking)).toEqual([true, true, false]);
    expect(reduce(state, { type: 'member-left', id: 'bo', reason: 'left' }).people.speakerId).toBe(undefined);
    expect(reduce(state, { ...speaking, speakerId: 'nobody' }).people.speakerId).toBe(undefined);
  });

  it('remembers how loud someone is to be, and nobody who is not here', () => {
    const state = after([{ type: 'volume-changed', id: 'bo', volume: 0.3 }], inCall(aMember()));
    expect(state.people.volumes).toEqual({ bo: 0.3 });
    expect(reduce(state, { type: 'volume-changed', id: 'nobody', volume: 0.3 })).toBe(state);
    expect(reduce(state, { type: 'volume-changed', id: 'bo', volume: 0.3 })).toBe(state);
  });

  it('keeps the chosen devices for the next call', () => {
    const wish = { id: '1', label: 'Desk' };
    const chosen: Fact[] = [
      { type: 'device-chosen', kind: 'microphone', wish },
      { type: 'device-used', kind: 'microphone', id: '1' },
      { type: 'left', reason: 'left' },
      ...opening,
    ];
    const state = after(chosen, inCall());
    expect(state.settings).toMatchObject({ deviceWishes: { microphone: wish }, deviceIds: { microphone: '1' } });
    expect(reduce(state, { type: 'device-chosen', kind: 'microphone', wish: undefined }).settings.deviceWishes).toEqual(
      {},
    );
  });

  it('knows the self by the answer of the room server, which may have its own name for it', () => {
    const member = aMember({ ...me, name: 'Dr. Ada', role: 'guest', metadata: { team: 'red' } });
    const answers: Fact[] = [
      { type: 'member-seen', member },
      { type: 'welcomed', id: me.id, members: [member], kept: [] },
    ];
    for (const answer of answers) {
      const received = reduce(inCall(), answer);
      expect(received.self).toMatchObject({ name: 'Dr. Ada', role: 'guest', metadata: { team: 'red' } });
      expect(received.people.list).toEqual([]);
    }
  });
});

describe('reduce, the talk', () => {
  const received = written(aMessage());

  it('counts what nobody has looked at, until the chat opens or someone says that it was read', () => {
    const unread = after([received], inCall(aMember()));
    expect(unread.chat.unread).toBe(1);
    expect(reduce(unread, { type: 'panel-changed', panel: 'people' }).chat.unread).toBe(1);
    expect(reduce(unread, { type: 'panel-changed', panel: 'chat' }).chat.unread).toBe(0);
    expect(reduce(unread, { type: 'messages-read' }).chat.unread).toBe(0);
  });

  it('has nothing unread while the chat is open', () => {
    expect(after([{ type: 'panel-changed', panel: 'chat' }, received], inCall(aMember())).chat.unread).toBe(0);
  });

  it('knows which messages have arrived', () => {
    const own = written(aMessage({ from: 'ada', pending: true }));
    const state = after([own], inCall(aMember()));
    expect(state.chat).toMatchObject({ unread: 0, messages: [{ pending: true }] });
    const delivered = reduce(state, { type: 'messages-delivered', ids: new Set(['ada.1']) });
    expect(delivered.chat.messages).toMatchObject([{ id: 'ada.1', pending: false }]);
    expect(reduce(delivered, { type: 'messages-delivered', ids: new Set(['ada.1']) })).toBe(delivered);
  });

  it('keeps nothing of what was said when the call is over, and whether sounds are wanted for the next', () => {
    const state = after(
      [
        received,
        { type: 'hand-changed', handAt: 5 },
        { type: 'reaction-shown', reaction: { key: 1, from: 'bo', emoji: '👍' } },
        { type: 'sounds-changed', on: false },
        { type: 'left', reason: 'left' },
      ],
      inCall(aMember()),
    );
    expect(state).toMatchObject({ chat: { messages: [], unread: 0, reactions: [] }, self: { handAt: undefined } });
    expect(after(opening, state).settings.sounds).toBe(false);
  });
});

const id = fc.constantFrom('ada', 'bo', 'cy', 'dee');
const member = fc.record({
  id,
  name: fc.string(),
  metadata: fc.constant({}),
  role: fc.constantFrom('host', 'guest'),
  joinedAt: fc.nat(9),
  lost: fc.boolean(),
});
const sourceState = fc.constantFrom('on', 'off', 'blocked', 'missing', 'paused');
const fact = fc.oneof(
  fc.constant<Fact>({ type: 'opened', room: 'standup', name: 'Ada', metadata: {}, audioOnly: false }),
  fc.constant<Fact>({ type: 'join-started' }),
  fc.constant<Fact>({ type: 'join-slow' }),
  fc
    .record({ others: fc.uniqueArray(member, { selector: (one) => one.id }), kept: fc.array(id) })
    .map(({ others, kept }): Fact => {
      const members = [me, ...others.filter((one) => one.id !== me.id)];
      return { type: 'welcomed', id: me.id, members, kept };
    }),
  member.map((one): Fact => ({ type: 'member-seen', member: one })),
  id.map((one): Fact => ({ type: 'member-left', id: one, reason: 'left' })),
  fc
    .constantFrom('closed', 'connecting', 'open', 'welcomed', 'disconnected')
    .map((server): Fact => ({ type: 'server-changed', server })),
  fc.boolean().map((alive): Fact => ({ type: 'line-changed', alive })),
  fc
    .tuple(id, fc.constantFrom('new', 'connected', 'failed'))
    .map(([one, link]): Fact => ({ type: 'link-changed', id: one, link, path: undefined })),
  fc.tuple(id, sourceState).map(([one, state]): Fact => ({
    type: 'presence-changed',
    id: one,
    presence: { microphone: state, camera: state, screen: state },
  })),
  sourceState.map((state): Fact => ({ type: 'source-changed', source: 'microphone', state, by: 'user' })),
  fc
    .tuple(fc.boolean(), fc.array(id), fc.option(id, { nil: undefined }))
    .map(([self, ids, speakerId]): Fact => ({ type: 'speaking-changed', self, ids, speakerId })),
  fc
    .tuple(id, fc.double({ min: 0, max: 1 }))
    .map(([one, volume]): Fact => ({ type: 'volume-changed', id: one, volume })),
  fc.boolean().map((blocked): Fact => ({ type: 'playback-changed', blocked })),
  fc.constant<Fact>({ type: 'went-wrong', error: denied }),
  fc.constant<Fact>({ type: 'failed', error: denied, reason: 'full' }),
  fc.constant<Fact>({ type: 'left', reason: 'left' }),
  fc.constant<Fact>({ type: 'closed' }),
);

describe('reduce, whatever the order of facts', () => {
  const rules: Record<string, (state: CallState) => boolean> = {
    'is frozen': (state) =>
      [state, ...Object.values(state), state.people.list, ...state.people.list].every(Object.isFrozen),
    'has nobody outside a call': (state) => isInCall(state.call.phase) || state.people.list.length === 0,
    'has an id exactly in a call': (state) => isInCall(state.call.phase) === (state.self.id !== undefined),
    'never counts the self among the others': (state) =>
      state.people.list.every((person) => person.id !== state.self.id),
    'has a speaker only among the others': (state) =>
      state.people.speakerId === undefined || state.people.list.some((person) => person.id === state.people.speakerId),
    'has nobody twice': (state) =>
      new Set(state.people.list.map((person) => person.id)).size === state.people.list.length,
    'has the others in order of joining': (state) =>
      state.people.list.every(
        (person, index) => index === 0 || (state.people.list[index - 1]?.joinedAt ?? 0) <= person.joinedAt,
      ),
    'shows the self first': (state) => {
      const all = selectParticipants(state);
      return (
        all.length === (isInCall(state.call.phase) ? state.people.list.length + 1 : 0) &&
        all.every((one, at) => one.self === (at === 0))
      );
    },
    'is idle with nothing': (state) => state.call.phase !== 'idle' || state.call.room === undefined,
  };
  for (const [rule, holds] of Object.entries(rules)) {
    it(rule, () => {
      fc.assert(
        fc.property(fc.array(fact, { maxLength: 40 }), (facts) => {
          let state: CallState = initialState;
          for (const one of facts) {
            state = reduce(state, one);
            if (!holds(state)) return false;
          }
          return true;
        }),
        { numRuns: 500 },
      );
    });
  }

  describe('how the self looks at the call', () => {
    const pinned = (pins: readonly string[]): Fact => ({ type: 'viewing-changed', changes: { pins } });

    it('keeps pins of those who are here, each once, and of their screens whether shared or not', () => {
      const state = after([pinned(['bo', 'nobody', 'bo', 'bo/screen', me.id])], inCall(aMember()));
      expect(state.view.pins).toEqual(['bo', 'bo/screen', me.id]);
    });

    it('lets go of the pins of those who leave', () => {
      const facts: Fact[] = [pinned(['bo', 'bo/screen', me.id]), { type: 'member-left', id: 'bo', reason: 'left' }];
      expect(after(facts, inCall(aMember())).view.pins).toEqual([me.id]);
    });

    it('is forgotten with the call, but for the mirror', () => {
      const changes = { pins: ['bo'], selfHidden: true, fullscreen: true, pip: true };
      const left = after(
        [
          { type: 'viewing-changed', changes },
          { type: 'mirrored-changed', mirrored: false },
          { type: 'left', reason: 'left' },
        ],
        inCall(aMember()),
      );
      expect(left.view).toMatchObject({ pins: [], selfHidden: false, fullscreen: false, pip: false });
      expect(left.settings.mirrored).toBe(false);
      expect(reduce(left, opening[0]!).settings.mirrored).toBe(false);
    });

    it('is nothing outside a call', () => {
      const state = after(opening);
      expect(reduce(state, pinned(['bo']))).toBe(state);
    });
  });
});

describe('mutedByHost', () => {
  const microphone = (state: 'on' | 'off', by: 'user' | 'host'): Fact => ({
    type: 'source-changed',
    source: 'microphone',
    state,
    by,
  });

  it('holds from the host’s mute until the microphone is switched again', () => {
    const muted = after([microphone('on', 'user'), microphone('off', 'host')], inCall());
    expect(muted.self.mutedByHost).toBe(true);
    const camera: Fact = { type: 'source-changed', source: 'camera', state: 'off', by: 'user' };
    expect(reduce(muted, camera).self.mutedByHost).toBe(true);
    expect(reduce(muted, microphone('on', 'user')).self.mutedByHost).toBe(false);
    expect(reduce(muted, microphone('off', 'user')).self.mutedByHost).toBe(false);
    expect(reduce(muted, { type: 'left', reason: 'left' }).self.mutedByHost).toBe(false);
  });

  it('is not said of a microphone that was off', () => {
    expect(after([microphone('off', 'host')], inCall()).self.mutedByHost).toBe(false);
  });
});
