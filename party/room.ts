import type { ClientMessage, HostAct } from '../src/protocol/client-message.js';
import type { CloseReason, EndReason } from '../src/protocol/close-codes.js';
import type { Member, Metadata, Role } from '../src/protocol/member.js';
import type { IceServer, LeaveReason, ServerMessage } from '../src/protocol/server-message.js';
import { PROTOCOL_VERSION } from '../src/protocol/version.js';

/** How long the room waits, in milliseconds. */
export const waits = {
  /** A disconnected member keeps its seat for this long (rule I4). */
  seatMs: 30_000,
  /** After a restart of the room server, members have this long to come back before the others see them as lost (rule I6). */
  returnMs: 5_000,
  /** A new socket has this long to send `watch` or `join` (rule W7). */
  helloMs: 10_000,
  /** When nothing arrives for this long, a socket is closed (rule W7). Hidden tabs run a timer once a minute. */
  silenceMs: 90_000,
  /** When a peer doubts a socket, something has to arrive on it within this time (rule I7). */
  answerMs: 3_000,
  /** However many peers doubt a socket, it gets `ping` no more often than this. */
  askEveryMs: 2_000,
} as const;

/** The most sockets that have not joined: strangers can use all of them up, and members still come in. */
export const maxVisitors = 64;

/** What the room keeps of a member. Seats lie in storage, so that they outlive sockets and hibernation. */
export type Seat = {
  readonly name: string;
  readonly metadata: Metadata;
  readonly role: Role;
  readonly joinedAt: number;
  /** Since when the member is disconnected; milliseconds since the epoch. */
  readonly awayAt?: number;
  /** The others have been sent that the member is `lost`. */
  readonly lost?: boolean;
  /** The access token gave the name, so `update` does not change it. */
  readonly nameFixed?: boolean;
  /** A host gave the member its role, so no access token changes the role (rule H4). */
  readonly handed?: boolean;
};

/** What is kept with a socket, also through hibernation. `id` is the participant's. */
export type Socket =
  | { readonly phase: 'new'; readonly seenAt: number }
  | {
      readonly phase: 'watching' | 'joined';
      readonly id: string;
      readonly seenAt: number;
      /** When `ping` was sent to it because of a doubt, and whether anything has arrived since. */
      readonly askedAt?: number;
      readonly answered?: boolean;
    };

/** All there is of a room: seats by the participant's id, and open sockets by the connection's. */
export type Room = {
  readonly seats: ReadonlyMap<string, Seat>;
  readonly sockets: ReadonlyMap<string, Socket>;
};

/** What the site's own server granted with the access token. */
export type Grant = { readonly role: Role; readonly name?: string };

type MessageOf<Type extends ClientMessage['type']> = Extract<ClientMessage, { type: Type }>;

/** How a participant reaches the others. `iceValidMs` is how long the credentials stay valid; left out when there are none. */
export type IceGrant = { readonly iceServers: IceServer[]; readonly iceValidMs?: number };

/** A client's message as the room gets it: an id and a grant stand in the place of secret and token. */
export type RoomMessage =
  | ({ readonly type: 'watch'; readonly id: string } & IceGrant)
  | ({
      readonly type: 'join';
      readonly id: string;
      readonly name: string;
      readonly metadata: Metadata;
      readonly grant?: Grant;
    } & IceGrant)
  | MessageOf<'signal' | 'update' | 'leave' | 'ping' | 'pong' | 'doubt'>
  | HostAct;

export type Rules = {
  /** Members, lost ones included. */
  readonly capacity: number;
  /** Whether the first member is host and the role passes on (rule J7). False when access tokens give the roles. */
  readonly hostPassesOn: boolean;
};

/** One message for one socket. */
export type Delivery = { readonly to: string; readonly message: ServerMessage };

/** A socket to close. */
export type Ending = { readonly key: string; readonly reason: EndReason };

/** What follows: the room as it is now, what to send in this order, and then which sockets to close. */
export type Step = {
  readonly room: Room;
  readonly deliveries: readonly Delivery[];
  readonly endings: readonly Ending[];
};

