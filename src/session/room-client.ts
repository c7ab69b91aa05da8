import type { HostAct } from '../core/host-act.js';
import {
  type Membership,
  type MembershipAction,
  type MembershipEvent,
  nobodyPresent,
  stepMembership,
} from '../core/membership.js';
import type { Fact } from '../core/fact.js';
import type { Metadata } from '../core/state/self.js';
import type { ClientMessage } from '../protocol/client-message.js';
import { type CloseReason, closeReasonOf } from '../protocol/close-codes.js';
import { decodeServerMessage, type IceServer, type ServerMessage } from '../protocol/server-message.js';
import { PROTOCOL_VERSION } from '../protocol/version.js';
import type { Ports } from './ports.js';
import { Line, type News } from './line.js';
import type { CallStore } from './call-store.js';
import { Timer } from './timer.js';
import type { Present } from './transport.js';

/** The names on the pre-join screen are at most so old. */
const lookEveryMs = 20_000;

/** What the self shows to the room server. */
export interface Profile {
  readonly name: string;
  readonly metadata: Metadata;
  readonly token: string | undefined;
}

export interface RoomClientOptions {
  readonly ports: Ports;
  readonly store: CallStore;
  readonly signal: AbortSignal;
  /** The address of the room's socket. */
  readonly url: string;
  profile(): Profile;
  /** Those whose links work. */
  connected(): readonly string[];
  readonly events: RoomClientEvents;
}

export interface RoomClientEvents {
  /** So many are in the room that will be joined. */
  awaited(count: number): void;
  present(present: Present, as: 'newcomer' | 'resident'): void;
  /** A participant is in the room no more. */
  gone(id: string): void;
  /** The room server has taken us in, for the first time or again. */
  welcomed(): void;
  /** How to reach the others, and for how many milliseconds that is good; undefined for as long as anybody likes. */
  iceServers(servers: readonly IceServer[], validMs: number | undefined): void;
  /** A host asks to switch the microphone off. */
  muted(): void;
  signal(from: string, envelope: unknown): void;
  /** Whether messages can be passed on to others. */
  routeOpen(open: boolean): void;
  /** The room server ends the call. */
  refused(reason: CloseReason): void;
}

/** Being in a room, as the room server sees it: watching, joining, who is present, and what is asked of the room server. */
export class RoomClient {
  readonly #options: RoomClientOptions;
  readonly #secret: string;
  readonly #line: Line<ServerMessage, ClientMessage, CloseReason>;
  /** Waits until the room server is asked again who is there. */
  readonly #looking: Timer;
  /** Waits until the unnamed are looked at again. */
  readonly #naming: Timer;
  #membership: Membership = nobodyPresent;

