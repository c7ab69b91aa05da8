import { describe, expect, it } from 'vitest';
import { close, maxVisitors, nextReconcileAt, waits } from '../../../party/room.js';
import type { RoomMessage } from '../../../party/room.js';
import type { ClientMessage } from '../../../src/protocol/client-message.js';
import { PROTOCOL_VERSION } from '../../../src/protocol/version.js';
import { Stage } from './stage.js';

const secret = 'abcdefghijklmnopqrstuv';
const watchMessage = { type: 'watch', version: PROTOCOL_VERSION, secret } satisfies ClientMessage;
const joinMessage = {
  type: 'join',
  version: PROTOCOL_VERSION,
  secret,
  name: 'A',
  metadata: {},
} satisfies ClientMessage;
const signal = (to: string, n = 1): RoomMessage => ({ type: 'signal', to, envelope: { n } });

const memberMessage = (id: string, changed: object = {}) => ({
  type: 'member',
  member: {
    id,
    name: id.toUpperCase(),
    metadata: {},
    role: 'guest',
    joinedAt: expect.any(Number),
    lost: false,
    ...changed,
  },
});

describe('refusalOf', () => {
  it.each<[string, ClientMessage]>([
    ['watch', watchMessage],
    ['join', joinMessage],
  ])('takes %s as the first message and later (W4)', (_, message) => {
    const stage = new Stage().open('a').watch('b').join('c');
    for (const key of ['a', 'b', 'c']) expect(stage.refusal(key, message)).toBeUndefined();
  });

  it.each<ClientMessage>([
    { type: 'ping' },
    { type: 'leave' },
    { type: 'update', name: 'x' },
    { type: 'signal', to: 'b', envelope: {} },
  ])('refuses $type as the first message (W4)', (message) => {
    expect(new Stage().open('a').refusal('a', message)).toBe('bad-message');
  });

  it('refuses another version whatever else is wrong (W4)', () => {
    const stage = new Stage().open('a');
    expect(stage.refusal('a', { ...watchMessage, version: PROTOCOL_VERSION + 1 })).toBe('version-mismatch');
    expect(stage.refusal('a', { ...joinMessage, version: 0 })).toBe('version-mismatch');
  });
});

describe('watch', () => {
  it('answers with the ids and names of those present, and sends the others nothing (J1, J2)', () => {
    const stage = new Stage().join('a').join('b');
    stage.takeAll();
    stage.watch('c');
    expect(stage.takeAll()).toEqual({
      c: [{ type: 'ready', id: 'c', members: ['a', 'b'], names: ['A', 'B'], iceServers: [] }],
    });
    expect([...stage.room.seats.keys()]).toEqual(['a', 'b']);
  });

  it('does not list the watcher’s own seat', () => {
    const stage = new Stage().join('a').join('b').close('a').watch('a2');
    expect(stage.take('a2')).toMatchObject([{ type: 'ready', id: 'a', members: ['b'] }]);
  });

  it('leaves a joined socket of the same secret alone until it joins (I3)', () => {
    const stage = new Stage().join('a').watch('a2');
    expect(stage.ended.size).toBe(0);
    expect(stage.seat('a')?.lost).toBeUndefined();
  });

  it('may be asked again, joined or not, for fresh ICE servers', () => {
    const iceServers = [{ urls: ['stun:x'] }];
    const stage = new Stage().watch('a').join('a').join('b');
    stage.takeAll();
    stage.send('a', { type: 'watch', id: 'a', iceServers });
    expect(stage.takeAll()).toEqual({ a: [{ type: 'ready', id: 'a', members: ['b'], names: ['B'], iceServers }] });
    expect(stage.send('a', signal('b')).take('b')).toHaveLength(1);
  });

  it('refuses a second identity on one socket (I1)', () => {
    const stage = new Stage().join('a').join('b').watch('b', 'c');
    expect(stage.ended.get('b')).toBe('bad-message');
    expect(stage.take('a').at(-1)).toEqual({ type: 'left', id: 'b', reason: 'removed' });
  });
});

