import { Peer } from 'peerjs';
import type { Prepare } from '../contestant.js';

/** PeerJS with its own server. Ids are chosen by the page, which saves it a request. */
export const prepare: Prepare = async (seat) => {
  const media = await seat.capture();
  const [host, port] = seat.host.split(':');
  const firstId = `${seat.room}-first`;

  const open = (): Promise<Peer> =>
    new Promise((resolve, reject) => {
      const peer = new Peer(seat.isFirst ? firstId : `${seat.room}-second`, {
        host: host ?? '',
        port: Number(port),
        path: '/',
        secure: false,
        config: { iceServers: [] },
      });
      peer.on('open', () => resolve(peer));
      peer.on('error', reject);
      peer.on('call', (call) => {
        call.on('stream', (stream) => seat.show(stream));
        call.answer(media);
      });
    });

  const opened = seat.isAhead ? await open() : undefined;
  return async () => {
    const peer = opened ?? (await open());
    if (!seat.isFirst) peer.call(firstId, media).on('stream', (stream) => seat.show(stream));
  };
};
