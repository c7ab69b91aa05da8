import { CallError } from '../core/call-error.js';
import type { TrackSource } from '../core/source.js';
import type { Fact } from '../core/fact.js';
import type { LinkStats } from '../core/link-stats.js';
import { isPolite } from '../core/negotiation.js';
import type { ChannelMessage, Presence } from '../protocol/channel-message.js';
import { decodeEnvelope, type SignalEnvelope } from '../protocol/signal.js';
import { Connection } from './connection.js';
import { PeerLink } from './peer-link.js';
import type { Ports } from './ports.js';

/** Connections made ahead: the first few peers are the ones that the eye waits for. */
const spareLimit = 4;

export interface MeshEvents {
  send(to: string, envelope: SignalEnvelope): void;
  report(fact: Fact): void;
  tracks(id: string, tracks: ReadonlyMap<TrackSource, MediaStreamTrack>): void;
  /** What is said to a peer from now on, it hears. */
  opened(id: string): void;
  message(id: string, message: ChannelMessage): void;
  /** Nothing arrives from a peer: is it still there, and is the room server? */
  doubt(id: string): void;
}

/** The links to all peers, and what is the same for each: tracks, presence, configuration. */
export class Mesh {
  readonly #ports: Ports;
  readonly #events: MeshEvents;
  readonly #links = new Map<string, PeerLink>();
  /** Connections of a pair are counted for as long as this session lasts (rule S3), also over links that ended. */
  readonly #epochs = new Map<string, number>();
  readonly #tracks = new Map<TrackSource, MediaStreamTrack | undefined>();
  #spares: Connection[] = [];
  #configuration: RTCConfiguration = {};
  #presence: Presence = { microphone: 'off', camera: 'off', screen: 'off' };
  #audioOnly = false;
  #music = false;
  #serverOpen = false;
  #ended = false;
  #cancelDiscard: () => void = () => undefined;

  constructor(ports: Ports, events: MeshEvents) {
    this.#ports = ports;
    this.#events = events;
  }

  get ids(): readonly string[] {
    return [...this.#links.keys()];
  }

  /** How loud a peer is at this moment, 0 to 1. */
  levelOf(id: string): number {
    return this.#links.get(id)?.level ?? 0;
  }

  /** How to reach the others from now on; connections that stand use it when they look for a new path. */
  configure(configuration: RTCConfiguration): void {
    this.#configuration = configuration;
    // One that stays as it was may have been made without the relay that is asked for: it never looks for a path.
    this.#spares = this.#spares.filter((spare) => {
      const taken = spare.configure(configuration);
      if (!taken) spare.close();
      return taken;
    });
    for (const link of this.#links.values()) link.configure(configuration);
  }

  /** What the connection to a peer has done so far; undefined where there is none. */
  async stats(id: string): Promise<LinkStats | undefined> {
    return this.#links.get(id)?.stats(id);
  }