describe('join', () => {
  it('welcomes with all members, itself included, and announces the newcomer once (J3)', () => {
    const stage = new Stage().join('a');
    stage.takeAll();
    stage.join('b', { name: 'Bo', metadata: { team: 'x' }, iceServers: [{ urls: ['stun:x'] }] });
    const bo = memberMessage('b', { name: 'Bo', metadata: { team: 'x' } });
    expect(stage.takeAll()).toEqual({
      a: [bo],
      b: [
        {
          type: 'welcome',
          id: 'b',
          members: [memberMessage('a', { role: 'host' }).member, bo.member],
          iceServers: [{ urls: ['stun:x'] }],
        },
      ],
    });
  });

  it('makes the first one host and the next ones guests (J7)', () => {
    const stage = new Stage().join('a').join('b').join('c');
    expect(stage.hosts()).toEqual(['a']);
  });

  it('takes role and name from the access token where there is one (J7)', () => {
    const stage = new Stage({ hostPassesOn: false });
    stage.join('a', { grant: { role: 'guest' } }).join('b', { grant: { role: 'host', name: 'Dr. B' } });
    expect(stage.hosts()).toEqual(['b']);
    expect(stage.seat('a')?.name).toBe('A');
    expect(stage.seat('b')?.name).toBe('Dr. B');
  });

  it('is refused in a full room, in which lost members count (4453)', () => {
    const stage = new Stage({ capacity: 2 }).join('a').join('b').close('b').join('c');
    expect(stage.ended.get('c')).toBe('full');
    expect([...stage.room.seats.keys()]).toEqual(['a', 'b']);
    expect(stage.take('c')).toEqual([]);
  });

  it('gives a returning member its seat in a full room', () => {
    const stage = new Stage({ capacity: 2 }).join('a').join('b').close('b').join('b2');
    expect(stage.ended.size).toBe(0);
    expect(stage.take('b2')).toMatchObject([{ type: 'welcome', id: 'b' }]);
  });

  it('keeps the order of joining among those who join within one millisecond', () => {
    const stage = new Stage().join('b').join('a').join('c');
    const welcome = stage.take('c').find((message) => message.type === 'welcome');
    expect(welcome?.members.map(({ id }) => id)).toEqual(['b', 'a', 'c']);
  });

  it('frees a place when someone leaves', () => {
    const stage = new Stage({ capacity: 1 }).join('a').send('a', { type: 'leave' }).join('b');
    expect(stage.hosts()).toEqual(['b']);
  });

  it('announces nothing when only the socket is new (I3)', () => {
    const stage = new Stage().join('a').join('b');
    const { joinedAt } = stage.seat('a') ?? {};
    stage.takeAll();
    stage.now += 5_000;
    stage.join('a2');
    expect(stage.ended.get('a')).toBe('replaced');
    expect(stage.take('b')).toEqual([]);
    expect(stage.seat('a')).toMatchObject({ role: 'host', joinedAt });
    expect(stage.close('a').take('b')).toEqual([]);
    expect(stage.send('b', signal('a')).take('a2')).toHaveLength(2);
  });

  it('announces what changed while a member was away', () => {
    const stage = new Stage().join('a').join('b').close('a');
    stage.takeAll();
    stage.join('a2', { name: 'Ann' });
    expect(stage.take('b')).toEqual([memberMessage('a', { name: 'Ann', role: 'host', lost: false })]);
  });

  it('announces a role that a newer token gives', () => {
    const stage = new Stage({ hostPassesOn: false }).join('a').join('b', { grant: { role: 'guest' } });
    stage.takeAll();
    stage.join('b2', { grant: { role: 'host' } });
    expect(stage.take('a')).toEqual([memberMessage('b', { role: 'host' })]);
  });

  it('may be said again on the same socket', () => {
    const stage = new Stage().join('a').join('b');
    stage.takeAll();
    stage.join('a');
    expect(stage.ended.size).toBe(0);
    expect(stage.takeAll()).toMatchObject({ a: [{ type: 'welcome' }] });
  });

  it('has no effect when its socket closed while the token was checked', () => {
    const stage = new Stage()
      .open('a')
      .close('a')
      .send('a', { type: 'join', id: 'a', name: '', metadata: {}, iceServers: [] });
    expect(stage.room.seats.size).toBe(0);
    expect(stage.sent.size).toBe(0);
  });
});

