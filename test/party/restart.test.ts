import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { RoomClient } from './support/room-client.js';
import { freshRoom } from './support/room-names.js';
import { startRoomServer } from './support/room-server.js';
import type { RoomServerOptions } from './support/room-server.js';

async function started(options: RoomServerOptions) {
  const server = await startRoomServer(options);
  onTestFinished(() => server.stop());
  return server;
}

describe('a room server that is killed and started again', () => {
  it('finds all members in their seats, and announces nothing (I6)', async () => {
    const persist = await mkdtemp(join(tmpdir(), 'p2p-call-room-'));
    onTestFinished(() => rm(persist, { recursive: true, force: true }));
    const room = freshRoom();
    const first = await started({ persist });
    const before = [
      await RoomClient.to(first, room),
      await RoomClient.to(first, room),
      await RoomClient.to(first, room),
    ];
    const names = ['ann', 'bo', 'cy'];
    let members: readonly object[] = [];
    for (const [index, client] of before.entries()) members = (await client.join(names[index] ?? '')).members;
    await first.kill();
    for (const client of before) expect((await client.closed).code).toBe(1006);

    const second = await started({ persist, port: first.port });
    const after: RoomClient[] = [];
    // The host is the last to return, and stays the host.
    for (const name of ['cy', 'bo', 'ann']) {
      const client = await RoomClient.to(second, room);
      after.push(client);
      expect((await client.join(name)).members).toEqual(members);
    }
    for (const client of after) {
      await client.settle();
      expect(client.received.map(({ type }) => type)).toEqual(['welcome', 'pong']);
    }
  });

  it('announces one that does not come back, and forgets it (I6)', async () => {
    const persist = await mkdtemp(join(tmpdir(), 'p2p-call-room-'));
    onTestFinished(() => rm(persist, { recursive: true, force: true }));
    const room = freshRoom();
    const first = await started({ persist });
    const [ann, bo] = [await RoomClient.to(first, room), await RoomClient.to(first, room)];
    const { id } = await ann.join('ann');
    await bo.join('bo');
    await first.kill();
    const second = await started({ persist, port: first.port });
    const again = await RoomClient.to(second, room);
    const [lost, left] = [again.nextMember(id, (member) => member.lost), again.next('left')];
    await again.join('bo');
    await lost;
    expect(await left).toEqual({ type: 'left', id, reason: 'connection-lost' });
  });

  it('gives everyone the same id even when it has forgotten everything (I1)', async () => {
    const room = freshRoom();
    const first = await started({});
    const ann = await RoomClient.to(first, room);
    const { id } = await ann.join('ann');
    await first.kill();
    const second = await started({ port: first.port });
    const again = await RoomClient.to(second, room);
    expect((await again.join('ann')).id).toBe(id);
  });
});