/** Why a message is refused before its secret and token are checked (rules W1 and W4); undefined when it is not. */
export function refusalOf(socket: Socket, message: ClientMessage): CloseReason | undefined {
  if (message.type === 'watch' || message.type === 'join') {
    return message.version === PROTOCOL_VERSION ? undefined : 'version-mismatch';
  }
  return socket.phase === 'new' ? 'bad-message' : undefined;
}

/** A socket has opened. When `maxVisitors` others have not joined, the one that has been quiet longest is closed. */
export function open(room: Room, key: string, now: number): Step {
  const visitors = [...room.sockets].filter(([, socket]) => socket.phase !== 'joined');
  const quietest = visitors.length < maxVisitors ? undefined : visitors.sort(([, a], [, b]) => a.seenAt - b.seenAt)[0];
  const step = quietest ? end(stepTo(room), quietest[0], 'crowded') : stepTo(room);
  return { ...step, room: withSocket(step.room, key, { phase: 'new', seenAt: now }) };
}

/** A message has arrived on a socket. */
export function receive(before: Room, key: string, message: RoomMessage, now: number, rules: Rules): Step {
  const socket = before.sockets.get(key);
  // The socket was closed while secret and token were checked.
  if (!socket) return stepTo(before);
  const room = markSeen(before, key, socket, now);
  switch (message.type) {
    case 'watch':
    case 'join': {
      if (socket.phase !== 'new' && socket.id !== message.id) return expel(room, key, 'bad-message', rules);
      const swept = reconcile(room, now, rules);
      return andThen(swept, (current) =>
        message.type === 'watch' ? watch(current, key, message, now) : join(current, key, message, now, rules),
      );
    }
    case 'ping':
      return socket.phase === 'new'
        ? expel(room, key, 'bad-message', rules)
        : { ...stepTo(room), deliveries: [{ to: key, message: { type: 'pong' } }] };
    case 'pong':
      // That something has arrived is all that counts, and that is noted.
      return socket.phase === 'new' ? expel(room, key, 'bad-message', rules) : stepTo(room);
    case 'doubt':
      return socket.phase === 'joined' ? probe(room, message.id, now) : expel(room, key, 'bad-message', rules);
    case 'leave':
      if (socket.phase === 'new') return expel(room, key, 'bad-message', rules);
      return socket.phase === 'watching'
        ? stepTo(room)
        : vacate(withSocket(room, key, { ...socket, phase: 'watching', seenAt: now }), socket.id, 'left', rules);
    case 'signal': {
      if (socket.phase !== 'joined') return expel(room, key, 'bad-message', rules);
      if (message.to === socket.id) return stepTo(room);
      const signal = { type: 'signal', from: socket.id, envelope: message.envelope } as const;
      return { ...stepTo(room), deliveries: joinedKeys(room, message.to).map((to) => ({ to, message: signal })) };
    }
    case 'update':
      return socket.phase === 'joined' ? update(room, key, socket.id, message) : expel(room, key, 'bad-message', rules);
    case 'mute':
    case 'remove':
    case 'host':
    case 'end':
      if (socket.phase !== 'joined') return expel(room, key, 'bad-message', rules);
      return room.seats.get(socket.id)?.role === 'host' ? act(room, socket.id, message, rules) : stepTo(room);
  }
}

/** A socket has closed, for whatever reason. Its member is lost, unless it has another socket (rules I3 and I4). */
export function close(room: Room, key: string, now: number): Step {
  const socket = room.sockets.get(key);
  const rest = withoutSocket(room, key);
  return socket?.phase === 'joined' ? markLost(rest, socket.id, now) : stepTo(rest);
}

/** Closes a socket for good. Its member is gone at once (rule I5). */
export function expel(room: Room, key: string, reason: CloseReason, rules: Rules): Step {
  const socket = room.sockets.get(key);
  const ended = end(stepTo(room), key, reason);
  return socket?.phase === 'joined' ? andThen(ended, (rest) => vacate(rest, socket.id, 'removed', rules)) : ended;
}

/**
 * Does what time alone brings, and what a room server that was killed could not see: closes sockets that are too quiet, marks
 * members as lost, and frees their seats.
 */
