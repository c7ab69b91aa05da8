import { CallError } from '../../core/call-error.js';
import type { TrackSource } from '../../core/source.js';
import type { LinkState, Path } from '../../core/state/people.js';
import {
  judgeLink,
  type LinkAction,
  type LinkHealth,
  restartLink,
  reviveLink,
  startLink,
} from '../../core/link-health.js';
import type { LinkStats } from '../../core/link-stats.js';
import type { ChannelMessage } from '../../protocol/channel-message.js';
import type { SignalEnvelope } from '../../protocol/signal.js';
import type { Clock } from '../clock.js';
import type { Priority } from '../priority.js';
import { Timer } from '../timer.js';
import type { LinkStatus, Outgoing } from '../transport.js';
import { Channel } from './channel.js';
import type { Connection } from './connection.js';
import { linkStatsOf, sampleConnection } from './link-stats.js';
import { Negotiator } from './negotiator.js';

/** A newcomer offers within milliseconds; one that did not by now will not (rule J4). */
const offerAwaitedMs = 5_000;
/** Most newcomers offer within this time of being announced. */
const offerExpectedMs = 100;
/** The first offer of a link that waits for its task is made within this time. */
const offeredWithinMs = 200;
/** Silence is noticed within 2 s and this. */
const sampleEveryMs = 700;

export interface PeerLinkEvents {
  /** Pass this on to the peer by way of the room server. */
  send(envelope: SignalEnvelope): void;
  changed(status: LinkStatus): void;
  tracks(tracks: ReadonlyMap<TrackSource, MediaStreamTrack>): void;
  /** The data channel opened. */
  opened(): void;
  message(message: ChannelMessage): void;
  /** Nothing arrives from the peer. */
  doubt(): void;
}

export interface PeerLinkOptions {
  readonly id: string;
  readonly clock: Clock;
  readonly priority: Priority;
  readonly polite: boolean;
  /** The last epoch of this pair, 0 for none. */
  readonly epoch: number;
  createConnection(): Connection;
  isRouteOpen(): boolean;
  readonly events: PeerLinkEvents;
}

/** The link to one peer, over as many connections as it takes. Its health is judged by what arrives. */
export class PeerLink {
  readonly #options: PeerLinkOptions;
  readonly #ending = new AbortController();
  readonly #channel: Channel;
  readonly #negotiator: Negotiator;
  readonly #offering: Timer;
  readonly #awaiting: Timer;
  readonly #sampling: Timer;
  #health: LinkHealth;
  #connection: Connection | undefined;
  #status: LinkStatus = { link: 'new', path: undefined, failure: undefined };
  #path: Path | undefined;
  /** The peer says that it sends sound or pictures: then silence is a fault. */
  #expectsMedia = false;

