import { beforeEach, describe, expect, it } from 'vitest';
import { Host } from '../../../party/host.js';
import { createIceSource } from '../../../party/ice.js';
import { createRoomMachine } from '../../../party/room-machine.js';
import type { Room, RoomMessage, Socket } from '../../../party/room.js';
import { readSettings } from '../../../party/settings.js';
import type { ClientMessage } from '../../../src/protocol/client-message.js';
import { PROTOCOL_VERSION } from '../../../src/protocol/version.js';
import { type FakeConnection, FakePlatform } from './fake-platform.js';

const frame = (message: object): string => JSON.stringify(message);
const join = (name: string): string =>
  frame({ type: 'join', version: PROTOCOL_VERSION, secret: name.padEnd(24, '-'), name, metadata: {} });

describe('a room in its host', () => {
  let platform: FakePlatform<Socket>;
  let host: Host<Room, Socket, ClientMessage, RoomMessage>;
  const start = (env: Record<string, string> = {}): void => {
    const settings = readSettings(env);
    const iceSource = createIceSource(settings.ice, { fetch: async () => new Response(), warn: () => undefined });
    host = new Host(platform, createRoomMachine(settings, { iceSource, now: () => platform.nowMs }));
  };
  const open = async (id: string): Promise<FakeConnection<Socket>> => {
    const connection = platform.connect(id);
    await host.opened(connection);
    return connection;
  };

  beforeEach(() => {
    platform = new FakePlatform();
    start();
  });

  it('lets nothing overtake a join, which takes longer than what follows', async () => {
    const ann = await open('1');
    const frames = [
      join('ann'),
      frame({ type: 'update', name: 'Ann' }),
      frame({ type: 'ping' }),
      frame({ type: 'leave' }),
    ];
    await Promise.all(frames.map((text) => host.received(ann, text)));
    expect(ann.sent).toEqual(['welcome', 'member', 'pong']);
    expect(ann.closedWith).toBeUndefined();
    expect(platform.stored.size).toBe(0);
  });

  it('goes on after a message that failed', async () => {
    const ann = await open('1');
    platform.failing = true;
    await host.received(ann, join('ann'));
    platform.failing = false;
    await host.received(ann, frame({ type: 'ping' }));
    expect(ann.sent).toContain('pong');
    expect(platform.logged).toHaveLength(1);
  });

  it('gives no seat to a socket that closed while its secret was looked at', async () => {
    const ann = await open('1');
    const joining = host.received(ann, join('ann'));
    ann.readyState = 3;
    await Promise.all([joining, host.closed(ann)]);
    expect(ann.sent).toEqual([]);
    expect(platform.stored.size).toBe(0);
  });

  it.each([
    ['without a token', undefined],
    ['with a token of somebody else', 'x.y.z'],
  ])('refuses who comes %s where tokens are asked for', async (_, token) => {
    start({ P2P_TOKEN_SECRET: 'north' });
    const ann = await open('1');
    await host.received(ann, frame({ ...(JSON.parse(join('ann')) as object), token }));
    expect(ann.closedWith).toBe(4401);
    expect(platform.stored.size).toBe(0);
  });

  it('gives the same credentials for half their life, says how long they are good, and then gives others (J5)', async () => {
    platform.nowMs = 0;
    start({ P2P_TURN_URLS: 'turn:t', P2P_TURN_SECRET: 'north' });
    const ann = await open('1');
    const watch = join('ann').replace('"join"', '"watch"');
    await host.received(ann, watch);
    platform.nowMs = 1_000_000;
    await host.received(ann, join('ann'));
    platform.nowMs = 2_000_000;
    await host.received(ann, watch);
    expect(ann.sent).toEqual(['ready', 'welcome', 'ready']);
    expect(ann.frames.map(({ iceValidMs }) => iceValidMs)).toEqual([3_600_000, 2_600_000, 3_600_000]);
    const [first, second, third] = ann.frames.map(({ iceServers }) => iceServers);
    expect(second).toEqual(first);
    expect(third).not.toEqual(first);
  });

  it('holds what it needs in storage and in the sockets: another instance goes on', async () => {
    const ann = await open('1');
    const bo = await open('2');
    await host.received(ann, join('ann'));
    await host.received(bo, join('bo'));
    start();
    ann.readyState = 3;
    await host.closed(ann);
    expect(bo.sent).toEqual(['welcome', 'member']);
    expect([...platform.stored.values()]).toMatchObject([{ name: 'ann', lost: true }, { name: 'bo' }]);
  });
});
