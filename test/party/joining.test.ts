import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RoomClient } from './support/room-client.js';
import { freshRoom } from './support/room-names.js';
import { startRoomServer } from './support/room-server.js';
import type { RoomServer } from './support/room-server.js';

let server: RoomServer;
beforeAll(async () => {
  server = await startRoomServer();
});
afterAll(() => server.stop());

describe('joining', () => {
  it('shows a watcher who is there and nobody the watcher (J1, J2)', async () => {
    const room = freshRoom();
    const ann = await RoomClient.to(server, room);
    const { id } = await ann.join('ann');
    const bo = await RoomClient.to(server, room);
    const ready = await bo.watch('bo');
    expect(ready.members).toEqual([id]);
    expect(ready.iceServers).toEqual([{ urls: ['stun:stun.cloudflare.com:3478'] }]);
    const welcome = await bo.join('bo');
    expect(welcome.id).toBe(ready.id);
    await ann.settle();
    expect(ann.received.map(({ type }) => type)).toEqual(['welcome', 'member', 'pong']);
  });

  it('passes signals sent back to back with the join, in order and stamped (I2, J2, J3)', async () => {
    const room = freshRoom();
    const ann = await RoomClient.to(server, room);
    const annId = (await ann.join('ann')).id;
    const bo = await RoomClient.to(server, room);
    const last = ann.next('signal', ({ envelope }) => envelope['n'] === 49);
    const welcome = bo.join('bo');
    for (let n = 0; n < 50; n += 1) bo.send({ type: 'signal', to: annId, envelope: { n, from: 'forged' } });
    await last;
    const { id } = await welcome;
    expect(ann.received.slice(1, 2)).toMatchObject([{ type: 'member', member: { id, name: 'bo', role: 'guest' } }]);
    expect(ann.ofType('signal').map(({ from, envelope }) => [from, envelope['n']])).toEqual(
      Array.from({ length: 50 }, (_, n) => [id, n]),
    );
  });

  it('announces an update to all', async () => {
    const room = freshRoom();
    const ann = await RoomClient.to(server, room);
    const { id } = await ann.join('ann');
    const bo = await RoomClient.to(server, room);
    await bo.join('bo');
    const seen = [ann.nextMember(id), bo.nextMember(id)];
    ann.send({ type: 'update', name: ' Ann\u202e ', metadata: { team: 1 } });
    for (const member of await Promise.all(seen))
      expect(member).toMatchObject({ name: 'Ann', metadata: { team: 1 }, role: 'host' });
  });
});

describe('leaving', () => {
  it('is seen at once, and the host role passes on (J7)', async () => {
    const room = freshRoom();
    const [ann, bo] = [await RoomClient.to(server, room), await RoomClient.to(server, room)];
    const annId = (await ann.join('ann')).id;
    const boId = (await bo.join('bo')).id;
    const [left, heir] = [bo.next('left'), bo.nextMember(boId)];
    ann.send({ type: 'leave' });
    expect(await left).toEqual({ type: 'left', id: annId, reason: 'left' });
    expect((await heir).role).toBe('host');
    await ann.leave();
    await bo.settle();
    expect(bo.ofType('left')).toHaveLength(1);
  });

  it('and coming back gives a new seat', async () => {
    const room = freshRoom();
    const [ann, bo] = [await RoomClient.to(server, room), await RoomClient.to(server, room)];
    const first = await ann.join('ann');
    await bo.join('bo');
    ann.send({ type: 'leave' });
    await bo.next('left');
    const again = await RoomClient.to(server, room);
    const second = await again.join('ann');
    expect(second.id).toBe(first.id);
    expect(second.members.find(({ id }) => id === first.id)?.role).toBe('guest');
  });
});

describe('coming back', () => {
  it('replaces the old socket, and the others get nothing, not even because of its late close (I3, I4)', async () => {
    const room = freshRoom();
    const [old, bo] = [await RoomClient.to(server, room), await RoomClient.to(server, room)];
    const first = await old.join('ann');
    const boId = (await bo.join('bo')).id;
    await bo.settle();
    const before = bo.received.length;
    const fresh = await RoomClient.to(server, room);
    const second = await fresh.join('ann');
    expect(await old.closed).toEqual({ code: 4409, reason: 'replaced' });
    expect(second.id).toBe(first.id);
    expect(second.members.find(({ id }) => id === first.id)).toEqual(first.members[0]);
    const signal = bo.next('signal');
    fresh.send({ type: 'signal', to: boId, envelope: { n: 1 } });
    await signal;
    await bo.settle();
    expect(bo.received.slice(before).map(({ type }) => type)).toEqual(['signal', 'pong']);
  });

  it('after a cut line undoes `lost`', async () => {
    const room = freshRoom();
    const [ann, bo] = [await RoomClient.to(server, room), await RoomClient.to(server, room)];
    const { id } = await ann.join('ann');
    await bo.join('bo');
    const lost = bo.nextMember(id, (member) => member.lost);
    ann.die();
    expect(await lost).toMatchObject({ role: 'host', lost: true });
    const back = bo.nextMember(id);
    const again = await RoomClient.to(server, room);
    await again.join('ann');
    expect(await back).toMatchObject({ role: 'host', lost: false });
  });

  it('works with any connection id that a client asks for', async () => {
    const room = freshRoom();
    const options = { suffix: '?_pk=same&name=secret' };
    const [ann, bo] = [await RoomClient.to(server, room, options), await RoomClient.to(server, room, options)];
    const { id } = await ann.join('ann');
    await bo.join('bo');
    const signal = ann.next('signal');
    bo.send({ type: 'signal', to: id, envelope: {} });
    await signal;
    await Promise.all([ann.settle(), bo.settle()]);
  });
});

describe('an HTTP request', () => {
  it.each([
    ['/parties/main/standup', 426],
    ['/party/standup', 426],
    ['/parties/main/', 404],
    ['/parties/other/standup', 404],
    ['/nowhere', 404],
  ])('to %s is answered with %i', async (path, status) => {
    const response = await fetch(server.url.replace('ws', 'http') + path);
    expect(response.status).toBe(status);
    expect(await response.text()).not.toMatch(/error|exception/iu);
  });
});
