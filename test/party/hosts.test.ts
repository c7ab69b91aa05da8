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

async function three(): Promise<{ clients: [RoomClient, RoomClient, RoomClient]; ids: [string, string, string] }> {
  const room = freshRoom();
  const join = async (name: string): Promise<[RoomClient, string]> => {
    const client = await RoomClient.to(server, room);
    return [client, (await client.join(name)).id];
  };
  const [[ann, annId], [bo, boId], [cy, cyId]] = [await join('ann'), await join('bo'), await join('cy')];
  return { clients: [ann, bo, cy], ids: [annId, boId, cyId] };
}

describe('a host', () => {
  it('asks one to mute, and nobody else gets the message (H2)', async () => {
    const { clients, ids } = await three();
    const [ann, bo, cy] = clients;
    const asked = bo.next('mute');
    ann.send({ type: 'mute', id: ids[1] });
    expect(await asked).toEqual({ type: 'mute', from: ids[0] });
    await cy.settle();
    expect(cy.ofType('mute')).toEqual([]);
  });

  it('removes one, whose socket says why (H3)', async () => {
    const { clients, ids } = await three();
    const [ann, bo, cy] = clients;
    const left = cy.next('left');
    ann.send({ type: 'remove', id: ids[1] });
    expect(await bo.closed).toEqual({ code: 4410, reason: 'removed' });
    expect(await left).toEqual({ type: 'left', id: ids[1], reason: 'removed' });
    await ann.settle();
    expect(ann.ofType('left')).toHaveLength(1);
  });

  it('ends the call for all, and the room is free again (H3)', async () => {
    const { clients } = await three();
    clients[0].send({ type: 'end' });
    const closed = await Promise.all(clients.map((client) => client.closed));
    expect(closed).toEqual(Array.from({ length: 3 }, () => ({ code: 4412, reason: 'ended' })));
  });

  it('hands the role over, and has none after it (H1, H4)', async () => {
    const { clients, ids } = await three();
    const [ann, bo, cy] = clients;
    const [newHost, newGuest] = [cy.nextMember(ids[1]), cy.nextMember(ids[0])];
    ann.send({ type: 'host', id: ids[1] });
    expect([(await newHost).role, (await newGuest).role]).toEqual(['host', 'guest']);
    ann.send({ type: 'remove', id: ids[2] });
    await ann.settle();
    await cy.settle();
    bo.send({ type: 'remove', id: ids[2] });
    expect(await cy.closed).toEqual({ code: 4410, reason: 'removed' });
  });
});

describe('a guest', () => {
  it('asks in vain, and keeps its place (H1)', async () => {
    const { clients, ids } = await three();
    const [ann, bo, cy] = clients;
    for (const type of ['mute', 'remove', 'host']) bo.send({ type, id: ids[2] });
    bo.send({ type: 'end' });
    await bo.settle();
    await cy.settle();
    await ann.settle();
    expect(cy.received.map(({ type }) => type)).toEqual(['welcome', 'pong']);
    expect(ann.ofType('left')).toEqual([]);
  });
});