  /** Has every link look for a path anew. */
  restartIce(): void {
    for (const link of this.#links.values()) link.restartIce();
  }

  /** Makes connections for those present, so that joining only has to offer. Nothing leaves the machine. */
  prepare(count: number): void {
    while (!this.#ended && this.#spares.length < Math.min(count, spareLimit)) {
      const spare = this.#createConnection();
      spare.prepare();
      this.#spares.push(spare);
    }
  }

  /** As the newcomer: offers to these peers (rule J4). The first offer goes out at once; many at once would hold the page up. */
  offer(selfId: string, ids: readonly string[]): void {
    const [link, ...others] = ids.map((id) => this.#link(selfId, id));
    link?.offer(this.#spares.shift());
    for (const other of others) other?.offerSoon(() => this.#spares.shift());
  }

  /** Whether something is being made that a peer waits for. */
  get isDescribing(): boolean {
    return [...this.#links.values()].some((link) => link.isDescribing);
  }

  /** Tells again how every link stands. */
  retell(): void {
    for (const link of this.#links.values()) link.retell();
  }

  /** As the one who was here: awaits a peer's offer (rule J4). */
  await(selfId: string, id: string): void {
    this.#link(selfId, id)?.await();
  }

  receive(from: string, value: unknown): void {
    const envelope = decodeEnvelope(value);
    if (envelope) this.#links.get(from)?.receive(envelope);
  }

  /** A new socket: what was on its way through the old one may be lost (rule S2). */
  resync(id: string): void {
    this.#links.get(id)?.resync();
  }

  close(id: string): void {
    const link = this.#links.get(id);
    if (!link) return;
    this.#links.delete(id);
    this.#epochs.set(id, link.epoch);
    link.close();
  }

  end(): void {
    this.#ended = true;
    for (const id of this.ids) this.close(id);
    this.#cancelDiscard();
    this.#closeSpares();
  }

  /** Closes those that nobody needed, when the offers that are on their way have taken theirs. */
  discardSpares(): void {
    this.#cancelDiscard();
    this.#cancelDiscard = this.#ports.clock.after(0, () => this.#closeSpares());
  }

  #closeSpares(): void {
    for (const spare of this.#spares.splice(0)) spare.close();
  }

  setServerOpen(open: boolean): void {
    this.#serverOpen = open;
  }

  setTrack(source: TrackSource, track: MediaStreamTrack | undefined): void {
    this.#tracks.set(source, track);
    for (const spare of this.#spares) spare.send(source, track);
    for (const link of this.#links.values()) link.send(source, track);
  }

  setAudioOnly(audioOnly: boolean): void {
    this.#audioOnly = audioOnly;
    for (const spare of this.#spares) spare.setAudioOnly(audioOnly);
    for (const link of this.#links.values()) link.setAudioOnly(audioOnly);
  }

  setMusic(music: boolean): void {
    this.#music = music;
    for (const spare of this.#spares) spare.setMusic(music);
    for (const link of this.#links.values()) link.setMusic(music);
  }

  setPresence(presence: Presence): void {
    this.#presence = presence;
    // Those not connected yet hear of it when their channel opens.
    this.tellAll(this.#presenceMessage());
  }

  /** What a peer says that it sends: then silence is a fault. */
  setExpectsMedia(id: string, expects: boolean): void {
    this.#links.get(id)?.setExpectsMedia(expects);
  }

  /** Says something to one peer or to all; to those not connected yet as soon as they are. False where a peer takes no more. */
  say(message: ChannelMessage, to?: string): boolean {
    const text = JSON.stringify(message);
    const links = to === undefined ? [...this.#links.values()] : [this.#links.get(to)];
    return links.map((link) => link?.say(text) ?? false).every(Boolean);
  }

  /** Says something to one peer if it can hear it now. */
  tell(id: string, message: ChannelMessage): boolean {
    return this.#links.get(id)?.tell(JSON.stringify(message)) ?? false;
  }

  /** Says something to those who can hear it now. */
  tellAll(message: ChannelMessage): void {
    for (const link of this.#links.values()) link.tell(JSON.stringify(message));
  }

  #link(selfId: string, id: string): PeerLink | undefined {
    // A listener of the page may leave in the middle of what is being told.
    if (this.#ended) return undefined;
    const known = this.#links.get(id);
    if (known) return known;
    const link: PeerLink = new PeerLink({
      ports: this.#ports,
      polite: isPolite(selfId, id),
      epoch: this.#epochs.get(id) ?? 0,
      createConnection: () => this.#createConnection(),
      isServerOpen: () => this.#serverOpen,
      events: {
        send: (envelope) => this.#events.send(id, envelope),
        changed: (link, path) => {
          const failure = link === 'failed' ? unreachable(id) : undefined;
          this.#events.report({ type: 'link-changed', id, link, path, ...(failure && { failure }) });
        },
        tracks: (tracks) => this.#events.tracks(id, tracks),
        opened: () => {
          link.tell(JSON.stringify(this.#presenceMessage()));
          this.#events.opened(id);
        },
        message: (message) => this.#events.message(id, message),
        doubt: () => this.#events.doubt(id),
      },
    });
    this.#links.set(id, link);
    return link;
  }

  #presenceMessage(): ChannelMessage {
    return { type: 'presence', presence: this.#presence };
  }

  #createConnection(): Connection {
    const connection = this.#openConnection();
    connection.setAudioOnly(this.#audioOnly);
    connection.setMusic(this.#music);
    for (const [source, track] of this.#tracks) connection.send(source, track);
    return connection;
  }

  #openConnection(): Connection {
    try {
      return new Connection(this.#ports, this.#configuration);
    } catch (cause) {
      // An address or a credential that this browser does not take (W3C WebRTC section 4.4.1.1). Told once; without servers,
      // and never around a relay that was asked for, the call may still go on.
      this.#events.report({
        type: 'went-wrong',
        error: new CallError('bad-value', 'The browser refuses the ICE servers.', { cause }),
      });
      this.#configuration = { ...this.#configuration, iceServers: [] };
      return new Connection(this.#ports, this.#configuration);
    }
  }
}

function unreachable(subject: string): CallError {
  return new CallError('peer-unreachable', 'No connection to a participant could be made.', { subject });
}
