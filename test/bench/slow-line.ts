import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { createFrameCount, type Traffic } from './frame-count.js';

/** One-way trips that pass before a browser may send its first byte: TCP takes two, TLS 1.3 two more (RFC 8446 section 2). */
const openingTrips = 4;

/** If no bytes have passed for this long, the preparation is over. */
const quietMs = 400;

/** A connection to a server that delays all bytes and counts them. */
export interface SlowLine {
  /** The address of the server through this connection. */
  readonly host: string;
  /** How long each byte travels from now on, in either direction. */
  delayMs: number;
  readonly toServer: Traffic;
  readonly fromServer: Traffic;
  /** Counts from zero. */
  reset(): void;
  /** Resolves when nothing is on the way and nothing has been for a while. */
  quiet(): Promise<void>;
  close(): Promise<void>;
}

export async function createSlowLine(serverPort: number): Promise<SlowLine> {
  const toServer: Traffic = { messages: 0, bytes: 0 };
  const fromServer: Traffic = { messages: 0, bytes: 0 };
  const sockets = new Set<Socket>();
  const onTheWay = new Set<number>();
  let passed = 0;
  let lastPassedAt = performance.now();

  const listener = createServer({ noDelay: true }, (client) => {
    const server = connect({ port: serverPort, host: '127.0.0.1', noDelay: true });
    const openedAt = performance.now() + openingTrips * line.delayMs;
    pass(client, server, openedAt, createFrameCount(toServer));
    pass(server, client, openedAt, createFrameCount(fromServer));
  });

  const pass = (from: Socket, to: Socket, openedAt: number, count: (chunk: Buffer) => void): void => {
    sockets.add(from);
    let last = Promise.resolve();
    const later = (run: () => void): void => {
      const dueAt = Math.max(performance.now(), openedAt) + line.delayMs;
      const ticket = (passed += 1);
      onTheWay.add(ticket);
      last = last.then(async () => {
        const waitMs = dueAt - performance.now();
        if (waitMs > 0) await pause(waitMs);
        onTheWay.delete(ticket);
        lastPassedAt = performance.now();
        run();
      });
    };
    from.on('data', (chunk) => {
      count(chunk);
      later(() => to.write(chunk));
    });
    from.on('end', () => later(() => to.end()));
    // A page that is closed tears its connections; so does a server that ends.
    from.on('error', () => to.destroy());
    from.on('close', () => {
      sockets.delete(from);
      later(() => to.end());
    });
  };

  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const line: SlowLine = {
    host: `127.0.0.1:${(listener.address() as AddressInfo).port}`,
    delayMs: 0,
    toServer,
    fromServer,
    reset() {
      for (const traffic of [toServer, fromServer]) traffic.messages = traffic.bytes = 0;
    },
    async quiet() {
      while (onTheWay.size > 0 || performance.now() - lastPassedAt < quietMs) await pause(20);
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      listener.close();
      await once(listener, 'close');
    },
  };
  return line;
}