describe('signal', () => {
  it('reaches the one named and is stamped by the room (I2, S1)', () => {
    const stage = new Stage().join('a').join('b').join('c');
    stage.takeAll();
    stage.send('a', { type: 'signal', to: 'c', envelope: { from: 'b', n: 1 } });
    expect(stage.takeAll()).toEqual({ c: [{ type: 'signal', from: 'a', envelope: { from: 'b', n: 1 } }] });
  });

  it.each([
    ['nobody', 'z'],
    ['one that is lost', 'b'],
    ['one that only watches', 'c'],
    ['oneself', 'a'],
  ])('to %s is dropped (S1)', (_, to) => {
    const stage = new Stage().join('a').join('b').close('b').watch('c');
    stage.takeAll();
    stage.send('a', signal(to));
    expect(stage.takeAll()).toEqual({});
    expect(stage.ended.size).toBe(0);
  });

  it('keeps the order (J3)', () => {
    const stage = new Stage().join('a').join('b');
    stage.takeAll();
    for (let n = 0; n < 5; n += 1) stage.send('a', signal('b', n));
    expect(stage.take('b').map((message) => message.type === 'signal' && message.envelope['n'])).toEqual([
      0, 1, 2, 3, 4,
    ]);
  });

  it('of one that has not joined ends its socket (J1)', () => {
    const stage = new Stage().join('a').watch('b').send('b', signal('a'));
    expect(stage.ended.get('b')).toBe('bad-message');
    expect(stage.take('a').filter(({ type }) => type === 'signal')).toEqual([]);
  });
});

describe('update', () => {
  it('is answered to all, the sender included: a fact comes back (J6)', () => {
    const stage = new Stage().join('a').join('b');
    stage.takeAll();
    stage.send('b', { type: 'update', name: 'Bo' }).send('b', { type: 'update', metadata: { x: 1 } });
    const announced = [memberMessage('b', { name: 'Bo' }), memberMessage('b', { name: 'Bo', metadata: { x: 1 } })];
    expect(stage.takeAll()).toEqual({ a: announced, b: announced });
  });

  it('that changes nothing answers the sender alone', () => {
    const stage = new Stage().join('a').join('b');
    stage.takeAll();
    stage.send('b', { type: 'update', name: 'B' });
    expect(stage.takeAll()).toEqual({ b: [memberMessage('b')] });
  });

  it('does not change a name that the token gave', () => {
    const stage = new Stage({ hostPassesOn: false }).join('a', { grant: { role: 'guest', name: 'Ann' } });
    stage.take('a');
    stage.send('a', { type: 'update', name: 'Mallory', metadata: { x: 1 } });
    expect(stage.take('a')).toEqual([memberMessage('a', { name: 'Ann', metadata: { x: 1 } })]);
  });

  it('of one that has not joined ends its socket', () => {
    expect(new Stage().watch('a').send('a', { type: 'update', name: 'x' }).ended.get('a')).toBe('bad-message');
  });
});

describe('leave', () => {
  it('is announced to the others at once', () => {
    const stage = new Stage().join('a').join('b').join('c');
    stage.takeAll();
    stage.send('b', { type: 'leave' });
    const left = [{ type: 'left', id: 'b', reason: 'left' }];
    expect(stage.takeAll()).toEqual({ a: left, c: left });
    expect(stage.close('b').takeAll()).toEqual({});
  });

  it('passes the host role to the one present longest that is not lost (J7)', () => {
    const stage = new Stage();
    for (const key of ['a', 'b', 'c', 'd']) {
      stage.join(key);
      stage.now += 10;
    }
    stage.close('b').takeAll();
    stage.send('a', { type: 'leave' });
    expect(stage.hosts()).toEqual(['c']);
    expect(stage.take('d')).toEqual([{ type: 'left', id: 'a', reason: 'left' }, memberMessage('c', { role: 'host' })]);
    expect(stage.take('c')).toContainEqual(memberMessage('c', { role: 'host' }));
  });

  it('passes the host role to one that is lost when nobody else is there (J7)', () => {
    const stage = new Stage().join('a').join('b').close('b').send('a', { type: 'leave' });
    expect(stage.hosts()).toEqual(['b']);
  });

  it('passes nothing on where tokens give the roles (J7)', () => {
    const stage = new Stage({ hostPassesOn: false });
    stage
      .join('a', { grant: { role: 'host' } })
      .join('b', { grant: { role: 'guest' } })
      .send('a', { type: 'leave' });
    expect(stage.hosts()).toEqual([]);
  });

  it('is nothing to one that only watches, and the socket may join again', () => {
    const stage = new Stage()
      .join('a')
      .watch('b')
      .send('b', { type: 'leave' })
      .join('b')
      .send('b', { type: 'leave' })
      .join('b');
    expect(stage.ended.size).toBe(0);
    expect(stage.seat('b')).toBeDefined();
  });
});

