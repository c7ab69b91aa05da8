import type { ServerState } from '../core/state/call.js';
import { type ClientMessage } from '../protocol/client-message.js';
import { type CloseReason, closeReasonOf } from '../protocol/close-codes.js';
import { decodeServerMessage, type ServerMessage } from '../protocol/server-message.js';
import type { Clock, Ports, Socket } from './ports.js';

/** Rarely enough that the room server can sleep between, often enough that a dead socket is found. */
const calmHeartbeatMs = 13_000;
/** A room server answers a ping in milliseconds; a mobile line may add a second. */
const answerLimitMs = 3_000;

/** What the room server tells, its heartbeat aside. */
export type RoomNews = Exclude<ServerMessage, { type: 'ping' | 'pong' }>;

export interface SignallingEvents {
  /** A new socket is open: say who we are. */
  opened(): void;
  received(message: RoomNews): void;
  changed(server: ServerState): void;
  /** The room server wants us no more; no further attempt is made. */
  refused(reason: CloseReason): void;
}

/** The line to the room server: one socket at a time, replaced whenever it is dead. Queues nothing (rule S2 resends). */
export class Signalling {
  readonly #clock: Clock;
  readonly #socket: Socket;
  readonly #events: SignallingEvents;
  #server: ServerState = 'connecting';
  #cancelTimer: () => void = () => undefined;
  #closed = false;
  #asked = false;

  constructor(ports: Ports, url: string, events: SignallingEvents) {
    this.#clock = ports.clock;
    this.#events = events;
    this.#socket = ports.openSocket(url, {
      opened: () => this.#opened(),
      received: (frame) => this.#received(frame),
      closed: (code) => this.#lost(code),
    });
  }

  get open(): boolean {
    return this.#server === 'open';
  }

  /** False where the line is down; the message is dropped. */
  send(message: ClientMessage): boolean {
    return !this.#closed && this.#socket.send(JSON.stringify(message));
  }

  /** Asks for an answer now: something makes the line doubtful. Asking again while waiting changes nothing. */
  probe(): void {
    if (!this.#closed && this.open && !this.#asked) this.#ping();
  }

  /** The device woke up or is online again: no need to wait for the next attempt. */
  wake(): void {
    if (this.open) this.probe();
    else if (!this.#closed) this.#socket.reconnect();
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#cancelTimer();
    this.#socket.close();
  }

  #opened(): void {
    if (this.#closed) return;
    this.#change('open');
    this.#calm();
    this.#events.opened();
  }

  #received(frame: unknown): void {
    if (this.#closed) return;
    // Whatever arrives proves the line, also what nobody here understands. The heartbeat keeps its time all the same: the
    // room server wants to hear from us too.
    if (this.#asked) this.#calm();
    const message = decodeServerMessage(frame);
    if (message?.type === 'ping') this.send({ type: 'pong' });
    else if (message && message.type !== 'pong') this.#events.received(message);
  }

  #lost(code: number): boolean {
    if (this.#closed) return false;
    this.#cancelTimer();
    const reason = closeReasonOf(code);
    if (!reason) {
      this.#change('lost');
      return true;
    }
    this.#closed = true;
    this.#change('closed');
    this.#events.refused(reason);
    return false;
  }

  #calm(): void {
    this.#asked = false;
    this.#after(calmHeartbeatMs, () => this.#ping());
  }

  #ping(): void {
    this.#asked = true;
    this.send({ type: 'ping' });
    this.#after(answerLimitMs, () => this.#socket.reconnect());
  }

  #after(delayMs: number, run: () => void): void {
    this.#cancelTimer();
    this.#cancelTimer = this.#clock.after(delayMs, run);
  }

  #change(server: ServerState): void {
    if (this.#server === server) return;
    this.#server = server;
    this.#events.changed(server);
  }
}
