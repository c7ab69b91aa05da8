import { backOffMs } from '../core/back-off.js';
import type { Clock } from './clock.js';
import type { Socket, SocketEvents } from './ports.js';
import { Timer } from './timer.js';

/** An attempt that takes longer meets a dead line; the next one may find another. */
const attemptLimitMs = 4_000;
/** A socket that stayed open for so long was no crash loop: the next attempt comes soon again. */
const steadyMs = 5_000;
/** RFC 6455 section 7.4.1, normal closure: the code that is reported where we gave the socket up. */
const closedByUs = 1000;
/** RFC 6455 section 7.4.1, abnormal closure: the code that is reported where an attempt never became a connection. */
const neverOpened = 1006;

/** The part of `WebSocket` that is used here. */
export interface PlainSocket extends Pick<WebSocket, 'readyState' | 'OPEN' | 'send' | 'close'> {
  onopen: ((event: Event) => void) | null;
  onmessage: ((event: MessageEvent) => void) | null;
  onclose: ((event: CloseEvent) => void) | null;
}

export interface ReconnectingSocketOptions {
  readonly events: SocketEvents;
  readonly clock: Clock;
  /** A fresh number from 0 to 1 at each call. */
  random(): number;
  /** Starts one connection; throws where the browser refuses the address. */
  connect(): PlainSocket;
}

/** A WebSocket that is replaced by a fresh one, after a growing wait, whenever it closes. */
export class ReconnectingSocket implements Socket {
  readonly #options: ReconnectingSocketOptions;
  #socket: PlainSocket | undefined;
  readonly #ending = new AbortController();
  /** The limit of the present attempt, or the wait for the next one. */
  readonly #timer: Timer;
  /** How many attempts in a row led to no steady connection. */
  #attempt = 0;
  #openedAtMs: number | undefined;

  constructor(options: ReconnectingSocketOptions) {
    this.#options = options;
    this.#timer = new Timer(options.clock, this.#ending.signal);
    this.#connect();
  }

  send(text: string): boolean {
    const socket = this.#socket;
    if (!socket || socket.readyState !== socket.OPEN) return false;
    socket.send(text);
    return true;
  }

  reconnect(): void {
    this.#detach();
    this.#options.events.closed(closedByUs);
    this.#connect();
  }

  close(): void {
    this.#ending.abort();
    this.#detach();
  }

  #connect(): void {
    // A listener may have closed this when the last connection ended.
    if (this.#ending.signal.aborted) return;
    const { connect, clock, events } = this.#options;
    this.#timer.start(attemptLimitMs, () => this.#ended(neverOpened));
    try {
      this.#socket = connect();
    } catch {
      // A page on HTTPS may not open `ws:`. Wait for the limit, so that no listener is called inside the constructor.
      return;
    }
    this.#socket.onopen = () => {
      this.#timer.stop();
      this.#openedAtMs = clock.now();
      events.opened();
    };
    this.#socket.onmessage = ({ data }) => events.received(data);
    this.#socket.onclose = ({ code }) => this.#ended(code);
  }

  #ended(code: number): void {
    const { clock, events, random } = this.#options;
    const isSteady = this.#openedAtMs !== undefined && clock.now() - this.#openedAtMs >= steadyMs;
    const attempt = isSteady ? 0 : this.#attempt;
    this.#attempt = attempt + 1;
    this.#detach();
    if (!events.closed(code) || this.#ending.signal.aborted) return;
    this.#timer.start(backOffMs(attempt, random()), () => this.#connect());
  }

  /** Neither waits for the close of the present socket nor listens to it any more: a dead line may take minutes to say so. */
  #detach(): void {
    this.#timer.stop();
    this.#openedAtMs = undefined;
    const socket = this.#socket;
    this.#socket = undefined;
    if (!socket) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }
}
