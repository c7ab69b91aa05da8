import { CallError, type OccurringErrorCode } from '../core/call-error.js';
import type { By, Source, TrackSource } from '../core/source.js';
import type { EndReason } from '../core/state/call.js';
import type { Metadata } from '../core/state/self.js';
import type { Fact } from '../core/fact.js';
import { type HostAct, refusalOfAct } from '../core/host-act.js';
import type { LinkStats } from '../core/link-stats.js';
import { isInCall } from '../core/state/phase.js';
import { diffLinks } from '../core/topology.js';
import type { ChannelMessage } from '../protocol/channel-message.js';
import type { CloseReason } from '../protocol/close-codes.js';
import { limits } from '../protocol/limits.js';
import type { ServerMessage } from '../protocol/server-message.js';
import { utf8Bytes } from '../protocol/text.js';
import { PROTOCOL_VERSION } from '../protocol/version.js';
import type { Comforts } from './comforts.js';
import { DrawLater } from './draw-later.js';
import { IceSupply } from './ice-supply.js';
import { Late } from './late.js';
import { LineWatch } from './line-watch.js';
import { LocalMedia } from './local-media.js';
import { Mesh } from './mesh.js';
import type { Clock, Ports } from './ports.js';
import { type RoomNews, Signalling } from './signalling.js';
import type { Store } from './store.js';
import { Streams } from './streams.js';

export interface SessionOptions {
  /** The address of the room's socket; see `roomUrl`. */
  url: string;
  room: string;
  name: string;
  metadata: Metadata;
  token: string | undefined;
  microphone: boolean;
  camera: boolean;
  audioOnly: boolean;
  /** Media only through TURN, so that no address of this participant reaches the others. */
  relayOnly: boolean;
  /** Replaces what the room server hands out. */
  iceServers: readonly RTCIceServer[] | undefined;
  /** A page's value arrived from another participant. */
  received(from: string, value: unknown): void;
}

/** As long as the room server keeps a lost member's seat (rule I4). */
const namedWithinMs = 30_000;

/** The names on the pre-join screen are at most so old. */
const lookEveryMs = 20_000;

/** What a close code means for the call: an error that keeps it from going on, or merely its end. */
const ends: Record<CloseReason, { code?: OccurringErrorCode; reason: EndReason }> = {
  'bad-message': { code: 'version-mismatch', reason: 'connection-lost' },
  'bad-room': { code: 'bad-room', reason: 'connection-lost' },
  'forbidden-origin': { code: 'bad-token', reason: 'unauthorized' },
  'hello-timeout': { code: 'server-unreachable', reason: 'connection-lost' },
  'rate-limited': { code: 'rate-limited', reason: 'connection-lost' },
  'too-large': { code: 'rate-limited', reason: 'connection-lost' },
  'version-mismatch': { code: 'version-mismatch', reason: 'connection-lost' },
  unauthorized: { code: 'bad-token', reason: 'unauthorized' },
  full: { code: 'room-full', reason: 'full' },
  replaced: { reason: 'replaced' },
  removed: { reason: 'removed' },
  ended: { reason: 'ended' },
};

/**
 * One client in one room, from the pre-join screen to the end. Composes the parts and passes facts between them; the only
 * state is the store's. A session ends once; joining again takes a new one.
 */
export class Session {
  /** Chat, reactions and hands, the screen, the choice of devices and who speaks: they come while joining goes on. */
  readonly comforts: Late<Comforts>;
  #options: SessionOptions;
  readonly #clock: Clock;
  readonly #store: Store;
  readonly #secret: string;
  readonly #media: LocalMedia;
  readonly #mesh: Mesh;
  readonly #signalling: Signalling;
  readonly #line: LineWatch;
  readonly #ice: IceSupply;
  readonly #drawing: DrawLater;
  #streams = new Streams();
  readonly #offs: (() => void)[];
  /** The answer to `watch`: lets the first offers travel with `join` (rule J2). */
  #ready: Extract<ServerMessage, { type: 'ready' }> | undefined;
  /** Peers whose signals may have been lost with the last socket. */
  #unsynced: readonly string[] = [];
  /** Peers that we hear and that a restarted room server has not named yet. */
  #unnamed = new Set<string>();
  #cancelNaming: () => void = () => undefined;
  #cancelLook: () => void = () => undefined;
  #ended = false;

