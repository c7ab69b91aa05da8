import { endOf } from '../core/call-end.js';
import { CallError } from '../core/call-error.js';
import type { By, Source, TrackSource } from '../core/source.js';
import type { EndReason } from '../core/state/call.js';
import type { CallState } from '../core/state/call-state.js';
import type { Metadata } from '../core/state/self.js';
import type { Fact } from '../core/fact.js';
import { type HostAct, refusalOfAct } from '../core/host-act.js';
import type { LinkStats } from '../core/link-stats.js';
import { isInCall } from '../core/state/phase.js';
import type { ChannelMessage } from '../protocol/channel-message.js';
import { Devices } from './features/devices.js';
import { Hands } from './features/hands.js';
import { Levels } from './features/levels.js';
import { Messaging } from './features/messaging.js';
import { Presence } from './features/presence.js';
import { Reactions } from './features/reactions.js';
import { ScreenShare } from './features/screen-share.js';
import { Values } from './features/values.js';
import { IceSupply } from './ice-supply.js';
import { LineWatch } from './line-watch.js';
import { LocalMedia } from './local-media.js';
import type { Ports } from './ports.js';
import { RoomClient } from './room-client.js';
import type { CallStore } from './call-store.js';
import { Streams } from './streams.js';
import { nothingOutgoing, type Outgoing, type Transport, type TransportEvents } from './transport.js';

export interface SessionOptions {
  /** The address of the room's socket; see `roomUrl`. */
  readonly url: string;
  readonly room: string;
  readonly name: string;
  readonly metadata: Metadata;
  readonly token: string | undefined;
  readonly microphone: boolean;
  readonly camera: boolean;
  readonly audioOnly: boolean;
  /** Media only through TURN, so that no address of this participant reaches the others. */
  readonly relayOnly: boolean;
  /** Replaces what the room server hands out. */
  readonly iceServers: readonly RTCIceServer[] | undefined;
}

/**
 * One client in one room, from the pre-join screen to the end. It composes the parts and passes facts between them; what is known
 * of the call is in the store. A session ends once; joining again takes a new one.
 */
export class Session {
  readonly messaging: Messaging;
  readonly reactions: Reactions;
  readonly hands: Hands;
  readonly devices: Devices;
  readonly values: Values;
  readonly #store: CallStore;
  readonly #ending = new AbortController();
  readonly #media: LocalMedia;
  readonly #screen: ScreenShare;
  readonly #levels: Levels;
  readonly #presence: Presence;
  readonly #streams: Streams;
  readonly #transport: Transport;
  readonly #room: RoomClient;
  readonly #ice: IceSupply;
  #options: SessionOptions;
  #outgoing: Outgoing;