  constructor(options: RoomClientOptions) {
    const { ports, store, signal, url, events } = options;
    this.#options = options;
    this.#secret = ports.createSecret();
    this.#looking = new Timer(ports.clock, signal);
    this.#naming = new Timer(ports.clock, signal);
    this.#line = new Line({
      ports,
      url,
      signal,
      decode: decodeServerMessage,
      reasonOf: closeReasonOf,
      events: {
        opened: () => (store.state.call.phase === 'prejoin' ? this.watch() : this.#join()),
        received: (message) => this.#received(message),
        changed: (server) => {
          events.routeOpen(server === 'open');
          store.apply({ type: 'server-changed', server });
        },
        refused: (reason) => events.refused(reason),
      },
    });
    store.apply({ type: 'server-changed', server: 'connecting' });
  }

  /** Asks who is there, and how to reach them. Nobody else learns of it (rule J1). */
  watch(): void {
    const { token } = this.#options.profile();
    this.#line.send({ type: 'watch', version: PROTOCOL_VERSION, secret: this.#secret, token });
  }

  /** Joins now, or as soon as the line is open; false where that is yet to come. */
  join(): boolean {
    if (this.#line.open) this.#join();
    return this.#line.open;
  }

  leave(): void {
    this.#line.send({ type: 'leave' });
  }

  /** A changed profile. While the line is down `join` says it, when the line is back. */
  update({ name, metadata }: Profile): void {
    this.#line.send({ type: 'update', name, metadata });
  }

  /** False where the room server cannot be asked now. */
  act(act: HostAct): boolean {
    return this.#line.send(act);
  }

  /** Passes an envelope on to a participant. */
  route(to: string, envelope: Readonly<Record<string, unknown>>): void {
    this.#line.send({ type: 'signal', to, envelope });
  }

  /** Nothing arrives from a participant: asks whether it is still there, and sees whether the room server is. */
  doubt(id: string): void {
    this.#line.send({ type: 'doubt', id });
    this.#line.probe();
  }

  wake(): void {
    this.#line.wake();
  }

  /** A participant has said itself that it leaves. */
  left(id: string): void {
    this.#step({ type: 'left', id, reason: 'left' });
  }

  #join(): void {
    this.#looking.stop();
    const { name, metadata, token } = this.#options.profile();
    this.#line.send({ type: 'join', version: PROTOCOL_VERSION, secret: this.#secret, token, name, metadata });
    // A socket may be open to a server that receives nothing.
    this.#line.probe();
    // Those who were there a moment ago get their offers without waiting for the welcome (rule J2).
    if (!this.#membership.isMember) this.#present('newcomer');
  }

  #received(message: News<ServerMessage>): void {
    const { store, events } = this.#options;
    // Before the person joins, the room server may say who is there and no more: nothing it says reaches out to anybody.
    if (store.state.call.phase === 'prejoin' && message.type !== 'ready') return;
    switch (message.type) {
      case 'ready':
        return this.#ready(message);
      case 'welcome':
        return this.#welcomed(message);
      case 'member':
        return this.#step({ type: 'member', member: message.member });
      case 'left':
        return this.#step({ type: 'left', id: message.id, reason: message.reason });
      case 'mute':
        return events.muted();
      case 'signal':
        return events.signal(message.from, message.envelope);
    }
  }

  #ready({ id, members, names, iceServers, iceValidMs }: Extract<ServerMessage, { type: 'ready' }>): void {
    const { ports, store, events } = this.#options;
    events.iceServers(iceServers, iceValidMs);
    // Too late for the rest where `join` has gone out meanwhile: the welcome says more.
    if (store.state.call.phase !== 'prejoin') return;
    [this.#membership] = stepMembership(this.#membership, { type: 'ready', id, members }, ports.clock.now());
    events.awaited(members.length);
    if (names) store.apply({ type: 'present-seen', names: Object.freeze(names) });
    // The room server does not report to a watcher who comes and goes: ask again.
    this.#looking.start(lookEveryMs, () => this.watch());
  }

  #welcomed({ id, members, iceServers, iceValidMs }: Extract<ServerMessage, { type: 'welcome' }>): void {
    const { events, connected } = this.#options;
    events.iceServers(iceServers, iceValidMs);
    this.#step({ type: 'welcome', id, members, connected: connected() }, 'newcomer');
    events.welcomed();
  }

  /** What a change in the room means for the links comes first, then what the state makes of it. */
  #step(event: MembershipEvent, as: 'newcomer' | 'resident' = 'resident'): void {
    const { ports, store, events, connected } = this.#options;
    const before = this.#membership;
    const [membership, actions] = stepMembership(before, event, ports.clock.now());
    this.#membership = membership;
    if (membership !== before) this.#present(as);
    for (const id of before.others.keys()) if (!membership.others.has(id)) events.gone(id);
    for (const action of actions) store.apply(factOf(action));
    const { lookAtMs } = membership;
    if (lookAtMs === undefined) this.#naming.stop();
    else if (lookAtMs !== before.lookAtMs) {
      const delayMs = lookAtMs - ports.clock.now();
      this.#naming.start(delayMs, () => this.#step({ type: 'time', connected: connected() }));
    }
  }

  #present(as: 'newcomer' | 'resident'): void {
    const { selfId, others } = this.#membership;
    if (selfId !== undefined) this.#options.events.present({ selfId, others }, as);
  }
}

function factOf(action: MembershipAction): Fact {
  switch (action.type) {
    case 'welcomed':
      return { type: 'welcomed', id: action.id, members: action.members, kept: action.kept };
    case 'seen':
      return { type: 'member-seen', member: action.member };
    case 'gone':
      return { type: 'member-left', id: action.id, reason: action.reason };
  }
}
