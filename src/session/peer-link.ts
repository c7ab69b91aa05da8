import type { TrackSource } from '../core/source.js';
import type { LinkState, Path } from '../core/state/people.js';
import type { LinkStats } from '../core/link-stats.js';
import {
  judgeLink,
  type LinkAction,
  type LinkHealth,
  restartLink,
  reviveLink,
  startLink,
} from '../core/link-health.js';
import { accept, createMailbox, type Mailbox, nextEpoch, post, resync } from '../core/mailbox.js';
import {
  createNegotiation,
  type Negotiation,
  type NegotiationEvent,
  negotiate,
  type Verdict,
} from '../core/negotiation.js';
import { type ChannelMessage, decodeChannelMessage } from '../protocol/channel-message.js';
import { channelRate, limits, sendRate } from '../protocol/limits.js';
import { type Bucket, fullBucket, take } from '../protocol/rate-limit.js';
import type { Candidate, Signal, SignalEnvelope } from '../protocol/signal.js';
import type { Connection } from './connection.js';
import { sampleConnection } from './link-sampler.js';
import type { Ports } from './ports.js';

/** A newcomer offers within milliseconds; one that did not by now will not (rule J4). */
const offerAwaitedMs = 5_000;
/** Silence is noticed within 2 s and this. */
const sampleEveryMs = 700;
/** The watchdog waits for seconds before it makes a connection anew. */
const beginEveryMs = 500;
/** Sockets open no faster than this. */
const syncEveryMs = 250;
/** What waits for a channel to open: the largest value, some times over. */
const outboxLength = 8 * limits.channelFrameLength;

export interface PeerLinkEvents {
  send(envelope: SignalEnvelope): void;
  changed(link: LinkState, path: Path | undefined): void;
  tracks(tracks: ReadonlyMap<TrackSource, MediaStreamTrack>): void;
  /** The data channel opened. */
  opened(): void;
  message(message: ChannelMessage): void;
  /** Nothing arrives from the peer. */
  doubt(): void;
}

export interface PeerLinkOptions {
  ports: Ports;
  polite: boolean;
  /** The last epoch of this pair, 0 for none. */
  epoch: number;
  createConnection(): Connection;
  isServerOpen(): boolean;
  events: PeerLinkEvents;
}

/**
 * The link to one peer, over as many connections as it takes. Signals go through a mailbox, which makes their delivery
 * reliable; offers follow perfect negotiation (W3C WebRTC section 10.7); health is judged by what arrives.
 */
export class PeerLink {
  readonly #options: PeerLinkOptions;
  #mailbox: Mailbox<Signal>;
  #negotiation: Negotiation;
  #connection: Connection | undefined;
  #health: LinkHealth;
  #link: LinkState = 'new';
  #path: Path | undefined;
  #expectsMedia = false;
  /** One thing at a time: a description that is being applied is never overtaken. */
  #turn: Promise<void> = Promise.resolve();
  /** How many things wait for their turn, or have it. */
  #tasks = 0;
  #outbox: string[] = [];
  /** What may be said and heard yet (rule D4); a new connection gives nothing back. */
  #saying: Bucket;
  #hearing: Bucket;
  #cancelOffer: () => void = () => undefined;
  #cancelAwait: () => void = () => undefined;
  #cancelSample: () => void = () => undefined;
  #syncedAtMs = -Infinity;
  #beganAtMs = -Infinity;
  #closed = false;

  constructor(options: PeerLinkOptions) {
    this.#options = options;
    this.#mailbox = createMailbox(options.epoch);
    this.#negotiation = createNegotiation(options.polite);
    this.#health = startLink(this.#now());
    this.#saying = fullBucket(sendRate, this.#now());
    this.#hearing = fullBucket(channelRate, this.#now());
  }

  /** The number of the present connection of this pair. */
  get epoch(): number {
    return this.#mailbox.epoch;
  }

  /** Whether a description is being made or applied. */
  get isDescribing(): boolean {
    return this.#tasks > 0;
  }

  /** How loud the peer is at this moment, 0 to 1. */
  get level(): number {
    return this.#connection?.level ?? 0;
  }

  /** Makes a connection, or takes the one made ahead, and offers. */
  offer(spare?: Connection): void {
    const connection = spare ?? this.#options.createConnection();
    if (!spare) connection.prepare();
    this.#begin(connection, nextEpoch(this.epoch));
    this.#describeLater(connection);
  }

  /** Offers in a task of its own. */
  offerSoon(takeSpare: () => Connection | undefined): void {
    this.#cancelOffer = this.#options.ports.clock.after(0, () => this.offer(takeSpare()));
  }

  /** Waits for the peer's offer, and not for ever. */
  await(): void {
    if (this.#connection) return;
    this.#cancelAwait();
    this.#cancelAwait = this.#options.ports.clock.after(offerAwaitedMs, () => {
      if (!this.#connection) this.offer();
    });
  }

