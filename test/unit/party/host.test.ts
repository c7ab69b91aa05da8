import { beforeEach, describe, expect, it } from 'vitest';
import { type Admission, Host, type Machine, type MachineEvent, type MachineStep } from '../../../party/host.js';
import { limits, roomRate } from '../../../src/protocol/limits.js';
import { type FakeConnection, FakePlatform } from './fake-platform.js';

interface Counter {
  readonly counts: ReadonlyMap<string, number>;
  readonly sockets: ReadonlyMap<string, Pupil>;
}
interface Pupil {
  readonly since: number;
  readonly word?: string;
}

/** A machine that is no room: counts words for all, and ends a socket that has said none after a minute. */
class Counting implements Machine<Counter, Pupil, string, string> {
  /** Holds the words that start with a vowel back until the test lets them go. */
  letGo = (): void => undefined;
  readonly forgotten: string[] = [];

  createSocket(since: number): Pupil {
    return { since };
  }

  load(stored: ReadonlyMap<string, unknown>, sockets: ReadonlyMap<string, Pupil>): Counter {
    const own = [...stored].filter((entry): entry is [string, number] => entry[0].startsWith('word:'));
    return { counts: new Map(own), sockets };
  }

  storedOf({ counts }: Counter): ReadonlyMap<string, number> {
    return counts;
  }

  socketsOf({ sockets }: Counter): ReadonlyMap<string, Pupil> {
    return sockets;
  }

  nextAt({ sockets }: Counter): number | undefined {
    const silent = [...sockets.values()].filter(({ word }) => word === undefined);
    return silent.length > 0 ? Math.min(...silent.map(({ since }) => since + 60_000)) : undefined;
  }

  decode(frame: unknown): string | undefined {
    return typeof frame === 'string' && frame !== '' ? frame : undefined;
  }

  async admit(word: string, sender: { name(): string }, load: () => Promise<Counter>): Promise<Admission<string>> {
    if (/^[aeiou]/u.test(word)) await new Promise<void>((resolve) => (this.letGo = resolve));
    if (word === 'rude') return { refused: 'unauthorized' };
    await load();
    return { message: `${sender.name()} ${word}` };
  }

  forget(key: string): void {
    this.forgotten.push(key);
  }

  step(state: Counter, event: MachineEvent<string>, now: number): MachineStep<Counter> {
    const still = { state, deliveries: [], endings: [] };
    switch (event.type) {
      case 'opened':
      case 'closed':
        return still;
      case 'refused':
        return { ...still, endings: [{ key: event.key, reason: event.reason }] };
      case 'due': {
        const isLate = ({ since, word }: Pupil): boolean => word === undefined && now >= since + 60_000;
        const late = [...state.sockets].filter(([, pupil]) => isLate(pupil));
        const rest = [...state.sockets].filter(([, pupil]) => !isLate(pupil));
        return {
          ...still,
          state: { ...state, sockets: new Map(rest) },
          endings: late.map(([key]) => ({ key, reason: 'silent' })),
        };
      }
      case 'received': {
        const { key, message } = event;
        const count = (state.counts.get(`word:${message}`) ?? 0) + 1;
        const socket = state.sockets.get(key);
        return {
          ...still,
          state: {
            counts: new Map(state.counts).set(`word:${message}`, count),
            sockets: socket ? new Map(state.sockets).set(key, { ...socket, word: message }) : state.sockets,
          },
          deliveries: [...state.sockets.keys()].map((to) => ({ to, message: { type: message, count } })),
        };
      }
    }
  }
}