  constructor(options: SessionOptions, ports: Ports, store: Store) {
    this.#options = options;
    this.#clock = ports.clock;
    this.#store = store;
    this.#secret = ports.createSecret();
    const { room, name, metadata, audioOnly } = options;
    store.apply({ type: 'opened', room, name, metadata, audioOnly });
    this.#mesh = new Mesh(ports, {
      send: (to, envelope) => this.#signalling.send({ type: 'signal', to, envelope }),
      report: (fact) => store.apply(fact),
      tracks: (id, tracks) => this.#receiving(id, tracks),
      opened: (id) => this.comforts.tell(({ talk }) => talk.opened(id)),
      message: (id, message) => this.#heard(id, message),
      doubt: (id) => {
        this.#signalling.send({ type: 'doubt', id });
        this.#signalling.probe();
      },
    });
    this.#mesh.setAudioOnly(audioOnly);
    this.#mesh.setMusic(store.state.settings.audioCare.music);
    this.#drawing = new DrawLater(ports.clock, store, () => this.#mesh.isDescribing);
    this.#ice = new IceSupply(ports.clock, options, {
      configure: (configuration) => this.#mesh.configure(configuration),
      ask: () => this.#sayWatch(),
      report: (fact) => store.apply(fact),
    });
    const captured = {
      report: (fact: Fact) => this.#mediaFact(fact),
      track: (source: TrackSource, track: MediaStreamTrack | undefined) => this.#mesh.setTrack(source, track),
    };
    this.#media = new LocalMedia(ports.media, captured, ports.clock, () => store.state.settings);
    this.comforts = new Late(
      async () => {
        const { Comforts } = await import('./comforts.js');
        const [media, mesh] = [this.#media, this.#mesh];
        return () => new Comforts({ ports, store, media, mesh, ...captured, handChanged: () => this.#tellPresence() });
      },
      (error) => store.apply({ type: 'went-wrong', error }),
    );
    this.#line = new LineWatch(ports.clock, store, new URL(options.url).host, {
      joinFailed: (error) => this.#end({ type: 'failed', error, reason: 'connection-lost' }),
      callLost: () => this.leave('connection-lost'),
    });
    this.#signalling = new Signalling(ports, options.url, {
      opened: () => this.#hello(),
      received: (message) => this.#received(message),
      changed: (server) => {
        this.#mesh.setServerOpen(server === 'open');
        store.apply({ type: 'server-changed', server });
      },
      refused: (reason) => this.#refused(reason),
    });
    store.apply({ type: 'server-changed', server: 'connecting' });
    this.#offs = [ports.page.onWake(() => this.#woke()), ports.page.onClose(() => this.#pageClosed())];
    void this.#media.set({ microphone: options.microphone, camera: options.camera && !audioOnly }, 'user');
    void this.#media.refreshDevices();
  }

  /** Joins; what can be prepared was. Progress and failure are facts. */
  join(): void {
    if (this.#ended || this.#store.state.call.phase !== 'prejoin') return;
    // First what others wait for, then what is drawn.
    if (this.#signalling.open) this.#sayJoin();
    // While the line is being opened there is time to make the connection that somebody may need.
    else this.#mesh.prepare(1);
    this.#store.apply({ type: 'join-started' });
  }

  /** Leaves, or gives up joining, and releases everything. */
  leave(reason: EndReason): void {
    if (this.#ended) return;
    this.#end({ type: 'left', reason });
  }

  /** Ends without a word, as when the element is removed. */
  close(): void {
    if (this.#ended) return;
    if (isInCall(this.#store.state.call.phase)) this.leave('left');
    else this.#end({ type: 'closed' });
  }

  /** Resolves when the source is as asked; rejects with what keeps it from being on. */
  async setSource(source: Source, on: boolean, by: By): Promise<void> {
    if (this.#ended) throw new CallError('not-joined', 'The call is over.');
    if (on && source === 'camera' && this.#store.state.call.audioOnly) {
      throw new CallError('bad-value', 'There is no camera in an audio-only call.');
    }
    await this.#media.set({ [source]: on }, by);
    const problem = on && this.#store.state.self[source] !== 'on' && this.#media.problem(source);
    if (problem) throw problem;
  }

  /** Shares the screen, a window or a tab, or stops; rejects with what keeps it from being shared. */
  async setScreen(on: boolean, by: By): Promise<void> {
    if (on && !isInCall(this.#store.state.call.phase)) {
      throw new CallError('not-joined', 'A screen is shared only in a call.', { subject: 'screen' });
    }
    await this.comforts.ask(({ screen }) => screen.set(on, by));
  }

  /** Asks the room server for what only a host may do. Throws where that cannot be asked; what comes of it are facts. */
  act(act: HostAct): void {
    const refusal = refusalOfAct(this.#store.state, act);
    if (refusal) throw refusal;
    if (!this.#signalling.send(act)) throw new CallError('server-unreachable', 'The room server cannot be asked now.');
  }

  /** Takes what the page changed in mid-call: a fresh token, other ICE servers, relays alone. */
  update(changes: Partial<Pick<SessionOptions, 'token' | 'iceServers' | 'relayOnly'>>): void {
    const { relayOnly } = this.#options;
    this.#options = { ...this.#options, ...changes };
    this.#ice.setWishes(this.#options);
    if (this.#options.relayOnly !== relayOnly) this.#mesh.restartIce();
  }

  /**
   * What the page says about the self. On the pre-join screen nobody else knows of it; from joining on the room server says what
   * came of it (rule J6). While the line is down `join` says it, when the line is back.
   */
  setProfile(name: string, metadata: Metadata): void {
    this.#options = { ...this.#options, name, metadata };
    if (this.#store.state.call.phase === 'prejoin') this.#store.apply({ type: 'profile-changed', name, metadata });
    else this.#signalling.send({ type: 'update', name, metadata });
  }

  setAudioOnly(audioOnly: boolean, camera: boolean): void {
    this.#store.apply({ type: 'audio-only-changed', audioOnly });
    this.#mesh.setAudioOnly(audioOnly);
    void this.#media.set({ camera: camera && !audioOnly }, 'user');
  }

  /** Sends the page's value to one participant or to all. Throws what is wrong with it. */
  sendData(value: unknown, to: string | undefined): void {
    const { call, people } = this.#store.state;
    if (!isInCall(call.phase)) throw new CallError('not-joined', 'Nothing can be sent outside a call.');
    if (to !== undefined && !(people.list.some((person) => person.id === to) && this.#mesh.ids.includes(to))) {
      throw new CallError('peer-unreachable', 'There is no such participant.', { subject: to });
    }
    if (utf8Bytes(jsonOf(value)) > limits.dataBytes) {
      throw new CallError('bad-value', `A value may take ${limits.dataBytes} bytes as JSON.`);
    }
    if (!this.#mesh.say({ type: 'data', value }, to)) {
      throw new CallError('rate-limited', 'More is said, or waiting to be sent, than a connection takes.');
    }
  }

  /** What the connection to a participant has done so far. */
  statsOf(id: string): Promise<LinkStats | undefined> {
    return this.#mesh.stats(id);
  }

  /** A live stream: of the self (`id` undefined or its own) or of another. */
  streamOf(id: string | undefined, source: TrackSource): MediaStream | undefined {
    if (id !== undefined && id !== this.#store.state.self.id) return this.#streams.get(id, source);
    if (source === 'screen') return this.comforts.part?.screen.stream;
    return source === 'screen-sound' ? undefined : this.#media.streamOf(source);
  }

  /** How the others are reached at present. */
  get iceServers(): readonly RTCIceServer[] {
    return this.#ice.servers;
  }

  /** How loud a participant is (undefined or its own id: the self), 0 to 1. */
  levelOf(id: string | undefined): number {
    return this.comforts.part?.levels.levelOf(id === this.#store.state.self.id ? undefined : id) ?? 0;
  }

  #woke(): void {
    this.#signalling.wake();
    this.#media.recover();
  }

  /** A page that closes on the pre-join screen has nobody to tell, and one that the browser keeps may be shown again. */
  #pageClosed(): void {
    if (this.#store.state.call.phase !== 'prejoin') this.leave('page-closed');
  }

  #hello(): void {
    this.#unsynced = this.#mesh.ids;
    if (this.#store.state.call.phase === 'prejoin') this.#sayWatch();
    else this.#sayJoin();
  }

  #sayWatch(): void {
    const { token } = this.#options;
    this.#signalling.send({ type: 'watch', version: PROTOCOL_VERSION, secret: this.#secret, token });
  }

  /** A watcher is told nothing of those who come and go: it asks. */
  #lookLater(): void {
    this.#cancelLook();
    this.#cancelLook = this.#clock.after(lookEveryMs, () => {
      if (this.#store.state.call.phase === 'prejoin') this.#sayWatch();
    });
  }

  #sayJoin(): void {
    this.#cancelLook();
    const { token, name, metadata } = this.#options;
    this.#signalling.send({ type: 'join', version: PROTOCOL_VERSION, secret: this.#secret, token, name, metadata });
    // A socket may be open to a server that hears nothing.
    this.#signalling.probe();
    const ready = this.#ready;
    this.#ready = undefined;
    if (ready)
      this.#mesh.offer(
        ready.id,
        ready.members.filter((id) => id !== ready.id),
      );
  }

  #received(message: RoomNews): void {
    switch (message.type) {
      case 'ready':
        this.#ice.take(message.iceServers, message.iceValidMs);
        // Too late for the rest where `join` has gone out meanwhile: the welcome says more.
        if (this.#store.state.call.phase !== 'prejoin') return;
        this.#ready = message;
        this.#mesh.prepare(message.members.length);
        this.#lookLater();
        if (message.names) this.#store.apply({ type: 'present-seen', names: Object.freeze(message.names) });
        return;
      case 'welcome':
        return this.#welcomed(message);
      case 'member':
        return this.#memberSeen(message);
      case 'left':
        return this.#memberLeft(message.id, message.reason);
      case 'mute':
        // Off already, or not to be had: there is nothing to switch.
        if (this.#store.state.self.microphone === 'on') void this.#media.set({ microphone: false }, 'host');
        return;
      case 'signal':
        return this.#mesh.receive(message.from, message.envelope);
    }
  }

  #welcomed({ id, members, iceServers, iceValidMs }: Extract<ServerMessage, { type: 'welcome' }>): void {
    this.#ice.take(iceServers, iceValidMs);
    // A listener of the page may leave on hearing of it.
    if (this.#ended) return;
    const others = members.filter((member) => member.id !== id);
    // Named by nobody, and yet heard: the room server has forgotten them for the moment, see `reduce`.
    const kept = this.#store.state.people.list
      .filter((person) => person.link === 'connected')
      .map((person) => person.id);
    const { open, close } = diffLinks(this.#mesh.ids, [
      ...others.filter(({ lost }) => !lost).map((member) => member.id),
      ...kept,
    ]);
    for (const gone of close) if (!others.some((member) => member.id === gone)) this.#forget(gone);
    if (others.length > 0) this.#drawing.later('joining');
    this.#mesh.offer(id, open);
    this.#store.apply({ type: 'welcomed', id, members, kept });
    if (this.#ended) return;
    this.#mesh.retell();
    for (const peer of this.#unsynced) this.#mesh.resync(peer);
    this.#unsynced = [];
    this.#awaitNaming(kept.filter((peer) => !others.some((member) => member.id === peer)));
    this.#mesh.discardSpares();
    this.#media.keepMicrophone(this.#store.state.settings.audioCare.listenWhileMuted);
  }

  #memberSeen({ member }: Extract<ServerMessage, { type: 'member' }>): void {
    const selfId = this.#store.state.self.id;
    if (selfId === undefined || !isInCall(this.#store.state.call.phase)) return;
    const wasLost = this.#store.state.people.list.find((person) => person.id === member.id)?.lost;
    this.#unnamed.delete(member.id);
    const isNew = member.id !== selfId && !member.lost && !this.#mesh.ids.includes(member.id);
    if (isNew) this.#drawing.later('joined');
    this.#store.apply({ type: 'member-seen', member });
    if (member.id === selfId || member.lost) return;
    this.#mesh.await(selfId, member.id);
    // What was sent to it while it was away went nowhere (rule S1).
    if (wasLost) this.#mesh.resync(member.id);
  }

  /** The room server forgets nobody for longer than a seat is kept: who is neither named nor heard by then is gone. */
  #awaitNaming(ids: readonly string[]): void {
    this.#unnamed = new Set(ids);
    this.#cancelNaming();
    if (ids.length === 0) return;
    this.#cancelNaming = this.#clock.after(namedWithinMs, () => {
      const heard = new Set(
        this.#store.state.people.list.filter(({ link }) => link === 'connected').map(({ id }) => id),
      );
      for (const id of this.#unnamed) if (!heard.has(id)) this.#memberLeft(id, 'connection-lost');
      this.#awaitNaming([...this.#unnamed].filter((id) => heard.has(id)));
    });
  }

  #memberLeft(id: string, reason: Extract<Fact, { type: 'member-left' }>['reason']): void {
    this.#forget(id);
    this.#store.apply({ type: 'member-left', id, reason });
  }

  #forget(id: string): void {
    this.#mesh.close(id);
    this.#streams.delete(id);
    this.comforts.tell(({ talk }) => talk.forget(id));
  }

  #receiving(id: string, tracks: ReadonlyMap<TrackSource, MediaStreamTrack>): void {
    for (const [source, track] of tracks) this.#streams.set(id, source, track);
    this.#store.touch();
  }

  #heard(id: string, message: ChannelMessage): void {
    switch (message.type) {
      case 'presence':
        this.#store.apply({ type: 'presence-changed', id, presence: message.presence });
        this.#mesh.setExpectsMedia(id, message.presence.microphone === 'on' || message.presence.camera === 'on');
        return;
      case 'data':
        return this.#options.received(id, message.value);
      case 'bye':
        return this.#memberLeft(id, 'left');
      case 'chat':
      case 'chat-known':
      case 'reaction':
        return this.comforts.tell(({ talk }) => talk.heard(id, message));
    }
  }

  #mediaFact(fact: Fact): void {
    this.#store.apply(fact);
    if (fact.type === 'devices-changed') this.comforts.tell(({ devices }) => devices.followSpeaker());
    if (fact.type !== 'source-changed') return;
    this.#tellPresence();
    // The first permission brings the labels.
    if (fact.state === 'on' && fact.source !== 'screen') void this.#media.refreshDevices();
  }

  #tellPresence(): void {
    const { microphone, camera, screen, handAt } = this.#store.state.self;
    this.#mesh.setPresence({ microphone, camera, screen, handAt });
  }

  #refused(reason: CloseReason): void {
    const { code, reason: left } = ends[reason];
    if (!code) return this.#end({ type: 'left', reason: left }, false);
    const error = new CallError(code, `The room server closed the connection: ${reason}.`, { fatal: true });
    this.#end({ type: 'failed', error, reason: left }, false);
  }

  /** Says goodbye unless the room server ends it, and tells the others why. */
  #end(fact: Fact, goodbye = true): void {
    if (this.#ended) return;
    this.#ended = true;
    // `join` may be on its way already while we wait for its answer.
    if (goodbye && this.#store.state.call.phase !== 'prejoin') {
      this.#mesh.tellAll({ type: 'bye' });
      this.#signalling.send({ type: 'leave' });
    }
    this.#cancelNaming();
    this.#cancelLook();
    this.#drawing.close();
    for (const off of this.#offs) off();
    this.#line.close();
    this.#ice.close();
    this.comforts.close();
    this.#mesh.end();
    this.#signalling.close();
    this.#media.close();
    this.#streams = new Streams();
    this.#store.apply({ type: 'server-changed', server: 'closed' });
    this.#store.apply(fact);
  }
}

function jsonOf(value: unknown): string {
  try {
    const text = JSON.stringify(value) as string | undefined;
    if (text !== undefined) return text;
  } catch {
    // A cycle or a BigInt: told below.
  }
  throw new CallError('bad-value', 'Only values that JSON can say can be sent.');
}
