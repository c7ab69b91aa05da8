import { CallError } from '../../core/call-error.js';
import type { LinkStats } from '../../core/link-stats.js';
import type { Place } from '../../core/membership.js';
import { isPolite } from '../../core/negotiation.js';
import type { ChannelMessage } from '../../protocol/channel-message.js';
import { decodeEnvelope } from '../../protocol/signal.js';
import type { Ports } from '../ports.js';
import { Timer } from '../timer.js';
import {
  type LinkStatus,
  nothingOutgoing,
  type Outgoing,
  type Present,
  type Transport,
  type TransportEvents,
} from '../transport.js';
import { Connection } from './connection.js';
import { PeerLink } from './peer-link.js';

/** Connections made ahead: the first few peers are the ones that the eye waits for. */
const spareLimit = 4;
/** The offers of a newcomer are out within this time; until then nothing is drawn. */
const offeredWithinMs = 20;

/** Everyone is connected to everyone: a link to each of the others. */
export class MeshTransport implements Transport {
  readonly #ports: Ports;
  readonly #events: TransportEvents;
  readonly #ending = new AbortController();
  readonly #discarding: Timer;
  readonly #links = new Map<string, PeerLink>();
  /** Connections of a pair are counted for as long as this session lasts (rule S3), also over links that ended. */
  readonly #epochs = new Map<string, number>();
  #others: ReadonlyMap<string, Place> = new Map();
  /** The links whose signals may be lost since the room server was last reached. */
  #unsynced = new Set<string>();
  #spares: Connection[] = [];
  #outgoing = nothingOutgoing;
  #configuration: RTCConfiguration = {};
  #isRouteOpen = false;

  constructor(ports: Ports, events: TransportEvents) {
    this.#ports = ports;
    this.#events = events;
    this.#discarding = new Timer(ports.clock, this.#ending.signal);
  }

  prepare(count: number): void {
    while (!this.#isOver && this.#spares.length < Math.min(count, spareLimit)) {
      const spare = this.#createConnection();
      spare.prepare();
      this.#spares.push(spare);
    }
  }

  present({ selfId, others }: Present, as: 'newcomer' | 'resident'): void {
    if (this.#isOver) return;
    const before = this.#others;
    this.#others = others;
    for (const id of this.#links.keys()) if (!others.has(id)) this.#close(id);
    const here = [...others].filter(([, place]) => place === 'here').map(([id]) => id);
    const unlinked = here.filter((id) => !this.#links.has(id));
    // Signals to a peer that was away went nowhere (rule S1).
    const back = here.filter((id) => before.get(id) === 'away' && this.#links.has(id));
    for (const id of back) this.#unsynced.add(id);
    if (as === 'newcomer') {
      this.#offer(selfId, unlinked);
      this.#resync(here);
      // When the offers that are on their way have taken theirs. A member that came since the room was watched gets none.
      this.#discarding.start(0, () => this.#closeSpares());
    } else {
      for (const id of unlinked) this.#link(selfId, id).await();
      this.#resync(back);
    }
  }

  setOutgoing(outgoing: Outgoing): void {
    this.#outgoing = outgoing;
    for (const one of [...this.#spares, ...this.#links.values()]) one.setOutgoing(outgoing);
  }

  configure(configuration: RTCConfiguration): void {
    const before = this.#configuration;
    this.#configuration = configuration;
    // A spare that does not take it may have been made without the relay that is asked for: it is never used.
    this.#spares = this.#spares.filter((spare) => {
      const isTaken = spare.configure(configuration);
      if (!isTaken) spare.close();
      return isTaken;
    });
    for (const link of this.#links.values()) {
      link.configure(configuration);
      // Paths that are not allowed any more are given up when new ones are sought.
      if (policyOf(configuration) !== policyOf(before)) link.restartIce();
    }
  }

  setRouteOpen(open: boolean): void {
    if (open && !this.#isRouteOpen) this.#unsynced = new Set(this.#links.keys());
    this.#isRouteOpen = open;
  }

  receive(from: string, value: unknown): void {
    const envelope = decodeEnvelope(value);
    if (envelope) this.#links.get(from)?.receive(envelope);
  }

  linkOf(id: string): LinkStatus | undefined {
    return this.#links.get(id)?.status;
  }

  say(message: ChannelMessage, to?: string): boolean {
    const text = JSON.stringify(message);
    return this.#receivers(to)
      .map((link) => link?.say(text) ?? false)
      .every(Boolean);
  }

  tell(message: ChannelMessage, to?: string): boolean {
    const text = JSON.stringify(message);
    return this.#receivers(to)
      .map((link) => link?.tell(text) ?? false)
      .every(Boolean);
  }

  levelOf(id: string): number {
    return this.#links.get(id)?.level ?? 0;
  }

  async stats(id: string): Promise<LinkStats | undefined> {
    return this.#links.get(id)?.stats();
  }

  end(): void {
    this.#ending.abort();
    for (const id of this.#links.keys()) this.#close(id);
    this.#closeSpares();
  }

  get #isOver(): boolean {
    return this.#ending.signal.aborted;
  }

  #receivers(to: string | undefined): readonly (PeerLink | undefined)[] {
    return to === undefined ? [...this.#links.values()] : [this.#links.get(to)];
  }

  /** The first offer goes out at once; many at once would hold up the page. */
  #offer(selfId: string, ids: readonly string[]): void {
    if (ids.length > 0) this.#ports.priority.hold(offeredWithinMs, this.#ending.signal);
    const [first, ...others] = ids.map((id) => this.#link(selfId, id));
    first?.offer(this.#spares.shift());
    for (const other of others) other.offerSoon(() => this.#spares.shift());
  }

  #resync(ids: readonly string[]): void {
    for (const id of ids) if (this.#unsynced.delete(id)) this.#links.get(id)?.resync();
  }

  #link(selfId: string, id: string): PeerLink {
    const link: PeerLink = new PeerLink({
      id,
      clock: this.#ports.clock,
      priority: this.#ports.priority,
      polite: isPolite(selfId, id),
      epoch: this.#epochs.get(id) ?? 0,
      createConnection: () => this.#createConnection(),
      isRouteOpen: () => this.#isRouteOpen,
      events: {
        send: (envelope) => this.#events.route(id, envelope),
        changed: (status) => this.#events.link(id, status),
        tracks: (tracks) => this.#events.tracks(id, tracks),
        opened: () => this.#events.opened(id),
        message: (message) => this.#events.message(id, message),
        doubt: () => this.#events.doubt(id),
      },
    });
    this.#links.set(id, link);
    return link;
  }

  #close(id: string): void {
    const link = this.#links.get(id);
    if (!link) return;
    this.#links.delete(id);
    this.#unsynced.delete(id);
    this.#epochs.set(id, link.epoch);
    link.close();
  }

  #closeSpares(): void {
    for (const spare of this.#spares.splice(0)) spare.close();
  }

  #createConnection(): Connection {
    try {
      return new Connection(this.#ports, this.#configuration, this.#outgoing);
    } catch (cause) {
      // The browser does not take an address or a credential (W3C WebRTC section 4.4.1.1). Report it once and go on without
      // servers: the transport policy stays, so that nothing goes around a relay that was asked for.
      this.#events.trouble(new CallError('bad-value', 'The browser refuses the ICE servers.', { cause }));
      this.#configuration = { ...this.#configuration, iceServers: [] };
      return new Connection(this.#ports, this.#configuration, this.#outgoing);
    }
  }
}

function policyOf({ iceTransportPolicy = 'all' }: RTCConfiguration): RTCIceTransportPolicy {
  return iceTransportPolicy;
}