  receive(envelope: SignalEnvelope): void {
    if (this.#closed) return;
    if (envelope.epoch > this.epoch) {
      // Each is a connection to be made: no honest peer begins anew so soon.
      if (this.#now() - this.#beganAtMs < beginEveryMs) return;
      this.#beganAtMs = this.#now();
      // The other side made the connection anew (rule S3). Its offer follows.
      this.#begin(this.#options.createConnection(), envelope.epoch);
    }
    const result = accept(this.#mailbox, this.#bounded(envelope));
    this.#mailbox = result.mailbox;
    for (const reply of result.replies) this.#options.events.send(reply);
    for (const body of result.bodies) this.#deliver(body);
  }

  /** What has us send a whole outbox again is heard only so often: a peer that asks for ever is not answered for ever. */
  #bounded(envelope: SignalEnvelope): SignalEnvelope {
    if (!envelope.sync && envelope.epoch >= this.epoch) return envelope;
    const now = this.#now();
    if (now - this.#syncedAtMs < syncEveryMs) {
      return envelope.epoch < this.epoch ? { epoch: envelope.epoch, seq: 0, ack: 0 } : { ...envelope, sync: false };
    }
    this.#syncedAtMs = now;
    return envelope;
  }

  /** Tells again how it stands: before the welcome nobody knew of whom. */
  retell(): void {
    this.#change(this.#link);
  }

  resync(): void {
    if (this.#closed) return;
    if (this.#health.stage === 'given-up') {
      this.#health = reviveLink(this.#health, this.#now());
      this.offer();
    } else if (this.#connection) {
      for (const envelope of resync(this.#mailbox)) this.#options.events.send(envelope);
    } else {
      this.await();
    }
  }

  /** What the present connection has done so far. */
  async stats(id: string): Promise<LinkStats | undefined> {
    try {
      const { readLinkStats } = await import('./link-stats.js');
      return this.#connection && (await readLinkStats(id, this.#connection));
    } catch {
      // The connection closes meanwhile, or the file does not come.
      return undefined;
    }
  }

  configure(configuration: RTCConfiguration): void {
    this.#connection?.configure(configuration);
  }

  restartIce(): void {
    this.#connection?.peer.restartIce();
  }

  send(source: TrackSource, track: MediaStreamTrack | undefined): void {
    this.#connection?.send(source, track);
  }

  setAudioOnly(audioOnly: boolean): void {
    this.#connection?.setAudioOnly(audioOnly);
  }

  setMusic(music: boolean): void {
    this.#connection?.setMusic(music);
  }

  setExpectsMedia(expects: boolean): void {
    this.#expectsMedia = expects;
  }

  /** Over the data channel, now or as soon as it opens. False where too much is waiting, or too much was said. */
  say(text: string): boolean {
    if (this.#closed) return false;
    const [saying, allowed] = take(this.#saying, sendRate, this.#now());
    this.#saying = saying;
    if (!allowed) return false;
    if (this.#connection?.channelOpen) return this.#connection.sendText(text);
    if (this.#outbox.reduce((sum, waiting) => sum + waiting.length, text.length) > outboxLength) return false;
    this.#outbox.push(text);
    return true;
  }

  /** Over the data channel if it is open. */
  tell(text: string): boolean {
    return this.#connection?.sendText(text) ?? false;
  }

  close(): void {
    this.#closed = true;
    this.#cancelOffer();
    this.#cancelAwait();
    this.#cancelSample();
    this.#connection?.close();
    this.#connection = undefined;
  }

  #begin(connection: Connection, epoch: number): void {
    if (this.#connection) this.#health = restartLink(this.#health, this.#now());
    else this.#health = startLink(this.#now());
    this.#mailbox = createMailbox(epoch);
    // Promises of a closed connection may never settle (W3C WebRTC section 4.4.1.2): nobody waits for them.
    this.#turn = Promise.resolve();
    this.#tasks = 0;
    this.#use(connection);
    if (this.#link !== 'reconnecting') this.#change(this.#health.wasUp ? 'reconnecting' : 'connecting');
    this.#cancelSample();
    this.#sampleLater();
  }

  #use(connection: Connection): void {
    this.#cancelOffer();
    this.#cancelAwait();
    this.#connection?.close();
    this.#connection = connection;
    this.#negotiation = createNegotiation(this.#options.polite);
    const { events } = this.#options;
    connection.listen({
      candidates: (candidates) => this.#post({ kind: 'candidates', candidates: [...candidates] }),
      negotiationNeeded: () => this.#describeLater(connection),
      stateChanged: () => {
        if (connection.peer.connectionState !== 'connecting') void this.#sample(connection);
      },
      channelOpened: () => {
        events.opened();
        for (const text of this.#outbox.splice(0)) connection.sendText(text);
      },
      channelMessage: (frame) => this.#hear(frame),
      channelClosed: () => void this.#sample(connection),
      receiving: (tracks) => events.tracks(tracks),
    });
  }

  #hear(frame: unknown): void {
    const [hearing, allowed] = take(this.#hearing, channelRate, this.#now());
    this.#hearing = hearing;
    // Dropped before it costs anything: decoding is what a flood is for.
    const message = allowed ? decodeChannelMessage(frame) : undefined;
    if (message) this.#options.events.message(message);
  }

  /** Runs `task` after what came before, unless this epoch is over by then. */
  #enqueue(task: () => Promise<void>): void {
    const { epoch } = this;
    const isOver = (): boolean => this.#closed || epoch !== this.epoch;
    this.#tasks += 1;
    this.#turn = this.#turn.then(async () => {
      if (isOver()) return;
      try {
        await task();
      } catch {
        // A description that this browser refuses, or a connection that was closed meanwhile: the health of the link tells.
      }
      if (!isOver()) this.#tasks -= 1;
    });
  }

  #describeLater(connection: Connection): void {
    this.#enqueue(() => this.#describe(connection));
  }

  async #describe(connection: Connection): Promise<void> {
    if (connection !== this.#connection) return;
    // Something else is being negotiated: the event comes again when that is over.
    if (this.#step('offering', connection) === 'ignore') return;
    try {
      const description = await connection.describe();
      if (connection === this.#connection && description) this.#post({ kind: 'description', description });
    } finally {
      this.#step('offered', connection);
    }
  }

  #deliver(signal: Signal): void {
    this.#enqueue(async () => {
      const connection = this.#connection;
      if (!connection) return;
      if (signal.kind === 'description') await this.#applyDescription(connection, signal.description);
      else await this.#addCandidates(connection, signal.candidates);
    });
  }

  async #applyDescription(
    present: Connection,
    description: Extract<Signal, { kind: 'description' }>['description'],
  ): Promise<void> {
    const verdict = this.#step(description.type, present);
    if (verdict === 'ignore') return;
    let connection = present;
    if (verdict === 'anew') {
      connection = this.#options.createConnection();
      this.#use(connection);
      this.#step(description.type, connection);
    }
    try {
      await connection.apply(description);
      if (connection === this.#connection && description.type === 'offer') {
        const answer = await connection.describe();
        if (connection === this.#connection && answer) this.#post({ kind: 'description', description: answer });
      }
      this.#step('applied', connection);
    } catch (error) {
      this.#step('failed', connection);
      throw error;
    }
  }

  #step(event: NegotiationEvent, connection: Connection): Verdict {
    const [negotiation, verdict] = negotiate(this.#negotiation, event, connection.peer.signalingState);
    if (connection === this.#connection) this.#negotiation = negotiation;
    return verdict;
  }

  async #addCandidates(connection: Connection, candidates: readonly Candidate[]): Promise<void> {
    for (const candidate of candidates) {
      // Refused: one of an offer that was ignored, or of a kind that this browser does not know. Others may do.
      await connection.addCandidate(candidate).catch(() => undefined);
    }
  }

  #post(signal: Signal): void {
    if (this.#closed) return;
    const [mailbox, envelope] = post(this.#mailbox, signal);
    this.#mailbox = mailbox;
    this.#options.events.send(envelope);
    // The other side has acknowledged nothing for so long that only a new connection makes sense of what follows.
    if (mailbox.overflowed) this.offer();
  }

  #sampleLater(): void {
    this.#cancelSample();
    if (this.#closed) return;
    this.#cancelSample = this.#options.ports.clock.after(sampleEveryMs, () => {
      const connection = this.#connection;
      if (connection) void this.#sample(connection).finally(() => this.#sampleLater());
    });
  }

  async #sample(connection: Connection): Promise<void> {
    const { peer } = connection;
    const stats = await sampleConnection(peer).catch(() => undefined);
    if (!stats || this.#closed || connection !== this.#connection) return;
    if (stats.path) this.#path = stats.path;
    const [health, actions] = judgeLink(
      this.#health,
      {
        nowMs: this.#now(),
        connection: peer.connectionState,
        bytes: stats.bytes,
        gathered: connection.gathered,
        expectsMedia: this.#expectsMedia,
        serverOpen: this.#options.isServerOpen(),
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
      case 'failed':
        return this.#change('failed');
      case 'doubt':
        return this.#options.events.doubt();
      case 'restart-ice':
        return connection.peer.restartIce();
      case 'anew':
        return this.offer();
    }
  }

  #change(link: LinkState): void {
    const path = link === 'connected' ? this.#path : undefined;
    this.#link = link;
    this.#options.events.changed(link, path);
  }

  #now(): number {
    return this.#options.ports.clock.now();
  }
}