export function reconcile(room: Room, now: number, rules: Rules): Step {
  let step = stepTo(room);
  for (const [key, socket] of room.sockets) {
    if (now < deadlineOf(socket)) continue;
    step = end(step, key, socket.phase === 'new' ? 'hello-timeout' : 'silent');
  }
  for (const { key } of step.endings) {
    const socket = room.sockets.get(key);
    if (socket?.phase !== 'joined') continue;
    // When a `ping` was not answered, the member is away since that `ping`: a dead machine is then gone as soon as a closed one.
    const since = isUnanswered(socket) ? askedAtOf(socket) : now;
    step = andThen(step, (current) => markLost(current, socket.id, since));
  }
  for (const [id, { awayAt }] of step.room.seats) {
    if (joinedKeys(step.room, id).length > 0) continue;
    if (awayAt === undefined) step = andThen(step, (current) => markAway(current, id, now));
    else if (now - awayAt >= waits.seatMs)
      step = andThen(step, (current) => vacate(current, id, 'connection-lost', rules));
    else if (now - awayAt >= waits.returnMs) step = andThen(step, (current) => markLost(current, id, now));
  }
  return step;
}

/** When `reconcile` next has something to do, in milliseconds since the epoch. */
export function nextReconcileAt(room: Room): number | undefined {
  const times = [
    ...[...room.sockets.values()].map(deadlineOf),
    ...[...room.seats].flatMap(([id, { awayAt, lost }]) => {
      if (awayAt !== undefined) return [awayAt + (lost ? waits.seatMs : waits.returnMs)];
      return joinedKeys(room, id).length > 0 ? [] : [0];
    }),
  ];
  return times.length > 0 ? Math.min(...times) : undefined;
}

function watch(room: Room, key: string, message: Extract<RoomMessage, { type: 'watch' }>, now: number): Step {
  const { id } = message;
  const joined = room.sockets.get(key)?.phase === 'joined';
  const next = joined ? room : withSocket(room, key, { phase: 'watching', id, seenAt: now });
  const present = membersOf(room).filter((member) => member.id !== id);
  const members = present.map((member) => member.id);
  const names = present.map(({ name }) => name);
  return {
    ...stepTo(next),
    deliveries: [{ to: key, message: { type: 'ready', id, members, names, ...iceOf(message) } }],
  };
}

function join(
  room: Room,
  key: string,
  message: Extract<RoomMessage, { type: 'join' }>,
  now: number,
  rules: Rules,
): Step {
  const { id, grant } = message;
  const before = room.seats.get(id);
  if (!before && room.seats.size >= rules.capacity) return expel(room, key, 'full', rules);
  const seat: Seat = {
    name: grant?.name ?? message.name,
    metadata: message.metadata,
    role: (before?.handed ? before.role : grant?.role) ?? before?.role ?? (hasHost(room) ? 'guest' : 'host'),
    joinedAt: before?.joinedAt ?? nextJoinAt(room, now),
    ...(grant?.name === undefined ? {} : { nameFixed: true }),
    ...(before?.handed ? { handed: true } : {}),
  };
  let step = stepTo(room);
  for (const [other, socket] of room.sockets) {
    if (other !== key && socket.phase !== 'new' && socket.id === id) step = end(step, other, 'replaced');
  }
  const next = withSeat(withSocket(step.room, key, { phase: 'joined', id, seenAt: now }), id, seat);
  return {
    room: next,
    deliveries: [
      { to: key, message: { type: 'welcome', id, members: membersOf(next), ...iceOf(message) } },
      ...(before && sameSeat(before, seat) ? [] : announce(next, id, id)),
    ],
    endings: step.endings,
  };
}

function iceOf({ iceServers, iceValidMs }: IceGrant): IceGrant {
  return iceValidMs === undefined ? { iceServers } : { iceServers, iceValidMs };
}

function update(room: Room, key: string, id: string, message: MessageOf<'update'>): Step {
  const before = room.seats.get(id);
  if (!before) return stepTo(room);
  const seat: Seat = {
    ...before,
    name: before.nameFixed ? before.name : (message.name ?? before.name),
    metadata: message.metadata ?? before.metadata,
  };
  const next = withSeat(room, id, seat);
  // The sender gets the member even when nothing has changed, as it waits for the fact (rule J6).
  const echo = { to: key, message: { type: 'member', member: memberOf(id, seat) } } as const;
  return { ...stepTo(next), deliveries: [echo, ...(sameSeat(before, seat) ? [] : announce(next, id, id))] };
}