describe('Host', () => {
  let platform: FakePlatform<Pupil>;
  let machine: Counting;
  let host: Host<Counter, Pupil, string, string>;
  const open = async (id: string): Promise<FakeConnection<Pupil>> => {
    const connection = platform.connect(id);
    await host.opened(connection);
    return connection;
  };

  beforeEach(() => {
    platform = new FakePlatform();
    machine = new Counting();
    host = new Host(platform, machine);
  });

  it('sends what the machine says, and stores what has changed', async () => {
    platform.stored.set('of the platform', true);
    const [ann, bo] = [await open('1'), await open('2')];
    await host.received(ann, 'hello');
    await host.received(bo, 'hello');
    for (const { frames } of [ann, bo]) {
      expect(frames).toEqual([
        { type: 'standup hello', count: 1 },
        { type: 'standup hello', count: 2 },
      ]);
    }
    expect(Object.fromEntries(platform.stored)).toEqual({ 'word:standup hello': 2, 'of the platform': true });
    expect(ann.state).toEqual({ since: platform.nowMs, word: 'standup hello' });
  });

  it('lets another instance go on, as all that counts lies in storage and in the sockets', async () => {
    const ann = await open('1');
    await host.received(ann, 'hello');
    host = new Host(platform, machine);
    await host.received(ann, 'hello');
    expect(ann.frames.at(-1)).toEqual({ type: 'standup hello', count: 2 });
  });

  it('lets nothing overtake what takes long of the same connection, and lets others pass', async () => {
    const [ann, bo] = [await open('1'), await open('2')];
    const [first, second] = [host.received(ann, 'actually'), host.received(ann, 'then')];
    await host.received(bo, 'meanwhile');
    machine.letGo();
    await Promise.all([first, second]);
    expect(bo.sent).toEqual(['standup meanwhile', 'standup actually', 'standup then']);
  });

  it('goes on after a message that failed', async () => {
    const ann = await open('1');
    platform.failing = true;
    await host.received(ann, 'lost');
    platform.failing = false;
    await host.received(ann, 'kept');
    expect(ann.sent).toContain('standup kept');
    expect(platform.logged).toHaveLength(1);
  });

  it('reads storage again where the first attempt failed', async () => {
    platform.stored.set('word:standup hello', 41);
    platform.failing = true;
    const ann = await open('1');
    platform.failing = false;
    await host.received(ann, 'hello');
    expect(ann.frames).toEqual([{ type: 'standup hello', count: 42 }]);
  });

  it('closes with the code of the reason: 44xx for good, another to come back (W5, W7)', async () => {
    const [ann, bo] = [await open('1'), await open('2')];
    await host.received(ann, 'rude');
    expect(ann.closedWith).toBe(4401);
    platform.nowMs += 60_000;
    await host.due();
    expect(bo.closedWith).toBe(4000);
  });

  it.each([
    ['no message', '', 4400],
    ['bytes', new ArrayBuffer(4), 4400],
    ['a frame above the limit', 'x'.repeat(limits.frameLength + 1), 4413],
  ])('closes a socket that sends %s (W1, W7)', async (_, frame, code) => {
    const ann = await open('1');
    await host.received(ann, frame);
    expect(ann.closedWith).toBe(code);
  });

  it('closes a socket from which too much arrives, and takes up to that again after a rest (W7)', async () => {
    const [ann, bo] = [await open('1'), await open('2')];
    for (let n = 0; n < roomRate.burst; n += 1) void host.received(ann, 'hello');
    platform.nowMs += 1_000;
    for (let n = 0; n < roomRate.perSecond; n += 1) await host.received(ann, 'hello');
    expect(ann.closedWith).toBeUndefined();
    await host.received(ann, 'hello');
    expect(ann.closedWith).toBe(4429);
    expect(bo.sent).toHaveLength(roomRate.burst + roomRate.perSecond);
    expect(bo.closedWith).toBeUndefined();
  });

  it('drops what was still on its way when a socket closed', async () => {
    const [ann, bo] = [await open('1'), await open('2')];
    ann.readyState = 2;
    await host.received(ann, 'late');
    expect(bo.sent).toEqual([]);
  });

  it('gives the machine a closed socket for the last time, and lets it forget', async () => {
    const ann = await open('1');
    ann.readyState = 3;
    await host.closed(ann);
    expect(machine.forgotten).toEqual(['1']);
  });

  it('sets the alarm to when the machine has something to do, and only ever earlier until it rings', async () => {
    const start = platform.nowMs;
    const ann = await open('1');
    expect(platform.alarmAt).toBe(start + 60_000);
    platform.nowMs += 30_000;
    await host.received(ann, 'hello');
    await open('2');
    expect(platform.alarmAt).toBe(start + 60_000);
    platform.nowMs += 30_000;
    await host.due();
    expect(platform.alarmAt).toBe(start + 90_000);
  });
});
