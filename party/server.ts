import type * as Party from 'partykit/server';
import { decodeClientMessage } from '../src/protocol/client-message.js';
import type { ClientMessage } from '../src/protocol/client-message.js';
import { closeCodes } from '../src/protocol/close-codes.js';
import { limits, roomRate } from '../src/protocol/limits.js';
import { fullBucket, take } from '../src/protocol/rate-limit.js';
import type { Bucket } from '../src/protocol/rate-limit.js';
import { roomFromPath, roomToPath } from '../src/protocol/text.js';
import type { ServerMessage } from '../src/protocol/server-message.js';
import { grantOf, isOriginAllowed } from './access.js';
import { createIceSource, credentialsTtlMs } from './ice.js';
import type { IceSource } from './ice.js';
import { participantId } from './participant-id.js';
import { close, expel, nextReconcileAt, open, receive, reconcile, refusalOf } from './room.js';
import type { EndReason, IceGrant, Room, RoomMessage, Rules, Seat, Socket, Step } from './room.js';
import { readSettings } from './settings.js';
import type { Settings } from './settings.js';

type Connection = Party.Connection<Socket>;

/** Codes of the ends that a client comes back from (rule W5): it stops on 44xx alone. */
const comeBackCodes = { silent: 4000, crowded: 4001 } as const;

const seatPrefix = 'member:';

/**
 * One room on PartyKit: turns its events into calls of `room.ts`, and what these say into frames, storage and alarms.
 *
 * All that counts lies in the sockets' attachments and in storage. The fields hold copies of it, or what may be forgotten:
 * the platform takes them away whenever nobody has spoken for ten seconds.
 *
 * `Party.Room.id` is not used: after an alarm has woken the room, reading it throws until the room sleeps again.
 */
export default class RoomServer implements Party.Server {
  readonly options: Party.ServerOptions = { hibernate: true };

  readonly #party: Party.Room;
  readonly #settings: Settings;
  readonly #rules: Rules;
  readonly #iceSource: IceSource;

  /** Copy of the seats in storage. */
  #seats: ReadonlyMap<string, Seat> | undefined;
  /** When the alarm rings, as far as this instance knows: setting one anew after waking costs less than trusting an old one. */
  #alarmAt: number | undefined;
  #loading: Promise<void> | undefined;
  /** What is left to do for a connection, one after the other, as checking a token or a secret lets others overtake. */
  readonly #turns = new Map<string, Promise<void>>();
  readonly #buckets = new Map<string, Bucket>();
  /** ICE servers that a connection got, so that `watch` and `join` together ask for them once. */
  readonly #ice = new Map<string, { readonly grant: IceGrant; readonly at: number }>();