/** Does what a host asks for (rules H2 to H4). When the act names nobody, or the host itself, nothing changes. */
function act(room: Room, hostId: string, message: HostAct, rules: Rules): Step {
  if (message.type === 'end') {
    const keys = joinedKeys(room);
    return keys.reduce((step, key) => end(step, key, 'ended'), stepTo({ ...room, seats: new Map() }));
  }
  const { id } = message;
  const seat = room.seats.get(id);
  if (!seat || id === hostId) return stepTo(room);
  const keys = joinedKeys(room, id);
  switch (message.type) {
    case 'mute':
      return { ...stepTo(room), deliveries: keys.map((to) => ({ to, message: { type: 'mute', from: hostId } })) };
    case 'remove': {
      const ended = keys.reduce((step, key) => end(step, key, 'removed'), stepTo(room));
      return andThen(ended, (rest) => vacate(rest, id, 'removed', rules));
    }
    case 'host':
      return keys.length > 0 ? handOver(room, hostId, id) : stepTo(room);
  }
}

function handOver(room: Room, from: string, to: string): Step {
  const roles = [
    [from, 'guest'],
    [to, 'host'],
  ] as const;
  const next = roles.reduce((current, [id, role]) => {
    const seat = current.seats.get(id);
    return seat ? withSeat(current, id, { ...seat, role, handed: true }) : current;
  }, room);
  return { ...stepTo(next), deliveries: [...announce(next, from), ...announce(next, to)] };
}

/** Marks a member as lost and announces it, unless it has a socket. */
function markLost(room: Room, id: string, now: number): Step {
  const seat = room.seats.get(id);
  if (!seat || seat.lost || joinedKeys(room, id).length > 0) return stepTo(room);
  const next = withSeat(room, id, { ...seat, awayAt: seat.awayAt ?? now, lost: true });
  return { ...stepTo(next), deliveries: announce(next, id) };
}

/** Notes that a member has no socket though none was seen to close: the room server was away. Nothing is announced yet (rule I6). */
function markAway(room: Room, id: string, now: number): Step {
  const seat = room.seats.get(id);
  return stepTo(seat ? withSeat(room, id, { ...seat, awayAt: now }) : room);
}

/** Frees a seat and announces it. When the host is gone, the member that has been present longest becomes host (rule J7). */
function vacate(room: Room, id: string, reason: LeaveReason, rules: Rules): Step {
  const seats = new Map(room.seats);
  seats.delete(id);
  const rest: Room = { ...room, seats };
  const left = joinedKeys(rest).map((to): Delivery => ({ to, message: { type: 'left', id, reason } }));
  if (!rules.hostPassesOn || hasHost(rest)) return { room: rest, deliveries: left, endings: [] };
  const heir = heirOf(rest);
  if (!heir) return { room: rest, deliveries: left, endings: [] };
  const [heirId, seat] = heir;
  const next = withSeat(rest, heirId, { ...seat, role: 'host' });
  return { room: next, deliveries: [...left, ...announce(next, heirId)], endings: [] };
}

/** The member that has been present longest; one with a socket comes before one without. */
function heirOf(room: Room): readonly [id: string, seat: Seat] | undefined {
  const seats = seatsInOrder(room);
  return seats.find(([, { awayAt }]) => awayAt === undefined) ?? seats[0];
}

/** When the next member joins. No two have the same time, whatever the clock says: so everyone has them in the same order. */
function nextJoinAt({ seats }: Room, now: number): number {
  return Math.max(now, ...[...seats.values()].map(({ joinedAt }) => joinedAt + 1));
}

/** The seats in the order of joining. */
function seatsInOrder({ seats }: Room): (readonly [id: string, seat: Seat])[] {
  return [...seats].sort(([a, { joinedAt: first }], [b, { joinedAt: second }]) => first - second || (a < b ? -1 : 1));
}

function membersOf(room: Room): Member[] {
  return seatsInOrder(room).map(([id, seat]) => memberOf(id, seat));
}

