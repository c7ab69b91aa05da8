import type { Ports, Socket, SocketEvents } from '../../src/session/ports.js';
import { Priority } from '../../src/session/priority.js';
import { FakeClock } from './fake-clock.js';
import { FakeConnection } from './fake-connection.js';
import { FakeMedia } from './fake-media.js';
import { FakeSocket } from './fake-socket.js';

/** A world for one session, all of it in the hands of the test. */
export class FakePorts implements Ports {
  readonly clock = new FakeClock();
  readonly priority = new Priority(this.clock);
  readonly media = new FakeMedia();
  readonly sockets: FakeSocket[] = [];
  readonly connections: FakeConnection[] = [];
  readonly #wakes = new Set<() => void>();
  readonly #closes = new Set<() => void>();
  readonly page = {
    onWake: (run: () => void, signal: AbortSignal) => listen(this.#wakes, run, signal),
    onClose: (run: () => void, signal: AbortSignal) => listen(this.#closes, run, signal),
  };

  get socket(): FakeSocket {
    const [socket] = this.sockets;
    if (!socket) throw new Error('No socket was opened.');
    return socket;
  }

  /** How many listen to the page. */
  get pageListenerCount(): number {
    return this.#wakes.size + this.#closes.size;
  }

  /** The connections that are not closed. */
  get openConnections(): FakeConnection[] {
    return this.connections.filter(({ isClosed }) => !isClosed);
  }

  createSecret(): string {
    return 'secret'.padEnd(43, '-');
  }

  openSocket(url: string, events: SocketEvents): Socket {
    const socket = new FakeSocket(events, url);
    this.sockets.push(socket);
    return socket;
  }

  createConnection(configuration: RTCConfiguration): RTCPeerConnection {
    const connection = new FakeConnection(configuration);
    this.connections.push(connection);
    return connection as unknown as RTCPeerConnection;
  }

  closePage(): void {
    for (const run of [...this.#closes]) run();
  }
}

function listen(runs: Set<() => void>, run: () => void, signal: AbortSignal): void {
  runs.add(run);
  signal.addEventListener('abort', () => runs.delete(run));
}
