import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roomToPath } from '../../src/protocol/text.js';
import { RoomClient } from './support/room-client.js';
import { freshRoom } from './support/room-names.js';
import { startRoomServer } from './support/room-server.js';
import type { RoomServer } from './support/room-server.js';

let server: RoomServer;
beforeAll(async () => {
  server = await startRoomServer({ script: 'test/party/support/wake-counter.js' });
});
afterAll(() => server.stop());

/** Which instance of the room answers; asking wakes it. */
async function instanceOf(room: string): Promise<string> {
  const response = await fetch(`${server.url.replace('ws', 'http')}/parties/main/${roomToPath(room)}`);
  return response.text();
}

/**
 * Wakes the room again and again until another instance answers. The platform puts a room to sleep after some ten seconds
 * without an event, and the alarm for silent newcomers is one: so this is time that has to pass.
 */
async function untilAnotherInstance(room: string, before: string, wake: () => Promise<void>): Promise<void> {
  for (let attempt = 0; attempt < 6; attempt += 1) {
    await pause(12_000);
    await wake();
    if ((await instanceOf(room)) !== before) return;
  }
  throw new Error('The room never slept.');
}

describe('a room that sleeps in mid-call', () => {
  it('wakes with its members, their roles and their sockets', async () => {
    const room = freshRoom();
    const [ann, bo] = [await RoomClient.to(server, room), await RoomClient.to(server, room)];
    const { id: annId } = await ann.join('ann', { metadata: { team: 1 } });
    const { members } = await bo.join('bo');
    const awake = await instanceOf(room);
    expect(await instanceOf(room)).toBe(awake);
    const [beforeAnn, beforeBo] = [ann.received.length, bo.received.length];

    // Woken by a signal, which arrives.
    await untilAnotherInstance(room, awake, async () => {
      const signal = ann.next('signal');
      bo.send({ type: 'signal', to: annId, envelope: { n: 1 } });
      await signal;
    });
    expect(ann.received.slice(beforeAnn).every(({ type }) => type === 'signal')).toBe(true);
    expect(bo.received.slice(beforeBo)).toEqual([]);

    // Whoever comes finds everything as it was.
    const cy = await RoomClient.to(server, room);
    const welcome = await cy.join('cy');
    expect(welcome.members.slice(0, 2)).toEqual(members);
    expect(welcome.members[2]).toMatchObject({ role: 'guest' });

    // And it goes on as if nothing had been: a newer socket replaces, a leave passes the role on.
    const annAgain = await RoomClient.to(server, room);
    await annAgain.join('ann', { metadata: { team: 1 } });
    expect((await ann.closed).code).toBe(4409);
    const heir = bo.nextMember(members[1]?.id ?? '');
    annAgain.send({ type: 'leave' });
    expect((await heir).role).toBe('host');
  });

  it('is woken by the end of a socket, and announces it', async () => {
    const room = freshRoom();
    const people = [];
    for (const name of ['ann', 'bo', 'cy', 'di', 'eli', 'fay', 'gus']) {
      const client = await RoomClient.to(server, room);
      people.push({ client, id: (await client.join(name)).id });
    }
    const [watching, ...dying] = people;
    await untilAnotherInstance(room, await instanceOf(room), async () => {
      const next = dying.pop();
      const lost = watching?.client.nextMember(next?.id ?? '', (member) => member.lost);
      next?.client.die();
      await lost;
    });
  });
});
