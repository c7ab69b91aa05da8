import { describe, expect, it } from 'vitest';
import { type PlainSocket, ReconnectingSocket } from '../../../src/session/reconnecting-socket.js';
import { FakeClock } from '../../fakes/fake-clock.js';

/** A browser's socket that the test opens, feeds and ends. */
class FakeWebSocket implements PlainSocket {
  readonly OPEN = 1;
  readyState: PlainSocket['readyState'] = 0;
  onopen: PlainSocket['onopen'] = null;
  onmessage: PlainSocket['onmessage'] = null;
  onclose: PlainSocket['onclose'] = null;
  readonly sent: unknown[] = [];
  isGivenUp = false;

  send(text: unknown): void {
    this.sent.push(text);
  }

  /** As on a dead line: the close event comes much later, or never. */
  close(): void {
    this.isGivenUp = true;
    this.readyState = 2;
  }

  open(): void {
    this.readyState = 1;
    this.onopen?.(new Event('open'));
  }

  say(data: string): void {
    this.onmessage?.(new MessageEvent('message', { data }));
  }

  end(code: number): void {
    this.readyState = 3;
    this.onclose?.({ code } as CloseEvent);
  }
}

interface Circumstances {
  /** What the back-off draws. Default: the longest wait. */
  random?: number;
  /** Answers whether to try again. */
  closed?(code: number): boolean;
  /** Whether the browser refuses the address. */
  refuses?: boolean;
}

function start({ random = 1, closed = () => true, refuses = false }: Circumstances = {}) {
  const clock = new FakeClock();
  const sockets: FakeWebSocket[] = [];
  const log: unknown[] = [];
  let attempts = 0;
  const socket = new ReconnectingSocket({
    clock,
    random: () => random,
    events: {
      opened: () => log.push('opened'),
      received: (frame) => log.push(frame),
      closed(code) {
        log.push(code);
        return closed(code);
      },
    },
    connect() {
      attempts += 1;
      if (refuses) throw new DOMException('An insecure socket on a secure page.', 'SecurityError');
      const fresh = new FakeWebSocket();
      sockets.push(fresh);
      return fresh;
    },
  });
  return {
    clock,
    socket,
    sockets,
    log,
    attempts: () => attempts,
    /** The connection in use or in the making. */
    latest() {
      const last = sockets.at(-1);
      if (!last) throw new Error('No socket was opened.');
      return last;
    },
    /** How long it takes until the next attempt, milliseconds. */
    waitMs() {
      const before = attempts;
      const startedMs = clock.now();
      while (attempts === before) clock.pass(1);
      return clock.now() - startedMs;
    },
  };
}

type Started = ReturnType<typeof start>;

describe('ReconnectingSocket', () => {
  it('connects at once, tells when the connection is open, and passes on what arrives', () => {
    const { latest, log } = start();
    expect(log).toEqual([]);
    latest().open();
    latest().say('hello');
    expect(log).toEqual(['opened', 'hello']);
  });

  it('sends on an open connection only, and drops the rest', () => {
    const { socket, latest, clock, sockets } = start();
    expect(socket.send('early')).toBe(false);
    latest().open();
    expect(socket.send('in time')).toBe(true);
    latest().end(1006);
    expect(socket.send('late')).toBe(false);
    clock.pass(250);
    latest().open();
    expect(sockets.map(({ sent }) => sent)).toEqual([['in time'], []]);
  });

  it('tries again after each failure, later and later, but at most every 5 s', () => {
    const { latest, waitMs } = start();
    const waits = Array.from({ length: 7 }, () => {
      latest().end(1006);
      return waitMs();
    });
    expect(waits).toEqual([250, 500, 1_000, 2_000, 4_000, 5_000, 5_000]);
  });

  it('spreads the attempts of those who lost the same server', () => {
    const { latest, waitMs } = start({ random: 0 });
    latest().end(1006);
    expect(waitMs()).toBe(100);
  });

  it('starts again from a short wait once a connection held for 5 s, and no sooner', () => {
    const { latest, waitMs, clock } = start();
    latest().end(1006);
    waitMs();
    latest().open();
    clock.pass(4_999);
    latest().end(1006);
    expect(waitMs()).toBe(500);
    latest().open();
    clock.pass(5_000);
    latest().end(1006);
    expect(waitMs()).toBe(250);
    latest().end(1006);
    expect(waitMs()).toBe(500);
  });

  it('gives an attempt up after 4 s, and a connection that opened in time never', () => {
    const { latest, clock, sockets, log } = start();
    clock.pass(3_999);
    expect(log).toEqual([]);
    clock.pass(1);
    expect(sockets[0]?.isGivenUp).toBe(true);
    expect(log).toEqual([1006]);
    clock.pass(250);
    latest().open();
    clock.pass(3_600_000);
    expect(sockets).toHaveLength(2);
    expect(sockets[1]?.isGivenUp).toBe(false);
  });

  it('takes an address that the browser refuses for an attempt that fails', () => {
    const { clock, log, attempts } = start({ refuses: true });
    expect(log).toEqual([]);
    clock.pass(4_000);
    expect(log).toEqual([1006]);
    clock.pass(250);
    expect(attempts()).toBe(2);
  });

  it('stops for good when it is told to', () => {
    const { latest, clock, sockets } = start({ closed: (code) => code < 4400 });
    latest().open();
    latest().end(4401);
    clock.pass(3_600_000);
    expect(sockets).toHaveLength(1);
    expect(clock.waiting).toBe(0);
  });

  it('replaces a deaf connection at once, and hears nothing more of it', () => {
    const { socket, sockets, log } = start();
    const [deaf] = sockets;
    deaf?.open();
    socket.reconnect();
    expect(sockets).toHaveLength(2);
    expect(deaf?.isGivenUp).toBe(true);
    deaf?.say('too late');
    deaf?.end(1006);
    sockets[1]?.open();
    expect(log).toEqual(['opened', 1000, 'opened']);
    expect(sockets).toHaveLength(2);
  });

  it('does not wait where it is asked to come back', () => {
    const { socket, latest, clock, sockets } = start();
    latest().end(1006);
    socket.reconnect();
    latest().open();
    clock.pass(3_600_000);
    expect(sockets).toHaveLength(2);
  });

  it.each([
    ['while it connects', () => undefined],
    ['while it is open', (one: FakeWebSocket) => one.open()],
    ['while it waits', (one: FakeWebSocket) => one.end(1006)],
  ])('leaves nothing behind when it is closed %s', (_, bring) => {
    const { socket, latest, clock, log } = start();
    bring(latest());
    socket.close();
    log.length = 0;
    latest().say('too late');
    latest().end(1000);
    expect(latest().isGivenUp).toBe(true);
    clock.pass(3_600_000);
    expect(log).toEqual([]);
    expect(clock.waiting).toBe(0);
  });

  it.each([
    ['gave it up', (started: Started) => started.socket.reconnect()],
    ['lost it', (started: Started) => started.latest().end(1006)],
  ])('connects no more where it is closed by who hears that it %s', (_, lose) => {
    const closes: { socket?: ReconnectingSocket } = {};
    const started = start({
      closed() {
        closes.socket?.close();
        return true;
      },
    });
    closes.socket = started.socket;
    started.latest().open();
    lose(started);
    expect(started.sockets).toHaveLength(1);
    expect(started.clock.waiting).toBe(0);
  });
});
