import { type ClientMessage, decodeClientMessage } from '../src/protocol/client-message.js';
import { grantOf } from './access.js';
import type { Admission, Machine, MachineEvent, Sender } from './host.js';
import { IceCache } from './ice-cache.js';
import type { IceSource } from './ice.js';
import { participantId } from './participant-id.js';
import { close, expel, nextReconcileAt, open, receive, reconcile, refusalOf } from './room.js';
import type { Room, RoomMessage, Rules, Seat, Socket, Step } from './room.js';
import type { Settings } from './settings.js';

/** The key of a member's seat in storage begins so; the participant's id follows. */
const seatPrefix = 'member:';

/** What a room needs of the world around. */
export interface RoomWorld {
  readonly iceSource: IceSource;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

export type RoomMachine = Machine<Room, Socket, ClientMessage, RoomMessage>;

/** A room as a host runs it: `room.ts`, with what it takes to turn secrets into ids and tokens into grants. */
export function createRoomMachine(settings: Settings, { iceSource, now }: RoomWorld): RoomMachine {
  const { tokenSecret, capacity } = settings;
  const rules: Rules = { capacity, hostPassesOn: tokenSecret === undefined };
  const ice = new IceCache(iceSource);

  /** Puts an id and a grant in the place of secret and token. */
  async function identify(
    message: Extract<ClientMessage, { type: 'watch' | 'join' }>,
    sender: Sender<Socket>,
    load: () => Promise<Room>,
  ): Promise<Admission<RoomMessage>> {
    const room = sender.name();
    const [id, { seats }] = [await participantId(room, message.secret), await load()];
    const caller = { token: message.token, room, present: seats.has(id) };
    const grant = tokenSecret === undefined ? undefined : await grantOf(caller, tokenSecret, now());
    if (tokenSecret !== undefined && !grant) return { refused: 'unauthorized' };
    const iceGrant = await ice.grantFor(sender.key, id, now(), () => sender.isOpen());
    if (message.type === 'watch') return { message: { type: 'watch', id, ...iceGrant } };
    const { name, metadata } = message;
    return { message: { type: 'join', id, name, metadata, ...iceGrant, ...(grant ? { grant } : {}) } };
  }

  return {
    createSocket: (seenAt) => ({ phase: 'new', seenAt }),
    load: (stored, sockets) => ({ seats: seatsOf(stored), sockets }),
    storedOf: ({ seats }) => new Map([...seats].map(([id, seat]) => [seatPrefix + id, seat])),
    socketsOf: ({ sockets }) => sockets,
    step: (room, event, at) => {
      const { room: state, deliveries, endings } = stepOf(room, event, at, rules);
      return { state, deliveries, endings };
    },
    nextAt: nextReconcileAt,
    decode: decodeClientMessage,
    admit: async (message, sender, load) => {
      const refused = refusalOf(sender.socket, message);
      if (refused) return { refused };
      return message.type === 'watch' || message.type === 'join' ? identify(message, sender, load) : { message };
    },
    forget: (key) => ice.forget(key),
  };
}

function stepOf(room: Room, event: MachineEvent<RoomMessage>, now: number, rules: Rules): Step {
  switch (event.type) {
    case 'opened':
      return open(room, event.key, now);
    case 'received':
      return receive(room, event.key, event.message, now, rules);
    case 'refused':
      return expel(room, event.key, event.reason, rules);
    case 'closed':
      return close(room, event.key, now);
    case 'due':
      return reconcile(room, now, rules);
  }
}

function seatsOf(stored: ReadonlyMap<string, unknown>): ReadonlyMap<string, Seat> {
  const own = [...stored].filter(([key]) => key.startsWith(seatPrefix));
  return new Map(own.map(([key, seat]) => [key.slice(seatPrefix.length), seat as Seat]));
}
