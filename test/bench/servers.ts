import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { PeerServer } from 'peer';
import { WebSocketServer } from 'ws';
import getPort from 'get-port';
import { startRoomServer } from '../../scripts/room-server.mjs';

export type ServerName = 'rooms' | 'peerjs' | 'relay';

export interface Server {
  readonly port: number;
  stop(): Promise<void>;
}

/** The server that each contestant is used with. All run on this machine, none hands out ICE servers. */
export const startServer: Record<ServerName, () => Promise<Server>> = {
  rooms: () => startRoomServer({ serve: 'dist/site', vars: { P2P_STUN_URLS: '' } }),
  peerjs: startPeerServer,
  relay: startRelay,
};

async function startPeerServer(): Promise<Server> {
  const port = await getPort();
  return new Promise((resolve) => {
    PeerServer({ port, host: '127.0.0.1', path: '/' }, (server) =>
      resolve({
        port,
        stop: async () => {
          if ('closeAllConnections' in server) server.closeAllConnections();
          server.close();
        },
      }),
    );
  });
}

/** Passes each message to all others that opened the same path. */
async function startRelay(): Promise<Server> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
  const rooms = new WeakMap<object, string | undefined>();
  server.on('connection', (socket, { url }) => {
    rooms.set(socket, url);
    socket.on('message', (message, isBinary) => {
      for (const other of server.clients) {
        if (other !== socket && rooms.get(other) === url) other.send(message, { binary: isBinary });
      }
    });
  });
  return {
    port: (server.address() as AddressInfo).port,
    stop: async () => {
      for (const socket of server.clients) socket.terminate();
      server.close();
      await once(server, 'close');
    },
  };
}