describe('ping', () => {
  it('is answered, joined or not', () => {
    const stage = new Stage().watch('a').join('b');
    stage.takeAll();
    stage.send('a', { type: 'ping' }).send('b', { type: 'ping' });
    expect(stage.takeAll()).toEqual({ a: [{ type: 'pong' }], b: [{ type: 'pong' }] });
  });
});

describe('close', () => {
  it('makes a member lost, and gone after 30 s; a host stays host until then (I4, J7)', () => {
    const stage = new Stage().join('a').join('b');
    stage.takeAll();
    stage.close('a');
    expect(stage.take('b')).toEqual([memberMessage('a', { role: 'host', lost: true })]);
    expect(nextReconcileAt(stage.room)).toBe(stage.now + waits.seatMs);
    stage.wait(waits.seatMs - 1);
    expect(stage.take('b')).toEqual([]);
    stage.wait(1);
    expect(stage.take('b')).toEqual([
      { type: 'left', id: 'a', reason: 'connection-lost' },
      memberMessage('b', { role: 'host' }),
    ]);
  });

  it('of a socket that was replaced has nobody to take along (I4)', () => {
    const stage = new Stage().join('a').join('b').join('a2').close('a');
    expect(stage.seat('a')?.lost).toBeUndefined();
    expect(stage.close('a2').seat('a')?.lost).toBe(true);
  });

  it('takes nobody along who has another socket', () => {
    const socket = { phase: 'joined', id: 'a', seenAt: 0 } as const;
    const { room } = new Stage().join('a');
    const step = close(
      {
        ...room,
        sockets: new Map([
          ['old', socket],
          ['new', socket],
        ]),
      },
      'old',
      1,
    );
    expect(step.deliveries).toEqual([]);
    expect(step.room.seats.get('a')?.lost).toBeUndefined();
  });

  it('of a watcher or a stranger is announced to nobody (J1)', () => {
    const stage = new Stage().join('a').watch('b').open('c');
    stage.takeAll();
    expect(stage.close('b').close('c').close('never').takeAll()).toEqual({});
  });

  it('for good takes the member along (I5)', () => {
    const stage = new Stage().join('a').join('b');
    stage.takeAll();
    stage.expel('b');
    expect(stage.ended.get('b')).toBe('rate-limited');
    expect(stage.take('a')).toEqual([{ type: 'left', id: 'b', reason: 'removed' }]);
    expect(stage.close('b').takeAll()).toEqual({});
  });
});

