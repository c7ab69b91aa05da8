import SimplePeer from 'simple-peer/simplepeer.min.js';
import type { Prepare } from '../contestant.js';

/** simple-peer over a relay that passes every message to all others in the room. The newcomer offers, candidates trickle. */
export const prepare: Prepare = async (seat) => {
  const media = await seat.capture();
  let peer: SimplePeer | undefined;

  const createPeer = (socket: WebSocket): SimplePeer => {
    const created = new SimplePeer({ initiator: !seat.isFirst, stream: media, config: { iceServers: [] } });
    created.on('signal', (signal) => socket.send(JSON.stringify(signal)));
    created.on('stream', (stream) => seat.show(stream));
    return created;
  };

  const open = (): Promise<WebSocket> =>
    new Promise((resolve) => {
      const socket = new WebSocket(`ws://${seat.host}/${seat.room}`);
      socket.addEventListener('open', () => resolve(socket));
      socket.addEventListener('message', ({ data }) => {
        peer ??= createPeer(socket);
        peer.signal(JSON.parse(data));
      });
    });

  const opened = seat.isAhead ? await open() : undefined;
  return async () => {
    const socket = opened ?? (await open());
    if (!seat.isFirst) peer = createPeer(socket);
  };
};
