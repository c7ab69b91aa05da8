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

describe('a member whose browser dies', () => {
  it('is lost at once and gone within 35 s, though nobody says a word and the room has gone to sleep (I4)', async () => {
    const room = freshRoom();
    const [ann, bo] = [await RoomClient.to(server, room), await RoomClient.to(server, room)];
    const annId = (await ann.join('ann')).id;
    const boId = (await bo.join('bo')).id;
    const [lost, left, heir] = [bo.nextMember(annId, (member) => member.lost), bo.next('left'), bo.nextMember(boId)];
    ann.die();
    await lost;
    expect(await left).toEqual({ type: 'left', id: annId, reason: 'connection-lost' });
    expect(await heir).toMatchObject({ role: 'host', lost: false });
    // An alarm woke the room, and it knows its name all the same.
    const again = await RoomClient.to(server, room);
    const welcome = await again.join('ann');
    expect(welcome.id).toBe(annId);
    expect(welcome.members.map(({ id, role }) => [id, role])).toEqual([
      [boId, 'host'],
      [annId, 'guest'],
    ]);
    expect((await bo.watch('bo')).id).toBe(boId);
  });
});

describe('a socket that says nothing', () => {
  it('is closed after a while (4408, W7)', async () => {
    const client = await RoomClient.to(server, freshRoom());
    expect(await client.closed).toEqual({ code: 4408, reason: 'hello-timeout' });
  });
});