describe('reconcile', () => {
  it('ends a socket that says neither watch nor join (4408, W7)', () => {
    const stage = new Stage().open('a');
    expect(nextReconcileAt(stage.room)).toBe(stage.now + waits.helloMs);
    expect(stage.wait(waits.helloMs - 1).ended.size).toBe(0);
    expect(stage.wait(1).ended.get('a')).toBe('hello-timeout');
    expect(nextReconcileAt(stage.room)).toBeUndefined();
  });

  it('ends a socket on which nothing arrives, whose member is then lost (W7)', () => {
    const stage = new Stage().join('a').join('b');
    stage.wait(waits.silenceMs / 2).send('a', { type: 'ping' });
    stage.takeAll();
    stage.wait(waits.silenceMs / 2);
    expect(stage.ended).toEqual(new Map([['b', 'silent']]));
    expect(stage.take('a')).toEqual([memberMessage('b', { lost: true })]);
  });

  it('sends ping to a member that a peer doubts, and marks it lost when no answer comes (I7)', () => {
    const stage = new Stage().join('a').join('b').wait(10_000);
    stage.takeAll();
    stage.send('a', { type: 'doubt', id: 'b' });
    expect(stage.takeAll()).toEqual({ b: [{ type: 'ping' }] });
    expect(nextReconcileAt(stage.room)).toBe(stage.now + waits.answerMs);
    stage.wait(waits.answerMs);
    expect(stage.ended).toEqual(new Map([['b', 'silent']]));
    expect(stage.takeAll()).toEqual({ a: [memberMessage('b', { lost: true })] });
    // Counted from the question: a dead machine is gone as soon as one that closed.
    stage.wait(waits.seatMs - waits.answerMs);
    expect(stage.takeAll()).toEqual({ a: [{ type: 'left', id: 'b', reason: 'connection-lost' }] });
  });

  it('keeps a member that answers, with whatever it says (I7)', () => {
    for (const answer of [{ type: 'pong' }, { type: 'ping' }, signal('a')] as const) {
      const stage = new Stage().join('a').join('b');
      stage.send('a', { type: 'doubt', id: 'b' }).send('b', answer).wait(waits.answerMs);
      expect(stage.ended.size).toBe(0);
    }
  });

  it('sends ping no more often than it must, however many doubt (I7)', () => {
    const stage = new Stage().join('a').join('b').join('c');
    stage.takeAll();
    for (let n = 0; n < 50; n += 1)
      stage.send('a', { type: 'doubt', id: 'b' }).send('c', { type: 'doubt', id: 'b' }).send('b', { type: 'pong' });
    expect(stage.take('b')).toEqual([{ type: 'ping' }]);
    stage.wait(waits.askEveryMs).send('a', { type: 'doubt', id: 'b' });
    expect(stage.take('b')).toEqual([{ type: 'ping' }]);
  });

  it('is not put off by the next doubt (I7)', () => {
    const stage = new Stage().join('a').join('b').join('c');
    stage.send('a', { type: 'doubt', id: 'b' }).wait(waits.askEveryMs).send('c', { type: 'doubt', id: 'b' });
    expect(stage.wait(waits.answerMs - waits.askEveryMs).ended.get('b')).toBe('silent');
  });

  it('ignores doubts about members that are not there (I7)', () => {
    const stage = new Stage().join('a').watch('b');
    stage.takeAll();
    stage.send('a', { type: 'doubt', id: 'b' }).send('a', { type: 'doubt', id: 'z' });
    expect(stage.takeAll()).toEqual({});
    expect(stage.send('b', { type: 'doubt', id: 'a' }).ended.get('b')).toBe('bad-message');
  });

  it('keeps a member that only pings', () => {
    const stage = new Stage().join('a');
    for (let n = 0; n < 100; n += 1) stage.wait(60_000).send('a', { type: 'ping' });
    expect(stage.ended.size).toBe(0);
  });

  it('announces nothing when all come back soon after a crash (I6)', () => {
    const stage = new Stage().join('a').join('b').join('c').crash();
    stage.takeAll();
    stage.now += 60_000;
    for (const key of ['b2', 'a2', 'c2']) stage.join(key).wait(1_000);
    const messages = Object.values(stage.takeAll()).flat();
    expect(messages.map(({ type }) => type)).toEqual(['welcome', 'welcome', 'welcome']);
    expect(messages.every((message) => message.type === 'welcome' && message.members.every(({ lost }) => !lost))).toBe(
      true,
    );
    expect(stage.hosts()).toEqual(['a']);
  });

  it('announces members that do not come back after a crash: lost, then gone (I6)', () => {
    const stage = new Stage().join('a').join('b').crash().join('b2');
    stage.takeAll();
    expect(nextReconcileAt(stage.room)).toBe(stage.now + waits.returnMs);
    stage.wait(waits.returnMs);
    expect(stage.take('b2')).toEqual([memberMessage('a', { role: 'host', lost: true })]);
    stage.wait(waits.seatMs - waits.returnMs);
    expect(stage.take('b2')).toMatchObject([
      { type: 'left', id: 'a' },
      { type: 'member', member: { role: 'host' } },
    ]);
  });

  it('empties a room to which nobody returns', () => {
    const stage = new Stage().join('a').join('b').crash();
    for (let alarms = 0; alarms < 10; alarms += 1) {
      const at = nextReconcileAt(stage.room);
      if (at !== undefined) stage.wait(Math.max(0, at - stage.now));
    }
    expect(stage.room.seats.size).toBe(0);
    expect(nextReconcileAt(stage.room)).toBeUndefined();
  });
});

describe('open', () => {
  it('bounds the sockets that have not joined: the one quiet longest makes place (W7)', () => {
    const stage = new Stage().join('a');
    for (let n = 0; n < 1_000; n += 1) {
      stage.now += 1;
      stage.open(`x${n}`);
    }
    expect(stage.room.sockets.size).toBe(maxVisitors + 1);
    expect(stage.ended.get('x0')).toBe('crowded');
    expect(stage.ended.has('x999')).toBe(false);
    expect(stage.ended.has('a')).toBe(false);
    expect(stage.join('b').seat('b')).toBeDefined();
  });
});

