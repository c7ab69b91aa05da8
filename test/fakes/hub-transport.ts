import type { ChannelMessage } from '../../src/protocol/channel-message.js';
import type { TrackSource } from '../../src/core/source.js';
import type { LinkStats } from '../../src/core/link-stats.js';
import {
  type LinkStatus,
  nothingOutgoing,
  type Outgoing,
  type Present,
  type Transport,
  type TransportEvents,
} from '../../src/session/transport.js';
import { FakeTrack } from './fake-media.js';

const sources: readonly TrackSource[] = ['microphone', 'camera', 'screen', 'screen-sound'];
const waiting: LinkStatus = { link: 'connecting', path: undefined, failure: undefined };
const connected: LinkStatus = { link: 'connected', path: 'relayed', failure: undefined };

/**
 * A transport that sends all media and messages through one hub, as a media server does, so that participants negotiate nothing with
 * each other. Two participants are connected once each knows that the other is present and the test connects them. It has no statistics, and never fails.
 */
export class Hub {
  readonly #transports = new Map<string, HubTransport>();
  readonly #connected = new Set<string>();

  createTransport(events: TransportEvents): HubTransport {
    return new HubTransport(this, events);
  }

  find(id: string): HubTransport | undefined {
    return this.#transports.get(id);
  }

  enter(id: string, transport: HubTransport): void {
    this.#transports.set(id, transport);
  }

  leave(id: string | undefined): void {
    if (id === undefined) return;
    this.#transports.delete(id);
    for (const pair of this.#connected) if (pair.split(' ').includes(id)) this.#connected.delete(pair);
  }

  areConnected(one: string, other: string): boolean {
    return this.#connected.has(pairOf(one, other));
  }

  connect(one: string, other: string): void {
    this.#connected.add(pairOf(one, other));
    this.find(one)?.connected(other);
    this.find(other)?.connected(one);
  }

  disconnect(one: string, other: string): void {
    this.#connected.delete(pairOf(one, other));
  }
}

/** One participant at the hub. */
export class HubTransport implements Transport {
  readonly #hub: Hub;
  readonly #events: TransportEvents;
  readonly #links = new Map<string, string[]>();
  #id: string | undefined;
  #isOver = false;
  /** What this participant sends to everyone. */
  sent: Outgoing = nothingOutgoing;
  /** How loud others arrive. */
  readonly levels = new Map<string, number>();

  constructor(hub: Hub, events: TransportEvents) {
    this.#hub = hub;
    this.#events = events;
  }

  /** With how many others it has a link. */
  get linkCount(): number {
    return this.#links.size;
  }

  prepare(): void {
    // There is nothing to make ahead.
  }

  present({ selfId, others }: Present): void {
    if (this.#isOver) return;
    this.#id = selfId;
    this.#hub.enter(selfId, this);
    for (const id of this.#links.keys()) {
      if (others.has(id)) continue;
      this.#links.delete(id);
      this.#hub.disconnect(selfId, id);
    }
    for (const [id, place] of others) {
      // One who is away is linked when it is back.
      if (this.#links.has(id) || place === 'away') continue;
      this.#links.set(id, []);
      this.#events.tracks(id, new Map(sources.map((source) => [source, new FakeTrack(kindOf(source)).asTrack])));
      this.#events.link(id, waiting);
    }
  }

  setOutgoing(outgoing: Outgoing): void {
    this.sent = outgoing;
  }

  configure(): void {
    // The hub is reached in one way.
  }

  setRouteOpen(): void {
    // Nothing goes by way of the room server.
  }

  receive(): void {
    // Nothing comes by way of the room server.
  }

  linkOf(id: string): LinkStatus | undefined {
    if (!this.#links.has(id)) return undefined;
    return this.#isConnected(id) ? connected : waiting;
  }

  say(message: ChannelMessage, to?: string): boolean {
    return this.#receivers(to).every((id) => {
      if (this.#isConnected(id)) return this.#send(message, id);
      return this.#links.get(id)?.push(JSON.stringify(message)) !== undefined;
    });
  }

  tell(message: ChannelMessage, to?: string): boolean {
    return this.#receivers(to)
      .map((id) => this.#isConnected(id) && this.#send(message, id))
      .every(Boolean);
  }

  levelOf(id: string): number {
    return this.levels.get(id) ?? 0;
  }

  async stats(): Promise<LinkStats | undefined> {
    return undefined;
  }

  end(): void {
    this.#isOver = true;
    this.#links.clear();
    this.#hub.leave(this.#id);
  }

  connected(id: string): void {
    const waited = this.#links.get(id);
    if (!waited) return;
    this.#events.link(id, connected);
    this.#events.opened(id);
    for (const text of waited.splice(0)) this.#send(JSON.parse(text) as ChannelMessage, id);
  }

  deliver(from: string, message: ChannelMessage): void {
    if (this.#links.has(from)) this.#events.message(from, message);
  }

  #receivers(to: string | undefined): readonly string[] {
    return to === undefined ? [...this.#links.keys()] : [to];
  }

  #isConnected(id: string): boolean {
    return this.#id !== undefined && this.#links.has(id) && this.#hub.areConnected(this.#id, id);
  }

  #send(message: ChannelMessage, to: string): boolean {
    this.#hub.find(to)?.deliver(this.#id ?? '', JSON.parse(JSON.stringify(message)) as ChannelMessage);
    return true;
  }
}

function kindOf(source: TrackSource): 'audio' | 'video' {
  return source === 'microphone' || source === 'screen-sound' ? 'audio' : 'video';
}

function pairOf(one: string, other: string): string {
  return [one, other].sort().join(' ');
}
