import type { ServerState } from '../core/state/call.js';
import type { Ports, Socket } from './ports.js';
import { Timer } from './timer.js';

/** Rarely enough that the server can sleep between, often enough that a dead socket is found. */
const calmHeartbeatMs = 13_000;
/** A server answers a ping in milliseconds; a mobile line may add a second. */
const answerLimitMs = 3_000;

/** Either side may ask for a sign of life, and gives one. */
type Heartbeat = { readonly type: 'ping' | 'pong' };

/** What arrives, the heartbeat aside. */
export type News<In extends { readonly type: string }> = Exclude<In, Heartbeat>;

export interface LineOptions<In extends { readonly type: string }, Reason> {
  readonly ports: Pick<Ports, 'clock' | 'openSocket'>;
  readonly url: string;
  /** The line is closed when this aborts. */
  readonly signal: AbortSignal;
  /** A message in a frame; undefined where it is none. */
  decode(frame: unknown): In | undefined;
  /** Why the server has closed the line for good; undefined where the line is to come back. */
  reasonOf(closeCode: number): Reason | undefined;
  readonly events: LineEvents<In, Reason>;
}

export interface LineEvents<In extends { readonly type: string }, Reason> {
  /** A new socket is open: say who we are. */
  opened(): void;
  received(message: News<In>): void;
  changed(server: ServerState): void;
  /** The server wants us no more; no further attempt is made. */
  refused(reason: Reason): void;
}

/**
 * The line to a server of this project: one socket at a time, replaced whenever it is dead. It queues nothing (rule S2 resends),
 * and knows no message but the heartbeat.
 */
export class Line<In extends { readonly type: string }, Out extends { readonly type: string }, Reason> {
  readonly #options: LineOptions<In, Reason>;
  readonly #socket: Socket;
  readonly #heartbeat: Timer;
  #server: ServerState = 'connecting';
  #isClosed = false;
  /** The server was asked for a sign of life. */
  #isAsking = false;

  constructor(options: LineOptions<In, Reason>) {
    const { ports, url, signal } = options;
    this.#options = options;
    this.#heartbeat = new Timer(ports.clock, signal);
    signal.addEventListener('abort', () => this.#close(), { once: true });
    this.#socket = ports.openSocket(url, {
      opened: () => this.#opened(),
      received: (frame) => this.#received(frame),
      closed: (code) => this.#ended(code),
    });
  }

  get open(): boolean {
    return this.#server === 'open';
  }

  /** False where the line is down; the message is dropped. */
  send(message: Out | Heartbeat): boolean {
    return !this.#isClosed && this.#socket.send(JSON.stringify(message));
  }

  /** Asks for an answer now: something makes the line doubtful. Asking again while waiting changes nothing. */
  probe(): void {
    if (!this.#isClosed && this.open && !this.#isAsking) this.#ping();
  }

  /** The device woke up or is online again: no need to wait for the next attempt. */
  wake(): void {
    if (this.open) this.probe();
    else if (!this.#isClosed) this.#socket.reconnect();
  }

  #close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#socket.close();
  }

  #opened(): void {
    if (this.#isClosed) return;
    this.#change('open');
    this.#calm();
    this.#options.events.opened();
  }

  #received(frame: unknown): void {
    if (this.#isClosed) return;
    // Whatever arrives proves the line, also what nobody here understands. The heartbeat keeps its time all the same: the
    // server wants to hear from us too.
    if (this.#isAsking) this.#calm();
    const message = this.#options.decode(frame);
    if (message?.type === 'ping') this.send({ type: 'pong' });
    else if (message && message.type !== 'pong') this.#options.events.received(message as News<In>);
  }

  #ended(code: number): boolean {
    if (this.#isClosed) return false;
    this.#heartbeat.stop();
    const reason = this.#options.reasonOf(code);
    if (reason === undefined) {
      this.#change('disconnected');
      return true;
    }
    this.#isClosed = true;
    this.#change('closed');
    this.#options.events.refused(reason);
    return false;
  }

  #calm(): void {
    this.#isAsking = false;
    this.#heartbeat.start(calmHeartbeatMs, () => this.#ping());
  }

  #ping(): void {
    this.#isAsking = true;
    this.send({ type: 'ping' });
    this.#heartbeat.start(answerLimitMs, () => this.#socket.reconnect());
  }

  #change(server: ServerState): void {
    if (this.#server === server) return;
    this.#server = server;
    this.#options.events.changed(server);
  }
}
