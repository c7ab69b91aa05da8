import { type CloseReason, codeOf, type EndReason } from '../src/protocol/close-codes.js';
import { limits, roomRate } from '../src/protocol/limits.js';
import { type Bucket, fullBucket, take } from '../src/protocol/rate-limit.js';

/** An open socket, as every platform has it. `state` outlives hibernation. */
export interface Connection<Socket> {
  /** Drawn by the platform, a new one for each socket. */
  readonly id: string;
  /** The address of the socket, as the platform has it. */
  readonly uri: string;
  /** 1 while the socket is open (WebSockets standard section 3.1). */
  readonly readyState: number;
  readonly state: Socket | null;
  setState(state: Socket | null): unknown;
  send(frame: string): void;
  close(code?: number, reason?: string): void;
}

/** What a host needs of the platform on which it runs. */
export interface Platform<Socket> {
  readonly storage: {
    list(): Promise<ReadonlyMap<string, unknown>>;
    put(key: string, value: unknown): Promise<unknown>;
    delete(key: string): Promise<unknown>;
    /** Has `Host.due` called at this time, in milliseconds since the epoch; replaces an earlier wish. */
    setAlarm(at: number): Promise<unknown>;
  };
  connections(): Iterable<Connection<Socket>>;
  /** The name in the address of a socket, decoded: that of the room. */
  nameOf(connection: Connection<Socket>): string;
  /** Milliseconds since the epoch. */
  now(): number;
  log(trouble: unknown): void;
}

/** What happens to a machine. `key` is the connection's id. */
export type MachineEvent<Incoming> =
  | { readonly type: 'opened'; readonly key: string }
  | { readonly type: 'received'; readonly key: string; readonly message: Incoming }
  /** The client broke a rule: the machine closes the socket for good. */
  | { readonly type: 'refused'; readonly key: string; readonly reason: CloseReason }
  | { readonly type: 'closed'; readonly key: string }
  /** The time that `nextAt` named has come, or is past. */
  | { readonly type: 'due' };

/** What follows from an event: the next state, what to send in this order, and then which sockets to close. */
export interface MachineStep<State> {
  readonly state: State;
  readonly deliveries: readonly { readonly to: string; readonly message: object }[];
  readonly endings: readonly { readonly key: string; readonly reason: EndReason }[];
}

/** A socket whose message is being admitted. */
export interface Sender<Socket> {
  readonly key: string;
  readonly socket: Socket;
  isOpen(): boolean;
  /** As `Platform.nameOf` has it. */
  name(): string;
}

/** What became of a client's message. */
export type Admission<Incoming> = { readonly message: Incoming } | { readonly refused: CloseReason };

/**
 * What a host runs: a room, for example. All that a machine knows is its state, and its state is nothing but what lies in
 * storage and in the sockets, so that it outlives hibernation and restarts.
 */
export interface Machine<State, Socket, Message, Incoming> {
  /** The state of a socket that has just opened. */
  createSocket(now: number): Socket;
  /** Makes the state from what was stored under each key, and from the open sockets. Ignores keys of others. */
  load(stored: ReadonlyMap<string, unknown>, sockets: ReadonlyMap<string, Socket>): State;
  /** What of a state is to be stored. A value that has not changed is the same object. */
  storedOf(state: State): ReadonlyMap<string, unknown>;
  socketsOf(state: State): ReadonlyMap<string, Socket>;
  step(state: State, event: MachineEvent<Incoming>, now: number): MachineStep<State>;
  /** When the machine has something to do though nothing happens. */
  nextAt(state: State): number | undefined;
  decode(frame: unknown): Message | undefined;
  /** Does what takes time before the machine gets a message, such as checking a token. `load` gives the state of now. */
  admit(message: Message, sender: Sender<Socket>, load: () => Promise<State>): Promise<Admission<Incoming>>;
  /** Drops what `admit` has kept for a socket that is gone. */
  forget(key: string): void;
}

/** `readyState` of an open socket. */
const open = 1;

/**
 * Runs a machine on a platform: turns, rate limits, storage and the alarm around `(state, event) → step`.
 *
 * All that counts lies in the sockets and in storage. The fields hold copies of it, or what may be forgotten: a platform takes
 * them away whenever nothing has arrived for ten seconds.
 */
export class Host<State, Socket, Message, Incoming> {
  readonly #platform: Platform<Socket>;
  readonly #machine: Machine<State, Socket, Message, Incoming>;

  /** Copy of what is in storage. */
  #stored: ReadonlyMap<string, unknown> | undefined;
  #loading: Promise<void> | undefined;
  /** When the alarm rings, as far as this instance knows: setting one anew after waking costs less than trusting an old one. */
  #alarmAt: number | undefined;
  /** What is left to do for a connection, one after the other: without turns a message could overtake one that is being admitted. */
  readonly #turns = new Map<string, Promise<void>>();
  readonly #buckets = new Map<string, Bucket>();

  constructor(platform: Platform<Socket>, machine: Machine<State, Socket, Message, Incoming>) {
    this.#platform = platform;
    this.#machine = machine;
  }