describe('what a host asks', () => {
  const acts = [
    { type: 'mute', id: 'b' },
    { type: 'remove', id: 'b' },
    { type: 'host', id: 'b' },
    { type: 'end' },
  ] satisfies RoomMessage[];

  it.each(acts)('changes nothing where a guest asks for it: $type (H1)', (message) => {
    const stage = new Stage().join('a').join('b').join('c');
    const { room } = stage;
    stage.takeAll();
    stage.send('c', message);
    expect(stage.takeAll()).toEqual({});
    expect(stage.ended.size).toBe(0);
    expect(stage.room).toEqual(room);
  });

  it.each(acts)('is refused from a socket that has not joined: $type (H1)', (message) => {
    const stage = new Stage().join('a').join('b').join('c').watch('d').send('d', message);
    expect(stage.ended).toEqual(new Map([['d', 'bad-message']]));
    expect(new Stage().open('x').refusal('x', message)).toBe('bad-message');
  });

  it.each(['mute', 'remove', 'host'] as const)('of nobody, or of itself, changes nothing: %s', (type) => {
    const stage = new Stage().join('a').join('b');
    stage.takeAll();
    for (const id of ['z', 'a', '__proto__']) stage.send('a', { type, id });
    expect(stage.takeAll()).toEqual({});
    expect(stage.ended.size).toBe(0);
    expect(stage.hosts()).toEqual(['a']);
  });

  it('reaches the one who is asked to mute, and nobody else (H2)', () => {
    const stage = new Stage().join('a').join('b').join('c');
    stage.takeAll();
    stage.send('a', { type: 'mute', id: 'b' });
    expect(stage.takeAll()).toEqual({ b: [{ type: 'mute', from: 'a' }] });
  });

  it('removes a member, which the others see (H3)', () => {
    const stage = new Stage().join('a').join('b').join('c');
    stage.takeAll();
    stage.send('a', { type: 'remove', id: 'b' });
    expect(stage.ended).toEqual(new Map([['b', 'removed']]));
    const left = { type: 'left', id: 'b', reason: 'removed' };
    expect(stage.takeAll()).toEqual({ a: [left], c: [left] });
    expect([...stage.room.seats.keys()]).toEqual(['a', 'c']);
    // The late close of its socket takes nobody along.
    expect(stage.close('b').takeAll()).toEqual({});
  });

  it('removes a member that is lost', () => {
    const stage = new Stage().join('a').join('b').close('b');
    stage.takeAll();
    stage.send('a', { type: 'remove', id: 'b' });
    expect(stage.takeAll()).toEqual({ a: [{ type: 'left', id: 'b', reason: 'removed' }] });
  });

  it('ends the call for everyone, and leaves an empty room whose next member is the host (H3)', () => {
    const stage = new Stage().join('a').join('b').join('c').close('c').watch('d');
    stage.send('a', { type: 'end' });
    expect(stage.ended).toEqual(
      new Map([
        ['a', 'ended'],
        ['b', 'ended'],
      ]),
    );
    expect(stage.room.seats.size).toBe(0);
    expect(stage.join('d').hosts()).toEqual(['d']);
  });

  it('hands the role over, and announces it to all (H4)', () => {
    const stage = new Stage().join('a').join('b').join('c');
    stage.takeAll();
    stage.send('a', { type: 'host', id: 'b' });
    expect(stage.hosts()).toEqual(['b']);
    const announced = [memberMessage('a', { role: 'guest' }), memberMessage('b', { role: 'host' })];
    expect(stage.takeAll()).toEqual({ a: announced, b: announced, c: announced });
    stage.send('a', { type: 'remove', id: 'c' });
    expect(stage.ended.size).toBe(0);
    stage.send('b', { type: 'remove', id: 'c' });
    expect(stage.ended.get('c')).toBe('removed');
  });

  it('does not hand the role to one who is lost (H4)', () => {
    const stage = new Stage().join('a').join('b').close('b').send('a', { type: 'host', id: 'b' });
    expect(stage.hosts()).toEqual(['a']);
  });

  it('hands the role over for good, whatever the tokens say (H4)', () => {
    const [host, guest] = [{ role: 'host' }, { role: 'guest' }] as const;
    const stage = new Stage({ hostPassesOn: false }).join('a', { grant: host }).join('b', { grant: guest });
    stage.send('a', { type: 'host', id: 'b' });
    stage.close('a').close('b').join('a2', { grant: host }).join('b2', { grant: guest });
    stage.join('a3', { grant: host });
    expect(stage.hosts()).toEqual(['b']);
  });
});