  constructor(options: PeerLinkOptions) {
    const { clock, priority, epoch, polite, events } = options;
    const { signal } = this.#ending;
    this.#options = options;
    this.#channel = new Channel(() => clock.now());
    this.#offering = new Timer(clock, signal);
    this.#awaiting = new Timer(clock, signal);
    this.#sampling = new Timer(clock, signal);
    this.#negotiator = new Negotiator({
      clock,
      priority,
      signal,
      polite,
      epoch,
      send: (envelope) => events.send(envelope),
      begun: (next) => this.#begin(options.createConnection(), next),
      replaced: () => {
        const connection = options.createConnection();
        this.#use(connection);
        this.#negotiator.use(connection);
        return connection;
      },
      overflowed: () => this.offer(),
    });
    this.#health = startLink(clock.now());
  }

  /** The number of the present connection of this pair. */
  get epoch(): number {
    return this.#negotiator.epoch;
  }

  get status(): LinkStatus {
    return this.#status;
  }

  /** How loud the peer is at this moment, 0 to 1. */
  get level(): number {
    return this.#connection?.level ?? 0;
  }

  /** Makes a connection, or takes the one made ahead, and offers. */
  offer(spare?: Connection): void {
    const connection = spare ?? this.#options.createConnection();
    if (!spare) connection.prepare();
    this.#begin(connection, this.#negotiator.nextEpoch);
    this.#negotiator.offer(connection);
  }

  /** Offers in a task of its own. */
  offerSoon(takeSpare: () => Connection | undefined): void {
    const release = this.#options.priority.hold(offeredWithinMs, this.#ending.signal);
    this.#offering.start(0, () => {
      this.offer(takeSpare());
      release();
    });
  }

  /** Waits for the peer's offer, and not for ever. */
  await(): void {
    if (this.#connection) return;
    // It is drawn when its offer is answered.
    this.#options.priority.hold(offerExpectedMs, this.#ending.signal);
    this.#awaiting.start(offerAwaitedMs, () => {
      if (!this.#connection) this.offer();
    });
  }

  receive(envelope: SignalEnvelope): void {
    if (!this.#isOver) this.#negotiator.receive(envelope);
  }

  /** What was on its way to the peer may be lost: sends again what was not acknowledged, and asks for the same. */
  resync(): void {
    if (this.#isOver) return;
    if (this.#health.stage === 'given-up') {
      this.#health = reviveLink(this.#health, this.#options.clock.now());
      this.offer();
    } else if (this.#connection) {
      this.#negotiator.resync();
    } else {
      this.await();
    }
  }

  /** What the present connection has done so far. */
  async stats(): Promise<LinkStats | undefined> {
    const connection = this.#connection;
    try {
      if (!connection) return undefined;
      const sample = await sampleConnection(connection.peer);
      return linkStatsOf(this.#options.id, sample, (mid) => connection.sourceOf(mid));
    } catch {
      // The connection was closed meanwhile.
      return undefined;
    }
  }

  configure(configuration: RTCConfiguration): void {
    this.#connection?.configure(configuration);
  }

  restartIce(): void {
    this.#connection?.peer.restartIce();
  }

  setOutgoing(outgoing: Outgoing): void {
    this.#connection?.setOutgoing(outgoing);
  }

  /** Over the data channel, now or as soon as it opens. False where too much is waiting, or too much was said. */
  say(text: string): boolean {
    return !this.#isOver && this.#channel.say(text);
  }

  /** Over the data channel if it is open. */
  tell(text: string): boolean {
    return this.#channel.tell(text);
  }

  close(): void {
    this.#ending.abort();
    this.#channel.use(undefined);
    this.#connection?.close();
    this.#connection = undefined;
  }

  get #isOver(): boolean {
    return this.#ending.signal.aborted;
  }

  #begin(connection: Connection, epoch: number): void {
    const nowMs = this.#options.clock.now();
    this.#health = this.#connection ? restartLink(this.#health, nowMs) : startLink(nowMs);
    this.#use(connection);
    this.#negotiator.begin(connection, epoch);
    if (this.#status.link !== 'reconnecting') this.#change(this.#health.wasUp ? 'reconnecting' : 'connecting');
    this.#sampleLater();
  }

  #use(connection: Connection): void {
    this.#offering.stop();
    this.#awaiting.stop();
    this.#connection?.close();
    this.#connection = connection;
    this.#channel.use(connection);
    const { events } = this.#options;
    connection.listen({
      candidates: (candidates) => this.#negotiator.post({ kind: 'candidates', candidates: [...candidates] }),
      negotiationNeeded: () => this.#negotiator.offer(connection),
      stateChanged: () => {
        if (connection.peer.connectionState !== 'connecting') void this.#sample(connection);
      },
      channelOpened: () => {
        events.opened();
        this.#channel.open();
      },
      channelMessage: (frame) => this.#received(frame),
      channelClosed: () => void this.#sample(connection),
      receiving: (tracks) => events.tracks(tracks),
    });
  }

  #received(frame: unknown): void {
    const message = this.#channel.receive(frame);
    if (!message) return;
    if (message.type === 'presence') {
      this.#expectsMedia = message.presence.microphone === 'on' || message.presence.camera === 'on';
    }
    this.#options.events.message(message);
  }

  #sampleLater(): void {
    this.#sampling.start(sampleEveryMs, () => {
      const connection = this.#connection;
      if (connection) void this.#sample(connection).finally(() => this.#sampleLater());
    });
  }

  async #sample(connection: Connection): Promise<void> {
    const { peer } = connection;
    const stats = await sampleConnection(peer).catch(() => undefined);
    if (!stats || this.#isOver || connection !== this.#connection) return;
    if (stats.path) this.#path = stats.path;
    const [health, actions] = judgeLink(
      this.#health,
      {
        nowMs: this.#options.clock.now(),
        connection: peer.connectionState,
        bytes: stats.bytes,
        gathered: connection.gathered,
        expectsMedia: this.#expectsMedia,
        serverOpen: this.#options.isRouteOpen(),
      },
      this.#options.polite,
    );
    this.#health = health;
    for (const action of actions) this.#act(action, connection);
    if (health.stage === 'up') this.#change('connected');
  }

  #act(action: LinkAction, connection: Connection): void {
    switch (action) {
      case 'up':
        return this.#change('connected');
      case 'lost':
        return this.#change('reconnecting');
      case 'failed': {
        const { id } = this.#options;
        const message = 'No connection to a participant could be made.';
        return this.#change('failed', new CallError('peer-unreachable', message, { subject: id }));
      }
      case 'doubt':
        return this.#options.events.doubt();
      case 'restart-ice':
        return connection.peer.restartIce();
      case 'anew':
        return this.offer();
    }
  }

  #change(link: LinkState, failure?: CallError): void {
    const path = link === 'connected' ? this.#path : undefined;
    const { link: known, path: knownPath } = this.#status;
    if (link === known && path === knownPath && !failure) return;
    this.#status = { link, path, failure };
    this.#options.events.changed(this.#status);
  }
}
