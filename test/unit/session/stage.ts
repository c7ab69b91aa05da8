import { expect } from 'vitest';
import type { CallEvent } from '../../../src/core/call-event.js';
import type { TrackSource } from '../../../src/core/source.js';
import type { ChannelMessage } from '../../../src/protocol/channel-message.js';
import type { Member } from '../../../src/protocol/member.js';
import type { ServerMessage } from '../../../src/protocol/server-message.js';
import { PROTOCOL_VERSION } from '../../../src/protocol/version.js';
import { MeshTransport } from '../../../src/session/mesh/mesh-transport.js';
import { Session, type SessionOptions } from '../../../src/session/session.js';
import { type CallStore, createCallStore } from '../../../src/session/call-store.js';
import type { Transport, TransportEvents } from '../../../src/session/transport.js';
import type { FakeConnection } from '../../fakes/fake-connection.js';
import { FakePorts } from '../../fakes/fake-ports.js';
import { Hub, type HubTransport } from '../../fakes/hub-transport.js';
import { aMember } from '../../fakes/builders.js';
import { me } from '../core/support.js';

export const bo = aMember();
export const cy = aMember({ id: 'cy', name: 'Cy', joinedAt: 3 });
export const hello = { version: PROTOCOL_VERSION, secret: new FakePorts().createSecret() };

/** Resolves after all work that only waits for promises. */
export const settled = (): Promise<void> => new Promise((done) => setImmediate(done));

/** The others of a call, whatever carries media and messages to them. */
export interface Others {
  createTransport(events: TransportEvents): Transport;
  /** The one with this id is reached from now on. */
  connect(id: string): void;
  /** It sends a message. */
  say(id: string, message: object): void;
  /** The messages that it got. */
  received(id: string): ChannelMessage[];
  /** The tracks that are sent to it. */
  tracks(id: string): Partial<Record<TrackSource, unknown>>;
  /** Sets the level of the received sound, packet by packet, whenever time passes. */
  speak(id: string, level: number, isSending: boolean): void;
  /** With how many of them there is a link. */
  linkCount(): number;
}

const sections: readonly TrackSource[] = ['microphone', 'camera', 'screen', 'screen-sound'];

/** Everyone has a connection of its own; they are made in the order of `ids`. */
function meshOf(ports: FakePorts, ids: readonly string[]): Others {
  const connectionTo = (id: string): FakeConnection => {
    const connection = ports.connections[ids.indexOf(id)];
    if (!connection) throw new Error(`There is no connection to ${id}.`);
    return connection;
  };
  return {
    createTransport: (events) => new MeshTransport(ports, events),
    connect: (id) => connectionTo(id).connect(),
    say: (id, message) => connectionTo(id).channel.hear(message),
    received: (id) => connectionTo(id).channel.sent as ChannelMessage[],
    tracks: (id) =>
      Object.fromEntries(
        connectionTo(id).senders.flatMap(({ track }, index) => (track ? [[sections[index], track]] : [])),
      ),
    speak(id, audioLevel, isSending) {
      const receiver = connectionTo(id).receiver(0);
      for (let round = 0; round < 10 && receiver; round += 1) {
        const rtpTimestamp = (receiver.latest?.rtpTimestamp ?? 0) + (isSending ? 960 : 0);
        receiver.latest = { rtpTimestamp, audioLevel };
        ports.clock.pass(100);
      }
    },
    linkCount: () => ports.openConnections.length,
  };
}

/** Everyone is reached by way of a hub. */
function hubOf(ports: FakePorts, ids: readonly string[]): Others {
  const hub = new Hub();
  let own: HubTransport | undefined;
  const received = new Map<string, ChannelMessage[]>(ids.map((id) => [id, []]));
  const remotes = new Map(
    ids.map((id) => {
      const remote = hub.createTransport({
        link: () => undefined,
        tracks: () => undefined,
        opened: () => undefined,
        message: (_from, message) => received.get(id)?.push(message),
        route: () => undefined,
        doubt: () => undefined,
        trouble: () => undefined,
      });
      remote.present({ selfId: id, others: new Map([[me.id, 'here']]) });
      return [id, remote] as const;
    }),
  );
  return {
    createTransport: (events) => (own = hub.createTransport(events)),
    connect: (id) => hub.connect(id, me.id),
    say: (id, message) => remotes.get(id)?.tell(message as ChannelMessage, me.id),
    received: (id) => received.get(id) ?? [],
    tracks: () => ({ ...hub.find(me.id)?.sent.tracks }),
    speak(id, level, isSending) {
      hub.find(me.id)?.levels.set(id, isSending ? level : 0);
      ports.clock.pass(1_000);
    },
    linkCount: () => own?.linkCount ?? 0,
  };
}