  constructor(party: Party.Room) {
    this.#party = party;
    this.#settings = readSettings(party.env);
    this.#rules = { capacity: this.#settings.capacity, hostPassesOn: this.#settings.tokenSecret === undefined };
    this.#iceSource = createIceSource(this.#settings.ice, {
      fetch: (url, init) => fetch(url, init),
      warn: log,
    });
  }

  /** Turns away at the door, before the room wakes; a browser learns the reason only from the close code of an open socket. */
  static onBeforeConnect(request: Party.Request, lobby: Party.Lobby): Party.Request | Response {
    const { origins } = readSettings(lobby.env);
    if (!isOriginAllowed(request.headers.get('origin'), origins)) return refusal('forbidden-origin');
    const room = roomFromPath(lobby.id);
    // A second spelling of the same name would be a second room.
    if (room === undefined || roomToPath(room) !== lobby.id) return refusal('bad-room');
    // The platform keeps this address beside the state of each socket, 2,048 bytes in all, and takes the connection's id from
    // its query: so no query, a short host, and the platform draws an id that nobody has chosen.
    return new Request(`http://room/party/${lobby.id}`, request as unknown as Request) as unknown as Party.Request;
  }

  static onBeforeRequest(): Response {
    return text(426, 'This is a room for WebSocket connections.', { upgrade: 'websocket' });
  }

  static onFetch(): Response {
    return text(404, 'Not found.');
  }

  onConnect(connection: Connection): Promise<void> {
    const now = Date.now();
    connection.setState({ phase: 'new', seenAt: now });
    return this.#inTurn(connection, () => this.#step((room) => open(room, connection.id, now)));
  }

  onMessage(frame: string | ArrayBuffer | ArrayBufferView, connection: Connection): Promise<void> {
    // What was still on its way when the socket was closed.
    if (connection.readyState !== WebSocket.OPEN) return Promise.resolve();
    const now = Date.now();
    // One that hibernation has forgotten had refilled by then.
    const known = this.#buckets.get(connection.id) ?? fullBucket(roomRate, now);
    const [bucket, allowed] = take(known, roomRate, now);
    this.#buckets.set(connection.id, bucket);
    if (!allowed) return this.#refuse(connection, 'rate-limited');
    if (typeof frame === 'string' && frame.length > limits.frameLength) return this.#refuse(connection, 'too-large');
    const message = decodeClientMessage(frame);
    if (!message) return this.#refuse(connection, 'bad-message');
    return this.#inTurn(connection, () => this.#hear(connection, message));
  }

  onClose(connection: Connection): Promise<void> {
    const closed = this.#inTurn(connection, () =>
      this.#step((room) => close(room, connection.id, Date.now()), connection),
    );
    this.#buckets.delete(connection.id);
    this.#ice.delete(connection.id);
    // Completes the closing handshake; a browser would wait for it.
    hangUp(connection);
    return closed;
  }

  onError(connection: Connection): Promise<void> {
    return this.onClose(connection);
  }

  async onAlarm(): Promise<void> {
    await this.#load();
    this.#alarmAt = undefined;
    await this.#step((room) => reconcile(room, Date.now(), this.#rules));
  }

  async #hear(connection: Connection, message: ClientMessage): Promise<void> {
    const refused = refusalOf(connection.state ?? { phase: 'new', seenAt: 0 }, message);
    if (refused) return this.#refuse(connection, refused);
    const heard =
      message.type === 'watch' || message.type === 'join' ? await this.#identify(connection, message) : message;
    if (!heard) return this.#refuse(connection, 'unauthorized');
    await this.#step((room) => receive(room, connection.id, heard, Date.now(), this.#rules));
  }

  /** Puts an id and a grant in the place of secret and token; undefined where the token lets nobody in. */
  async #identify(
    connection: Connection,
    message: Extract<ClientMessage, { type: 'watch' | 'join' }>,
  ): Promise<RoomMessage | undefined> {
    const room = roomFromPath(new URL(connection.uri).pathname.split('/')[2] ?? '') ?? '';
    const { tokenSecret } = this.#settings;
    const [id, seats] = [await participantId(room, message.secret), await this.#load()];
    const caller = { token: message.token, room, present: seats.has(id) };
    const grant = tokenSecret === undefined ? undefined : await grantOf(caller, tokenSecret, Date.now());
    if (tokenSecret !== undefined && !grant) return undefined;
    const ice = await this.#iceFor(connection, id);
    if (message.type === 'watch') return { type: 'watch', id, ...ice };
    const { name, metadata } = message;
    return { type: 'join', id, name, metadata, ...ice, ...(grant ? { grant } : {}) };
  }

  async #iceFor(connection: Connection, id: string): Promise<IceGrant> {
    const now = Date.now();
    const known = this.#ice.get(connection.id);
    const ageMs = now - (known?.at ?? -Infinity);
    // For half their life the same ones do: `join` follows upon `watch`.
    if (known && ageMs < (known.grant.iceValidMs ?? credentialsTtlMs) / 2) return aged(known.grant, ageMs);
    const grant = await this.#iceSource(id, now);
    if (connection.readyState === WebSocket.OPEN) this.#ice.set(connection.id, { grant, at: now });
    return grant;
  }

  #refuse(connection: Connection, reason: keyof typeof closeCodes): Promise<void> {
    return this.#step((room) => expel(room, connection.id, reason, this.#rules));
  }

  /** Waits for what the same connection asked before. What fails, fails alone. */
  #inTurn(connection: Connection, work: () => Promise<void>): Promise<void> {
    const { id } = connection;
    const turn = (this.#turns.get(id) ?? Promise.resolve()).then(work).catch(log);
    this.#turns.set(id, turn);
    return turn.finally(() => {
      if (this.#turns.get(id) === turn) this.#turns.delete(id);
    });
  }

  /** Reads the seats once after waking. */
  async #load(): Promise<ReadonlyMap<string, Seat>> {
    this.#loading ??= this.#read();
    try {
      await this.#loading;
    } catch (error) {
      this.#loading = undefined;
      throw error;
    }
    return this.#seats ?? new Map();
  }

  async #read(): Promise<void> {
    const stored = await this.#party.storage.list<Seat>({ prefix: seatPrefix });
    this.#seats = new Map([...stored].map(([key, seat]) => [key.slice(seatPrefix.length), seat]));
  }

  /**
   * Decides with `room.ts` and does what it says. From the reading of the sockets to the last frame nothing is awaited, so
   * steps never mix. The platform holds the frames back until storage has what led to them.
   */
  async #step(decide: (room: Room) => Step, closed?: Connection): Promise<void> {
    const seats = await this.#load();
    const connections = new Map<string, Connection>();
    const sockets = new Map<string, Socket>();
    for (const connection of [...this.#party.getConnections<Socket>(), ...(closed ? [closed] : [])]) {
      if (!connection.state) continue;
      connections.set(connection.id, connection);
      sockets.set(connection.id, connection.state);
    }
    const { room, deliveries, endings } = decide({ seats, sockets });
    for (const [key, connection] of connections) {
      const socket = room.sockets.get(key);
      if (socket !== connection.state) connection.setState(socket ?? null);
    }
    for (const { to, message } of deliveries) send(connections.get(to), message);
    for (const { key, reason } of endings) hangUp(connections.get(key), reason);
    this.#seats = room.seats;
    await Promise.all([...this.#storeSeats(seats, room.seats), this.#schedule(nextReconcileAt(room))]);
  }

  #storeSeats(before: ReadonlyMap<string, Seat>, after: ReadonlyMap<string, Seat>): Promise<unknown>[] {
    const gone = [...before.keys()].filter((id) => !after.has(id));
    const changed = [...after].filter(([id, seat]) => before.get(id) !== seat);
    return [
      ...gone.map((id) => this.#party.storage.delete(seatPrefix + id)),
      ...changed.map(([id, seat]) => this.#party.storage.put(seatPrefix + id, seat)),
    ];
  }

  /** An alarm that comes too early, or for nobody, does no harm and sets the next: so only an earlier one is written. */
  async #schedule(at: number | undefined): Promise<void> {
    const before = this.#alarmAt;
    if (at === undefined || (before !== undefined && before <= at)) return;
    // A time in the past might never come.
    this.#alarmAt = Math.max(at, Date.now());
    await this.#party.storage.setAlarm(this.#alarmAt);
  }
}

function send(connection: Connection | undefined, message: ServerMessage): void {
  try {
    connection?.send(JSON.stringify(message));
  } catch {
    // Its socket has just gone, and its close says so; or the envelope is nested too deep to be written.
  }
}

/** The same credentials some time later. A clock that steps back makes them no younger. */
function aged({ iceServers, iceValidMs }: IceGrant, ageMs: number): IceGrant {
  return iceValidMs === undefined ? { iceServers } : { iceServers, iceValidMs: iceValidMs - Math.max(0, ageMs) };
}

function hangUp(connection: Connection | undefined, reason?: EndReason): void {
  try {
    if (reason === undefined) connection?.close();
    else connection?.close(codeOf(reason), reason);
  } catch {
    // Closed already.
  }
}

function codeOf(reason: EndReason): number {
  return reason === 'silent' || reason === 'crowded' ? comeBackCodes[reason] : closeCodes[reason];
}

/**
 * A socket that opens only to say why it closes. Not the room's to do: where sockets hibernate, one that is closed before it
 * has said anything keeps its line open for ten seconds more, and a browser waits for the end of the line.
 */
function refusal(reason: keyof typeof closeCodes): Response {
  const { 0: client, 1: server } = new WebSocketPair();
  server.accept();
  server.close(closeCodes[reason], reason);
  return new Response(null, { status: 101, webSocket: client });
}

/** The room server has no other place to say what went wrong. Nothing of what clients send is logged. */
function log(trouble: unknown): void {
  // oxlint-disable-next-line no-console
  console.warn(trouble);
}

function text(status: number, body: string, headers: Record<string, string> = {}): Response {
  return new Response(body, { status, headers: { 'content-type': 'text/plain; charset=utf-8', ...headers } });
}
