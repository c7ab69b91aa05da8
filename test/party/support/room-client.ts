import WebSocket from 'ws';
import type { ClientMessage } from '../../../src/protocol/client-message.js';
import type { Member } from '../../../src/protocol/member.js';
import { decodeServerMessage } from '../../../src/protocol/server-message.js';
import type { ServerMessage } from '../../../src/protocol/server-message.js';
import { cleanRoom, roomToPath } from '../../../src/protocol/text.js';
import { PROTOCOL_VERSION } from '../../../src/protocol/version.js';
import type { RoomServer } from './room-server.js';

type Type = ServerMessage['type'];
type Message<T extends Type> = Extract<ServerMessage, { type: T }>;
type Closed = { readonly code: number; readonly reason: string };

export type RoomClientOptions = {
  /** Sent as browsers send it. */
  readonly origin?: string;
  /** What follows the room in the address. */
  readonly suffix?: string;
};

/** Everything that a room server may take its time for on a busy machine. */
const patienceMs = 60_000;

/** One socket to a room, and all that came over it. Frames that are no message of the protocol make it fail. */
export class RoomClient {
  readonly received: ServerMessage[] = [];
  readonly closed: Promise<Closed>;
  readonly socket: WebSocket;
  private readonly listeners = new Set<() => void>();
  private readonly strange: string[] = [];
  private closedAs: Closed | undefined;

  private constructor(socket: WebSocket) {
    this.socket = socket;
    socket.on('message', (frame) => {
      const text = frame.toString();
      const message = decodeServerMessage(text);
      if (message) this.received.push(message);
      else this.strange.push(text);
      this.notify();
    });
    this.closed = new Promise((resolve) => {
      socket.on('close', (code, reason) => {
        this.closedAs = { code, reason: reason.toString() };
        resolve(this.closedAs);
        this.notify();
      });
    });
    // The close that follows tells the tests.
    socket.on('error', () => undefined);
  }

  /** Opens a socket to a room by its name, as it is encoded for a path. */
  static to(server: RoomServer, room: string, options: RoomClientOptions = {}): Promise<RoomClient> {
    return RoomClient.toPath(server, roomToPath(cleanRoom(room) ?? room), options);
  }

  /** Opens a socket to whatever the path segment says. */
  static async toPath(server: RoomServer, segment: string, options: RoomClientOptions = {}): Promise<RoomClient> {
    const { origin, suffix = '' } = options;
    const url = `${server.url}/parties/main/${segment}${suffix}`;
    const socket = new WebSocket(url, { ...(origin === undefined ? {} : { origin }), maxPayload: 2 ** 24 });
    const client = new RoomClient(socket);
    await Promise.race([new Promise((resolve) => socket.once('open', resolve)), client.closed]);
    return client;
  }

  send(message: ClientMessage | Record<string, unknown>): void {
    this.raw(JSON.stringify(message));
  }

  raw(frame: string | Buffer): void {
    this.socket.send(frame);
  }

  watch(secret: string, changed: object = {}): Promise<Message<'ready'>> {
    const ready = this.next('ready');
    this.send({ type: 'watch', version: PROTOCOL_VERSION, secret: secretOf(secret), ...changed });
    return ready;
  }

  join(secret: string, changed: object = {}): Promise<Message<'welcome'>> {
    const welcome = this.next('welcome');
    this.send({
      type: 'join',
      version: PROTOCOL_VERSION,
      secret: secretOf(secret),
      name: secret,
      metadata: {},
      ...changed,
    });
    return welcome;
  }

  /** All that came before now has been answered. */
  async settle(): Promise<void> {
    const pong = this.next('pong');
    this.send({ type: 'ping' });
    await pong;
  }

  /** The next message of this type that is as asked for, from now on. */
  async next<T extends Type>(type: T, isWanted: (message: Message<T>) => boolean = () => true): Promise<Message<T>> {
    const start = this.received.length;
    const find = (): Message<T> | undefined =>
      this.received
        .slice(start)
        .find((message): message is Message<T> => message.type === type && isWanted(message as Message<T>));
    const found = await this.until(find, `a message ${type}`);
    return found;
  }

  /** The next `member` message about this one. */
  async nextMember(id: string, isWanted: (member: Member) => boolean = () => true): Promise<Member> {
    return (await this.next('member', ({ member }) => member.id === id && isWanted(member))).member;
  }

  ofType<T extends Type>(type: T): Message<T>[] {
    return this.received.filter((message): message is Message<T> => message.type === type);
  }

  leave(): Promise<Closed> {
    this.socket.close(1000);
    return this.closed;
  }

  /** As when the process dies: the line ends without a word. */
  die(): void {
    this.socket.terminate();
  }

  private notify(): void {
    for (const listener of this.listeners) listener();
  }

  private until<T>(find: () => T | undefined, wanted: string): Promise<T> {
    return new Promise((resolve, reject) => {
      const end = (): void => {
        clearTimeout(deadline);
        this.listeners.delete(look);
      };
      const fail = (why: string): void => {
        end();
        reject(new Error(`${why} instead of ${wanted}; received ${JSON.stringify(this.received.slice(-5))}`));
      };
      const look = (): void => {
        const found = find();
        if (this.strange.length > 0) fail(`Strange frames (${this.strange.join().slice(0, 500)})`);
        else if (found !== undefined) {
          end();
          resolve(found);
        } else if (this.closedAs) fail(`Closed with ${this.closedAs.code} ${this.closedAs.reason}`);
      };
      const deadline = setTimeout(() => fail('Nothing'), patienceMs);
      this.listeners.add(look);
      look();
    });
  }
}

/** A secret of the right form that says whose it is. */
export function secretOf(name: string): string {
  return name.replaceAll(/[^\w-]/gu, '_').padEnd(24, '-');
}
