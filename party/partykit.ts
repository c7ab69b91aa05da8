import type * as Party from 'partykit/server';
import type { ClientMessage } from '../src/protocol/client-message.js';
import { type CloseReason, closeCodes } from '../src/protocol/close-codes.js';
import { roomFromPath } from '../src/protocol/text.js';
import { refusalAtDoor } from './access.js';
import { Host, type Platform } from './host.js';
import { createIceSource } from './ice.js';
import { createRoomMachine } from './room-machine.js';
import type { Room, RoomMessage, Socket } from './room.js';
import { readSettings } from './settings.js';

type Connection = Party.Connection<Socket>;

/** One room on PartyKit, and the only file that knows this platform: passes its events to the host of a room. */
export default class RoomServer implements Party.Server {
  readonly options: Party.ServerOptions = { hibernate: true };
  readonly #host: Host<Room, Socket, ClientMessage, RoomMessage>;

  constructor(party: Party.Room) {
    const settings = readSettings(party.env);
    const iceSource = createIceSource(settings.ice, { fetch: (url, init) => fetch(url, init), warn: log });
    this.#host = new Host(platformOf(party), createRoomMachine(settings, { iceSource, now: Date.now }));
  }

  /** Turns away at the door, before the room wakes; a browser learns the reason only from the close code of an open socket. */
  static onBeforeConnect(request: Party.Request, lobby: Party.Lobby): Party.Request | Response {
    const refused = refusalAtDoor(lobby.id, request.headers.get('origin'), readSettings(lobby.env).origins);
    if (refused) return refusal(refused);
    // PartyKit keeps this address beside the state of each socket, 2,048 bytes in all, and takes the connection's id from its
    // query. So the address has a short host and no query, and PartyKit draws an id that nobody has chosen.
    return new Request(`http://room/party/${lobby.id}`, request as unknown as Request) as unknown as Party.Request;
  }

  static onBeforeRequest(): Response {
    return text(426, 'This is a room for WebSocket connections.', { upgrade: 'websocket' });
  }

  static onFetch(): Response {
    return text(404, 'Not found.');
  }

  onConnect(connection: Connection): Promise<void> {
    return this.#host.opened(connection);
  }

  onMessage(frame: string | ArrayBuffer | ArrayBufferView, connection: Connection): Promise<void> {
    return this.#host.received(connection, frame);
  }

  onClose(connection: Connection): Promise<void> {
    return this.#host.closed(connection);
  }

  onError(connection: Connection): Promise<void> {
    return this.#host.closed(connection);
  }

  onAlarm(): Promise<void> {
    return this.#host.due();
  }
}

function platformOf(party: Party.Room): Platform<Socket> {
  return {
    // PartyKit holds frames back until storage has what led to them.
    storage: party.storage,
    connections: () => party.getConnections<Socket>(),
    // Not `party.id`: after an alarm has woken the room, reading it throws until the room sleeps again.
    nameOf: ({ uri }) => roomFromPath(new URL(uri).pathname.split('/')[2] ?? '') ?? '',
    now: Date.now,
    log,
  };
}

/**
 * A socket that opens only to say why it closes. Not the room's to do: where sockets hibernate, one that is closed before
 * anything has arrived on it keeps its line open for ten seconds more, and a browser waits for the end of the line.
 */
function refusal(reason: CloseReason): Response {
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
