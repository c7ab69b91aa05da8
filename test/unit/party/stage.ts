import { close, expel, open, receive, reconcile, refusalOf } from '../../../party/room.js';
import type { Room, RoomMessage, Rules, Seat, Step } from '../../../party/room.js';
import type { ClientMessage } from '../../../src/protocol/client-message.js';
import type { EndReason } from '../../../src/protocol/close-codes.js';
import type { ServerMessage } from '../../../src/protocol/server-message.js';

/** A room with its sockets played: keeps what each was sent and how it ended. */
export class Stage {
  room: Room = { seats: new Map(), sockets: new Map() };
  now = 1_000_000;
  readonly rules: Rules;
  readonly sent = new Map<string, ServerMessage[]>();
  readonly ended = new Map<string, EndReason>();
  /** Deliveries to a socket that was not there: always a fault. */
  readonly stray: string[] = [];

  constructor(rules: Partial<Rules> = {}) {
    this.rules = { capacity: 8, hostPassesOn: true, ...rules };
  }

  open(...keys: string[]): this {
    for (const key of keys) this.play(open(this.room, key, this.now));
    return this;
  }

  send(key: string, message: RoomMessage): this {
    return this.play(receive(this.room, key, message, this.now, this.rules));
  }

  /** Opens a socket and watches; the id is the key's letter, so that `a` and `a2` are the same participant. */
  watch(key: string, id = idOf(key)): this {
    if (!this.room.sockets.has(key)) this.open(key);
    return this.send(key, { type: 'watch', id, iceServers: [] });
  }

  join(key: string, changed: Partial<Extract<RoomMessage, { type: 'join' }>> = {}): this {
    if (!this.room.sockets.has(key)) this.open(key);
    return this.send(key, {
      type: 'join',
      id: idOf(key),
      name: idOf(key).toUpperCase(),
      metadata: {},
      iceServers: [],
      ...changed,
    });
  }

  close(key: string): this {
    return this.play(close(this.room, key, this.now));
  }

  expel(key: string): this {
    return this.play(expel(this.room, key, 'rate-limited', this.rules));
  }

  wait(ms: number): this {
    this.now += ms;
    return this.play(reconcile(this.room, this.now, this.rules));
  }

  /** The room server is killed: the sockets are gone, and nobody was there to see it. */
  crash(): this {
    this.room = { ...this.room, sockets: new Map() };
    return this;
  }

  refusal(key: string, message: ClientMessage): string | undefined {
    const socket = this.room.sockets.get(key);
    return socket && refusalOf(socket, message);
  }

  /** What a socket was sent since the last look. */
  take(key: string): ServerMessage[] {
    const messages = this.sent.get(key) ?? [];
    this.sent.delete(key);
    return messages;
  }

  takeAll(): Record<string, ServerMessage[]> {
    const all = Object.fromEntries(this.sent);
    this.sent.clear();
    return all;
  }

  seat(id: string): Seat | undefined {
    return this.room.seats.get(id);
  }

  hosts(): string[] {
    return [...this.room.seats].flatMap(([id, { role }]) => (role === 'host' ? [id] : []));
  }

  private play(step: Step): this {
    const ending = new Set(step.endings.map(({ key }) => key));
    for (const { to, message } of step.deliveries) {
      if (!step.room.sockets.has(to) && !ending.has(to)) this.stray.push(to);
      this.sent.set(to, [...(this.sent.get(to) ?? []), message]);
    }
    for (const { key, reason } of step.endings) this.ended.set(key, reason);
    this.room = step.room;
    return this;
  }
}

/** The participant behind a socket's key: its first letter. */
export function idOf(key: string): string {
  return key.slice(0, 1);
}
