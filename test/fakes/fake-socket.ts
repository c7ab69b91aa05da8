import type { ClientMessage } from '../../src/protocol/client-message.js';
import { decodeClientMessage } from '../../src/protocol/client-message.js';
import type { ServerMessage } from '../../src/protocol/server-message.js';
import type { Socket, SocketEvents } from '../../src/session/ports.js';

/** A socket that the test opens, feeds and breaks. */
export class FakeSocket implements Socket {
  readonly url: string;
  readonly sent: ClientMessage[] = [];
  reconnects = 0;
  isClosed = false;
  /** Whether the last end was one to come back from. */
  triesAgain = true;
  readonly #events: SocketEvents;
  #isOpen = false;

  constructor(events: SocketEvents, url = '') {
    this.url = url;
    this.#events = events;
  }

  send(text: string): boolean {
    const message = decodeClientMessage(text);
    if (!message) throw new Error(`No client message: ${text}`);
    if (this.#isOpen) this.sent.push(message);
    return this.#isOpen;
  }

  reconnect(): void {
    this.reconnects += 1;
    if (this.#isOpen) this.end(1000);
  }

  close(): void {
    this.isClosed = true;
    this.#isOpen = false;
  }

  open(): void {
    this.#isOpen = true;
    this.#events.opened();
  }

  say(message: ServerMessage | string): void {
    this.#events.received(typeof message === 'string' ? message : JSON.stringify(message));
  }

  end(code: number): void {
    this.#isOpen = false;
    this.triesAgain = this.#events.closed(code);
  }

  /** What was sent since the last look. */
  take(): ClientMessage[] {
    return this.sent.splice(0);
  }
}