  opened(connection: Connection<Socket>): Promise<void> {
    connection.setState(this.#machine.createSocket(this.#platform.now()));
    return this.#inTurn(connection, () => this.#step({ type: 'opened', key: connection.id }));
  }

  received(connection: Connection<Socket>, frame: unknown): Promise<void> {
    // A frame that was still on its way when the socket was closed.
    if (connection.readyState !== open) return Promise.resolve();
    if (!this.#allows(connection)) return this.#refuse(connection, 'rate-limited');
    if (typeof frame === 'string' && frame.length > limits.frameLength) return this.#refuse(connection, 'too-large');
    const message = this.#machine.decode(frame);
    if (!message) return this.#refuse(connection, 'bad-message');
    return this.#inTurn(connection, () => this.#admit(connection, message));
  }

  /** The socket has closed, or failed. */
  closed(connection: Connection<Socket>): Promise<void> {
    const { id } = connection;
    const done = this.#inTurn(connection, () => this.#step({ type: 'closed', key: id }, connection));
    this.#buckets.delete(id);
    this.#machine.forget(id);
    // Completes the closing handshake; a browser would wait for it.
    hangUp(connection);
    return done;
  }

  /** The alarm rings. */
  async due(): Promise<void> {
    await this.#load();
    this.#alarmAt = undefined;
    await this.#step({ type: 'due' });
  }

  async #admit(connection: Connection<Socket>, message: Message): Promise<void> {
    const key = connection.id;
    const socket = connection.state ?? this.#machine.createSocket(this.#platform.now());
    const sender: Sender<Socket> = {
      key,
      socket,
      isOpen: () => connection.readyState === open,
      name: () => this.#platform.nameOf(connection),
    };
    const admission = await this.#machine.admit(message, sender, () => this.#state());
    if ('refused' in admission) return this.#refuse(connection, admission.refused);
    await this.#step({ type: 'received', key, message: admission.message });
  }

  /** Whether the connection may send yet another message (rule W7). */
  #allows({ id }: Connection<Socket>): boolean {
    const now = this.#platform.now();
    // A bucket that hibernation has forgotten had refilled by then.
    const [bucket, allowed] = take(this.#buckets.get(id) ?? fullBucket(roomRate, now), roomRate, now);
    this.#buckets.set(id, bucket);
    return allowed;
  }

  #refuse({ id }: Connection<Socket>, reason: CloseReason): Promise<void> {
    return this.#step({ type: 'refused', key: id, reason });
  }

  /** Runs `work` after the earlier work of the same connection. What fails, fails alone. */
  #inTurn({ id }: Connection<Socket>, work: () => Promise<void>): Promise<void> {
    const turn = (this.#turns.get(id) ?? Promise.resolve()).then(work).catch((error) => this.#platform.log(error));
    this.#turns.set(id, turn);
    return turn.finally(() => {
      if (this.#turns.get(id) === turn) this.#turns.delete(id);
    });
  }

  /** Reads storage once after waking. */
  async #load(): Promise<ReadonlyMap<string, unknown>> {
    this.#loading ??= this.#read();
    try {
      await this.#loading;
    } catch (error) {
      this.#loading = undefined;
      throw error;
    }
    return this.#stored ?? new Map();
  }

  async #read(): Promise<void> {
    this.#stored = await this.#platform.storage.list();
  }

  async #state(): Promise<State> {
    return this.#machine.load(await this.#load(), socketsOf(this.#platform.connections()));
  }

  /**
   * Lets the machine decide, and does what it says. From the reading of the sockets to the last frame nothing is awaited, so that
   * steps never mix. `closed` is a connection that the platform no longer lists.
   */
  async #step(event: MachineEvent<Incoming>, closed?: Connection<Socket>): Promise<void> {
    const stored = await this.#load();
    const connections = new Map(
      [...this.#platform.connections(), ...(closed ? [closed] : [])].map((one) => [one.id, one]),
    );
    const before = this.#machine.load(stored, socketsOf(connections.values()));
    const { state, deliveries, endings } = this.#machine.step(before, event, this.#platform.now());
    const sockets = this.#machine.socketsOf(state);
    for (const [key, connection] of connections) {
      const socket = sockets.get(key) ?? null;
      if (socket !== (connection.state ?? null)) connection.setState(socket);
    }
    for (const { to, message } of deliveries) send(connections.get(to), message);
    for (const { key, reason } of endings) hangUp(connections.get(key), reason);
    this.#stored = this.#machine.storedOf(state);
    await Promise.all([
      ...this.#store(this.#machine.storedOf(before), this.#stored),
      this.#schedule(this.#machine.nextAt(state)),
    ]);
  }

  #store(before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>): Promise<unknown>[] {
    const gone = [...before.keys()].filter((key) => !after.has(key));
    const changed = [...after].filter(([key, value]) => before.get(key) !== value);
    return [
      ...gone.map((key) => this.#platform.storage.delete(key)),
      ...changed.map(([key, value]) => this.#platform.storage.put(key, value)),
    ];
  }

  /** An alarm that rings too early, or for nobody, does no harm and sets the next: so only an earlier one is written. */
  async #schedule(at: number | undefined): Promise<void> {
    if (at === undefined || (this.#alarmAt !== undefined && this.#alarmAt <= at)) return;
    // A time in the past might never come.
    this.#alarmAt = Math.max(at, this.#platform.now());
    await this.#platform.storage.setAlarm(this.#alarmAt);
  }
}

function socketsOf<Socket>(connections: Iterable<Connection<Socket>>): ReadonlyMap<string, Socket> {
  const sockets = new Map<string, Socket>();
  for (const { id, state } of connections) if (state) sockets.set(id, state);
  return sockets;
}

function send<Socket>(connection: Connection<Socket> | undefined, message: object): void {
  try {
    connection?.send(JSON.stringify(message));
  } catch {
    // The socket has just gone, and its close says so; or the envelope is nested too deep to be written.
  }
}

function hangUp<Socket>(connection: Connection<Socket> | undefined, reason?: EndReason): void {
  try {
    if (reason === undefined) connection?.close();
    else connection?.close(codeOf(reason), reason);
  } catch {
    // Closed already.
  }
}
