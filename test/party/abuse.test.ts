import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roomRate as rate } from '../../src/protocol/limits.js';
import { maxVisitors } from '../../party/room.js';
import { limits } from '../../src/protocol/limits.js';
import { RoomClient } from './support/room-client.js';
import { freshRoom } from './support/room-names.js';
import { startRoomServer } from './support/room-server.js';
import type { RoomServer } from './support/room-server.js';

let server: RoomServer;
beforeAll(async () => {
  server = await startRoomServer();
});
afterAll(() => server.stop());

/** A member who must not feel anything, and one who is about to misbehave. */
async function pair(): Promise<{ room: string; ann: RoomClient; annId: string; eve: RoomClient; eveId: string }> {
  const room = freshRoom();
  const [ann, eve] = [await RoomClient.to(server, room), await RoomClient.to(server, room)];
  const annId = (await ann.join('ann')).id;
  const eveId = (await eve.join('eve')).id;
  return { room, ann, annId, eve, eveId };
}

describe('a client that misbehaves', () => {
  it.each<[string, string | Buffer, number]>([
    ['says no JSON', 'hello', 4400],
    ['says nothing', '', 4400],
    ['says an unknown type', '{"type":"admin"}', 4400],
    ['sends bytes', Buffer.from('{"type":"ping"}'), 4400],
    ['sends a list', '[]', 4400],
    ['sends a prototype', '{"__proto__":{"type":"ping"}}', 4400],
    ['nests metadata too deep', `{"type":"update","metadata":{"a":${'['.repeat(2_000)}${']'.repeat(2_000)}}}`, 4400],
    ['sends a giant', `{"type":"ping","x":"${'x'.repeat(limits.frameLength)}"}`, 4413],
    ['sends a giant of almost 1 MiB', 'x'.repeat(2 ** 20 - 1), 4413],
  ])('is closed when it %s, and the others go on (W1, W7)', async (_, frame, code) => {
    const { ann, eve, eveId } = await pair();
    const left = ann.next('left');
    eve.raw(frame);
    expect((await eve.closed).code).toBe(code);
    expect(await left).toEqual({ type: 'left', id: eveId, reason: 'removed' });
    await ann.settle();
  });

  it('is closed for more than 1 MiB by the platform, and the others go on', async () => {
    const { ann, eve, eveId } = await pair();
    const lost = ann.nextMember(eveId, (member) => member.lost);
    eve.raw('x'.repeat(3 * 2 ** 20));
    // The platform sends 1009 and leaves the line open.
    await closing(eve);
    eve.die();
    await lost;
    await ann.settle();
  });

  it('reaches nobody with an envelope nested as deep as a frame can', async () => {
    const { ann, annId, eve } = await pair();
    const depth = 30_000;
    eve.raw(`{"type":"signal","to":"${annId}","envelope":{"a":${'['.repeat(depth)}${']'.repeat(depth)}}}`);
    await eve.settle();
    await ann.settle();
  });

  it('cannot reach a prototype through an envelope', async () => {
    const { ann, annId, eve, eveId } = await pair();
    const signal = ann.next('signal');
    eve.raw(
      `{"type":"signal","to":"${annId}","envelope":{"n":1,"__proto__":{"from":"x"}},"from":"x","__proto__":{"to":"x"}}`,
    );
    expect(await signal).toMatchObject({ from: eveId, envelope: { n: 1 } });
  });

  it('is closed after a burst of messages, and the others feel nothing (4429, W7)', async () => {
    const { ann, eve, eveId } = await pair();
    const left = ann.next('left');
    for (let n = 0; n < 5_000; n += 1) eve.raw('{"type":"ping"}');
    await ann.settle();
    expect((await eve.closed).code).toBe(4429);
    expect(await left).toMatchObject({ id: eveId });
    expect(eve.ofType('pong').length).toBeLessThan(2 * rate.burst);
    await ann.settle();
  });

  it('cannot keep a member out with a thousand sockets (W7)', async () => {
    const { room, ann } = await pair();
    const crowd: RoomClient[] = [];
    for (let batch = 0; batch < 20; batch += 1) {
      crowd.push(...(await Promise.all(Array.from({ length: 50 }, () => RoomClient.to(server, room)))));
    }
    await ann.settle();
    const bo = await RoomClient.to(server, room);
    expect((await bo.join('bo')).members).toHaveLength(3);
    // Most made place for later ones; the last are closed for having said nothing.
    const codes = await Promise.all(crowd.map(async (client) => (await closing(client)).code));
    expect([...new Set(codes)].sort()).toEqual([4001, 4408]);
    expect(codes.filter((code) => code === 4408).length).toBeLessThanOrEqual(maxVisitors);
    for (const client of crowd) client.die();
    await ann.settle();
  });
});

/** The close frame of a socket whose line the room server has not ended yet. */
async function closing({ socket }: RoomClient): Promise<{ code: number }> {
  return new Promise((resolve) => {
    const look = setInterval(() => {
      if (socket.readyState === socket.OPEN) return;
      clearInterval(look);
      // ws keeps what the frame said here until the line ends.
      resolve({ code: (socket as unknown as { _closeCode: number })._closeCode });
    }, 10);
  });
}