function memberOf(id: string, { name, metadata, role, joinedAt, lost }: Seat): Member {
  return { id, name, metadata, role, joinedAt, lost: lost ?? false };
}

/** A `member` message about one member, to all sockets that have joined except those of `except`. */
function announce(room: Room, id: string, except?: string): Delivery[] {
  const seat = room.seats.get(id);
  if (!seat) return [];
  const message = { type: 'member', member: memberOf(id, seat) } as const;
  return joinedKeys(room, undefined, except).map((to) => ({ to, message }));
}

/** The sockets that have joined: all, only those of one participant, or all except those of one. */
function joinedKeys(room: Room, only?: string, except?: string): string[] {
  const keys: string[] = [];
  for (const [key, socket] of room.sockets) {
    if (socket.phase !== 'joined' || socket.id === except) continue;
    if (only === undefined || socket.id === only) keys.push(key);
  }
  return keys;
}

function hasHost(room: Room): boolean {
  return [...room.seats.values()].some((seat) => seat.role === 'host');
}

function sameSeat(a: Seat, b: Seat): boolean {
  return (
    a.name === b.name &&
    a.role === b.role &&
    (a.lost ?? false) === (b.lost ?? false) &&
    JSON.stringify(a.metadata) === JSON.stringify(b.metadata)
  );
}

function patienceMs(socket: Socket): number {
  return socket.phase === 'new' ? waits.helloMs : waits.silenceMs;
}

/** When a socket is closed if nothing arrives on it. */
function deadlineOf(socket: Socket): number {
  const quiet = socket.seenAt + patienceMs(socket);
  return isUnanswered(socket) ? Math.min(quiet, askedAtOf(socket) + waits.answerMs) : quiet;
}

function askedAtOf(socket: Socket): number {
  return socket.phase === 'new' ? -Infinity : (socket.askedAt ?? -Infinity);
}

function isUnanswered(socket: Socket): boolean {
  return socket.phase !== 'new' && socket.askedAt !== undefined && !socket.answered;
}

/** Sends `ping` to the sockets of a member that a peer doubts (rule I7). */
function probe(room: Room, id: string, now: number): Step {
  let step = stepTo(room);
  for (const key of joinedKeys(room, id)) {
    const socket = room.sockets.get(key);
    if (socket?.phase !== 'joined' || isUnanswered(socket)) continue;
    if (now - askedAtOf(socket) < waits.askEveryMs) continue;
    step = {
      ...step,
      room: withSocket(step.room, key, { phase: 'joined', id, seenAt: socket.seenAt, askedAt: now }),
      deliveries: [...step.deliveries, { to: key, message: { type: 'ping' } }],
    };
  }
  return step;
}

/** Notes that something has arrived on a socket. A tenth of the patience is exact enough, and saves most writes. */
function markSeen(room: Room, key: string, socket: Socket, now: number): Room {
  if (isUnanswered(socket)) return withSocket(room, key, { ...socket, seenAt: now, answered: true } as Socket);
  if (now - socket.seenAt < patienceMs(socket) / 10) return room;
  return withSocket(room, key, { ...socket, seenAt: now });
}

/** The step to a room that sends nothing and closes nothing. */
function stepTo(room: Room): Step {
  return { room, deliveries: [], endings: [] };
}

function andThen(step: Step, next: (room: Room) => Step): Step {
  const { room, deliveries, endings } = next(step.room);
  return { room, deliveries: [...step.deliveries, ...deliveries], endings: [...step.endings, ...endings] };
}

function end(step: Step, key: string, reason: EndReason): Step {
  return { ...step, room: withoutSocket(step.room, key), endings: [...step.endings, { key, reason }] };
}

function withSeat(room: Room, id: string, seat: Seat): Room {
  return { ...room, seats: new Map(room.seats).set(id, seat) };
}

function withSocket(room: Room, key: string, socket: Socket): Room {
  return { ...room, sockets: new Map(room.sockets).set(key, socket) };
}

function withoutSocket(room: Room, key: string): Room {
  const sockets = new Map(room.sockets);
  sockets.delete(key);
  return { ...room, sockets };
}
