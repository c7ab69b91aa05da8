import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PROTOCOL_VERSION } from '../../../src/protocol/version.js';

// Types of the worker's world and of Node's do not go together, so the tests say themselves what they need of it.
type Server = {
  onConnect(connection: FakeConnection): Promise<void>;
  onMessage(frame: string, connection: FakeConnection): Promise<void>;
  onClose(connection: FakeConnection): Promise<void>;
};
type ServerModule = { default: new (party: object) => Server };

class FakeConnection {
  readonly id: string;
  readonly uri = 'http://room/party/standup';
  readyState = 1;
  state: unknown = null;
  readonly sent: string[] = [];
  readonly frames: Record<string, unknown>[] = [];
  closedWith: number | undefined;

  constructor(id: string) {
    this.id = id;
  }

  setState(state: unknown): void {
    this.state = state;
  }

  send(text: string): void {
    const message = JSON.parse(text) as { type: string };
    this.sent.push(message.type);
    this.frames.push(message);
  }

  close(code?: number): void {
    this.readyState = 2;
    this.closedWith ??= code;
  }
}

class FakeParty {
  readonly env: Record<string, string>;
  readonly connections: FakeConnection[] = [];
  readonly stored = new Map<string, unknown>();
  failing = false;
  readonly storage = {
    list: async () => new Map(this.stored),
    put: async (key: string, value: unknown) => {
      if (this.failing) throw new Error('The disk is full.');
      this.stored.set(key, value);
    },
    delete: async (key: string) => this.stored.delete(key),
    setAlarm: async () => undefined,
  };

  constructor(env: Record<string, string> = {}) {
    this.env = env;
  }

  getConnections(): FakeConnection[] {
    return this.connections.filter(({ readyState }) => readyState === 1);
  }
}

const modulePath = '../../../party/server.js';
const frame = (message: object): string => JSON.stringify(message);
const join = (name: string): string =>
  frame({ type: 'join', version: PROTOCOL_VERSION, secret: name.padEnd(24, '-'), name, metadata: {} });

describe('RoomServer', () => {
  let party: FakeParty;
  let server: Server;
  const open = async (id: string): Promise<FakeConnection> => {
    const connection = new FakeConnection(id);
    party.connections.push(connection);
    await server.onConnect(connection);
    return connection;
  };

  beforeEach(async () => {
    vi.stubGlobal('WebSocket', { OPEN: 1 });
    const { default: RoomServer } = await vi.importActual<ServerModule>(modulePath);
    party = new FakeParty();
    server = new RoomServer(party);
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it('lets nothing overtake a join, which takes longer than what follows', async () => {
    const ann = await open('1');
    const frames = [
      join('ann'),
      frame({ type: 'update', name: 'Ann' }),
      frame({ type: 'ping' }),
      frame({ type: 'leave' }),
    ];
    await Promise.all(frames.map((text) => server.onMessage(text, ann)));
    expect(ann.sent).toEqual(['welcome', 'member', 'pong']);
    expect(ann.closedWith).toBeUndefined();
    expect(party.stored.size).toBe(0);
  });

  it('goes on after a message that failed', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const ann = await open('1');
    party.failing = true;
    await server.onMessage(join('ann'), ann);
    party.failing = false;
    await server.onMessage(frame({ type: 'ping' }), ann);
    expect(ann.sent).toContain('pong');
    expect(warn).toHaveBeenCalledOnce();
    warn.mockRestore();
  });

  it('gives no seat to a socket that closed while its secret was looked at', async () => {
    const ann = await open('1');
    const joining = server.onMessage(join('ann'), ann);
    ann.readyState = 3;
    await Promise.all([joining, server.onClose(ann)]);
    expect(ann.sent).toEqual([]);
    expect(party.stored.size).toBe(0);
  });

  it('gives the same credentials for half their life, says how long they are good, and then gives others (J5)', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 0 });
    const { default: RoomServer } = await vi.importActual<ServerModule>(modulePath);
    party = new FakeParty({ P2P_TURN_URLS: 'turn:t', P2P_TURN_SECRET: 'north' });
    server = new RoomServer(party);
    const ann = await open('1');
    const watch = join('ann').replace('"join"', '"watch"');
    await server.onMessage(watch, ann);
    vi.setSystemTime(1_000_000);
    await server.onMessage(join('ann'), ann);
    vi.setSystemTime(2_000_000);
    await server.onMessage(watch, ann);
    expect(ann.sent).toEqual(['ready', 'welcome', 'ready']);
    expect(ann.frames.map(({ iceValidMs }) => iceValidMs)).toEqual([3_600_000, 2_600_000, 3_600_000]);
    const [first, second, third] = ann.frames.map(({ iceServers }) => iceServers);
    expect(second).toEqual(first);
    expect(third).not.toEqual(first);
  });

  it('holds what it needs in storage and in the sockets: another instance goes on', async () => {
    const ann = await open('1');
    const bo = await open('2');
    await server.onMessage(join('ann'), ann);
    await server.onMessage(join('bo'), bo);
    const { default: RoomServer } = await vi.importActual<ServerModule>(modulePath);
    server = new RoomServer(party);
    ann.readyState = 3;
    await server.onClose(ann);
    expect(bo.sent).toEqual(['welcome', 'member']);
    expect([...party.stored.values()]).toMatchObject([{ name: 'ann', lost: true }, { name: 'bo' }]);
  });
});