  constructor(
    options: SessionOptions,
    ports: Ports,
    store: CallStore,
    createTransport: (events: TransportEvents) => Transport,
  ) {
    this.#options = options;
    this.#store = store;
    const { signal } = this.#ending;
    const { clock, media } = ports;
    const { room, name, metadata, audioOnly } = options;
    const report = (fact: Fact): void => store.apply(fact);
    const track = (source: TrackSource, sent: MediaStreamTrack | undefined): void => this.#sendTrack(source, sent);
    store.apply({ type: 'opened', room, name, metadata, audioOnly });

    this.#streams = new Streams(() => media.createStream());
    this.#transport = createTransport({
      link: (id, status) => report({ type: 'link-changed', id, ...status }),
      tracks: (id, tracks) => this.#receiving(id, tracks),
      opened: (id) => {
        this.#presence.opened(id);
        this.messaging.opened(id);
      },
      message: (id, message) => this.#received(id, message),
      route: (to, envelope) => this.#room.route(to, envelope),
      doubt: (id) => this.#room.doubt(id),
      trouble: (error) => report({ type: 'went-wrong', error }),
    });
    this.#outgoing = Object.freeze({ ...nothingOutgoing, audioOnly, music: store.state.settings.audioCare.music });
    this.#transport.setOutgoing(this.#outgoing);
    this.#ice = new IceSupply(clock, signal, options, {
      configure: (configuration) => this.#transport.configure(configuration),
      ask: () => this.#room.watch(),
      report,
    });

    this.#media = new LocalMedia({ media, clock, signal, report, track, settings: () => store.state.settings });
    this.#screen = new ScreenShare({ media, signal, report, track });
    this.#levels = new Levels({
      clock,
      media,
      signal,
      report,
      state: () => store.state,
      microphone: () => this.#media.microphone,
      levelOf: (id) => this.#transport.levelOf(id),
    });
    this.#presence = new Presence(store, this.#transport, signal);
    this.messaging = new Messaging({ clock, store, signal, transport: this.#transport });
    this.reactions = new Reactions({ clock, store, signal, transport: this.#transport });
    this.hands = new Hands(store);
    this.values = new Values(store, this.#transport);
    this.devices = new Devices({
      media,
      store,
      local: this.#media,
      signal,
      musicChanged: (music) => this.#send({ music }),
    });

    new LineWatch({
      clock,
      store,
      signal,
      address: new URL(options.url).host,
      joinFailed: (error) => this.#end({ type: 'failed', error, reason: 'connection-lost' }),
      callLost: () => this.leave('connection-lost'),
    });
    this.#room = new RoomClient({
      ports,
      store,
      signal,
      url: options.url,
      profile: () => this.#options,
      connected: () => connectedIds(store.state),
      events: {
        awaited: (count) => this.#transport.prepare(count),
        present: (present, as) => this.#transport.present(present, as),
        gone: (id) => this.#forget(id),
        welcomed: () => this.#welcomed(),
        iceServers: (servers, validMs) => this.#ice.take(servers, validMs),
        muted: () => this.#mutedByHost(),
        signal: (from, envelope) => this.#transport.receive(from, envelope),
        routeOpen: (open) => this.#transport.setRouteOpen(open),
        refused: (reason) => this.#end(endOf(reason), false),
      },
    });
    ports.page.onWake(() => this.#woke(), signal);
    ports.page.onClose(() => this.#pageClosed(), signal);
    void this.#media.set({ microphone: options.microphone, camera: options.camera && !audioOnly }, 'user');
    void this.#media.refreshDevices();
  }

  /** Joins. Progress and failure are facts. */
  join(): void {
    if (this.#isOver || this.#store.state.call.phase !== 'prejoin') return;
    // What others wait for goes out before anything is drawn.
    // While the line is being opened there is time to make the connection that somebody may need.
    if (!this.#room.join()) this.#transport.prepare(1);
    this.#store.apply({ type: 'join-started' });
  }

  /** Leaves, or gives up joining, and releases everything. */
  leave(reason: EndReason): void {
    this.#end({ type: 'left', reason });
  }

  /** Ends because the element is removed: outside a call without an event. */
  close(): void {
    if (isInCall(this.#store.state.call.phase)) this.leave('left');
    else this.#end({ type: 'closed' });
  }

  /** Resolves when the source is as asked; rejects with what keeps it from being on. */
  async setSource(source: Source, on: boolean, by: By): Promise<void> {
    if (this.#isOver) throw new CallError('not-joined', 'The call is over.');
    if (on && source === 'camera' && this.#store.state.call.audioOnly) {
      throw new CallError('bad-value', 'There is no camera in an audio-only call.');
    }
    await this.#media.set({ [source]: on }, by);
    const problem = on && this.#store.state.self.problems[source];
    if (problem) throw problem;
  }

  /** Shares the screen, a window or a tab, or stops; rejects with what keeps it from being shared. */
  async setScreen(on: boolean, by: By): Promise<void> {
    if (on && !isInCall(this.#store.state.call.phase)) {
      throw new CallError('not-joined', 'A screen is shared only in a call.', { subject: 'screen' });
    }
    await this.#screen.set(on, by);
  }

  /** Asks the room server for what only a host may do. Throws where that cannot be asked; what comes of it are facts. */
  act(act: HostAct): void {
    const refusal = refusalOfAct(this.#store.state, act);
    if (refusal) throw refusal;
    if (!this.#room.act(act)) throw new CallError('server-unreachable', 'The room server cannot be asked now.');
  }

  /** Takes what the page changed in mid-call: a fresh token, other ICE servers, relays alone. */
  update(changes: Partial<Pick<SessionOptions, 'token' | 'iceServers' | 'relayOnly'>>): void {
    this.#options = { ...this.#options, ...changes };
    this.#ice.setWishes(this.#options);
  }

  /**
   * What the page says about the self. On the pre-join screen nobody else knows of it; from joining on the room server says what
   * came of it (rule J6). While the line is down `join` says it, when the line is back.
   */
  setProfile(name: string, metadata: Metadata): void {
    this.#options = { ...this.#options, name, metadata };
    if (this.#store.state.call.phase === 'prejoin') this.#store.apply({ type: 'profile-changed', name, metadata });
    else this.#room.update(this.#options);
  }

  setAudioOnly(audioOnly: boolean, camera: boolean): void {
    this.#store.apply({ type: 'audio-only-changed', audioOnly });
    this.#send({ audioOnly });
    void this.#media.set({ camera: camera && !audioOnly }, 'user');
  }

  /** What the link to a participant has carried so far. */
  statsOf(id: string): Promise<LinkStats | undefined> {
    return this.#transport.stats(id);
  }

  /** A live stream: of the self (`id` undefined or its own) or of another. */
  streamOf(id: string | undefined, source: TrackSource): MediaStream | undefined {
    if (!this.#isSelf(id)) return this.#streams.get(id, source);
    if (source === 'screen') return this.#screen.stream;
    return source === 'screen-sound' ? undefined : this.#media.streamOf(source);
  }

  /** How the others are reached at present. */
  get iceServers(): readonly RTCIceServer[] {
    return this.#ice.servers;
  }

  /** How loud a participant is (undefined or its own id: the self), 0 to 1. */
  levelOf(id: string | undefined): number {
    return this.#levels.levelOf(this.#isSelf(id) ? undefined : id);
  }

  get #isOver(): boolean {
    return this.#ending.signal.aborted;
  }

  #isSelf(id: string | undefined): id is undefined {
    return id === undefined || id === this.#store.state.self.id;
  }

  #send(changes: Partial<Outgoing>): void {
    this.#outgoing = Object.freeze({ ...this.#outgoing, ...changes });
    this.#transport.setOutgoing(this.#outgoing);
  }

  #sendTrack(source: TrackSource, track: MediaStreamTrack | undefined): void {
    const { [source]: _before, ...others } = this.#outgoing.tracks;
    this.#send({ tracks: Object.freeze({ ...others, ...(track && { [source]: track }) }) });
  }

  #woke(): void {
    this.#room.wake();
    this.#media.recover();
  }

  /** A page that closes on the pre-join screen has nobody to tell, and one that the browser keeps may be shown again. */
  #pageClosed(): void {
    if (this.#store.state.call.phase !== 'prejoin') this.leave('page-closed');
  }

  #welcomed(): void {
    // The state took no notice of a link while nobody had named its participant.
    for (const { id } of this.#store.state.people.list) {
      const status = this.#transport.linkOf(id);
      if (status) this.#store.apply({ type: 'link-changed', id, ...status });
    }
    this.#media.keepMicrophone(this.#store.state.settings.audioCare.listenWhileMuted);
  }

  #mutedByHost(): void {
    // Off already, or not to be had: there is nothing to switch.
    if (this.#store.state.self.microphone === 'on') void this.#media.set({ microphone: false }, 'host');
  }

  #forget(id: string): void {
    this.#streams.delete(id);
    this.messaging.forget(id);
  }

  #receiving(id: string, tracks: ReadonlyMap<TrackSource, MediaStreamTrack>): void {
    for (const [source, track] of tracks) this.#streams.set(id, source, track);
    this.#store.notify();
  }

  #received(id: string, message: ChannelMessage): void {
    switch (message.type) {
      case 'presence':
        return this.#store.apply({ type: 'presence-changed', id, presence: message.presence });
      case 'data':
        return this.values.receive(id, message.value);
      case 'bye':
        return this.#room.left(id);
      case 'reaction':
        return this.reactions.receive(id, message.emoji);
      case 'chat':
      case 'chat-known':
        return this.messaging.receive(id, message);
    }
  }

  /** Says goodbye unless the room server ends the call, which tells the others why. */
  #end(fact: Fact, goodbye = true): void {
    if (this.#isOver) return;
    // `join` may be on its way already while we wait for its answer.
    if (goodbye && this.#store.state.call.phase !== 'prejoin') {
      this.#transport.tell({ type: 'bye' });
      this.#room.leave();
    }
    this.#ending.abort();
    this.#transport.end();
    this.#streams.clear();
    this.#store.apply({ type: 'server-changed', server: 'closed' });
    this.#store.apply(fact);
  }
}

function connectedIds({ people }: CallState): readonly string[] {
  return people.list.filter(({ link }) => link === 'connected').map(({ id }) => id);
}