export const transports = { mesh: meshOf, hub: hubOf };

/** The others of each session, to look at when it is over. */
const othersOf = new WeakMap<FakePorts, Others>();

export interface Stage {
  ports: FakePorts;
  store: CallStore;
  session: Session;
  events: CallEvent[];
  /** What the page got from others with `sendData`. */
  values: unknown[];
  others: Others;
}

export function optionsOf(overrides: Partial<SessionOptions> = {}): SessionOptions {
  return {
    url: 'ws://rooms.example/party/standup',
    room: 'standup',
    name: 'Ada',
    metadata: {},
    token: undefined,
    microphone: true,
    camera: true,
    audioOnly: false,
    relayOnly: false,
    iceServers: undefined,
    ...overrides,
  };
}

export function welcome(...others: Member[]): Extract<ServerMessage, { type: 'welcome' }> {
  return { type: 'welcome', id: me.id, members: [me, ...others], iceServers: [] };
}

/** Ways to begin a session over one kind of transport. */
export function sessionsOver(kind: keyof typeof transports) {
  const createSession = (ports: FakePorts, store: CallStore, overrides: Partial<SessionOptions> = {}): Session =>
    new Session(optionsOf(overrides), ports, store, (events) => transports[kind](ports, []).createTransport(events));

  /** On the pre-join screen. */
  function open(overrides: Partial<SessionOptions> = {}, ids: readonly string[] = []): Stage {
    const ports = new FakePorts();
    const others = transports[kind](ports, ids);
    othersOf.set(ports, others);
    const events: CallEvent[] = [];
    const values: unknown[] = [];
    const store = createCallStore(
      (event) => {
        events.push(event);
        if (event.type === 'p2p-data') values.push(event.detail.value);
      },
      (run) => run(),
    );
    const session = new Session(optionsOf(overrides), ports, store, (more) => others.createTransport(more));
    return { ports, store, events, values, others, session };
  }

  /** In the call with `members`, which are not connected yet. */
  async function join(members: readonly Member[] = [], overrides: Partial<SessionOptions> = {}): Promise<Stage> {
    const ids = members.map(({ id }) => id);
    const stage = open(overrides, ids);
    const { ports, session } = stage;
    ports.socket.open();
    ports.socket.say({ type: 'ready', id: me.id, members: ids, iceServers: [] });
    session.join();
    ports.socket.say(welcome(...members));
    await offersMade(stage);
    ports.socket.take();
    stage.events.length = 0;
    return stage;
  }

  return { createSession, open, join };
}

/** Each offer but the first is made in a task of its own. */
export async function offersMade({ ports }: Stage): Promise<void> {
  ports.clock.pass(0);
  await settled();
}

export const typesOf = (messages: readonly { type: string }[]): string[] => messages.map(({ type }) => type);
export const namesOf = (events: readonly CallEvent[], type: CallEvent['type']): CallEvent[] =>
  events.filter((event) => event.type === type);

/** Asserts that a session has left nothing behind. */
export function expectReleased(ports: FakePorts): void {
  expect(ports.media.live).toEqual([]);
  expect(ports.media.watcherCount).toBe(0);
  expect(ports.openConnections).toEqual([]);
  expect(othersOf.get(ports)?.linkCount() ?? 0).toBe(0);
  expect(ports.socket.isClosed || !ports.socket.triesAgain).toBe(true);
  expect(ports.pageListenerCount).toBe(0);
  expect(ports.clock.waiting).toBe(0);
  expect(ports.media.meters.size).toBe(0);
}
