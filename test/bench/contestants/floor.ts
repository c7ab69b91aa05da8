import type { ClientMessage } from '../../../src/protocol/client-message.js';
import type { ServerMessage } from '../../../src/protocol/server-message.js';
import { PROTOCOL_VERSION } from '../../../src/protocol/version.js';
import type { Prepare } from '../contestant.js';

type Envelope = { description?: RTCSessionDescriptionInit; candidate?: RTCIceCandidateInit };

/**
 * The raw floor: one bare RTCPeerConnection over the room server of p2p-call, in its protocol, without interface, without
 * decoding, without recovery. The newcomer offers, candidates trickle.
 */
export const prepare: Prepare = async (seat) => {
  const media = await seat.capture();
  const secret = crypto.randomUUID();
  let peer: RTCPeerConnection | undefined;
  let socket: WebSocket | undefined;
  let other: string | undefined;

  const send = (message: ClientMessage): void => socket?.send(JSON.stringify(message));
  const signal = (envelope: Envelope): void => {
    if (other !== undefined) send({ type: 'signal', to: other, envelope });
  };

  const createPeer = (): RTCPeerConnection => {
    const created = new RTCPeerConnection({ bundlePolicy: 'max-bundle' });
    for (const track of media.getTracks()) created.addTrack(track, media);
    created.addEventListener('track', ({ track, streams: [stream] }) => {
      if (track.kind === 'video' && stream) seat.show(stream);
    });
    created.addEventListener('icecandidate', ({ candidate }) => {
      if (candidate?.candidate) signal({ candidate: candidate.toJSON() });
    });
    return created;
  };

  const describe = async (): Promise<void> => {
    await peer?.setLocalDescription();
    if (peer?.localDescription) signal({ description: peer.localDescription.toJSON() });
  };

  // Descriptions and candidates are handled one after another: candidates may arrive right after a description.
  let turn = Promise.resolve();
  const take = async ({ description, candidate }: Envelope): Promise<void> => {
    peer ??= createPeer();
    if (description) await peer.setRemoteDescription(description);
    if (description?.type === 'offer') await describe();
    if (candidate) await peer.addIceCandidate(candidate);
  };

  const hear = (message: ServerMessage, ready: () => void): void => {
    if (message.type === 'ready') other = message.members[0];
    if (message.type === 'ready' || message.type === 'welcome') ready();
    if (message.type === 'welcome' && other === undefined) {
      other = message.members.find((member) => member.id !== message.id)?.id;
      if (other !== undefined) {
        peer ??= createPeer();
        void describe();
      }
    }
    if (message.type === 'signal') {
      other = message.from;
      turn = turn.then(() => take(message.envelope as Envelope));
    }
  };

  /** Resolves with the server's answer to the first message. */
  const open = (hello: ClientMessage): Promise<void> =>
    new Promise((resolve) => {
      socket = new WebSocket(`ws://${seat.host}/parties/main/${seat.room}`);
      socket.addEventListener('open', () => send(hello));
      socket.addEventListener('message', ({ data }) => hear(JSON.parse(data) as ServerMessage, resolve));
    });

  const join: ClientMessage = {
    type: 'join',
    version: PROTOCOL_VERSION,
    secret,
    name: '',
    metadata: {},
    token: undefined,
  };
  if (!seat.isAhead) return () => open(join);

  await open({ type: 'watch', version: PROTOCOL_VERSION, secret, token: undefined });
  peer = createPeer();
  return async () => {
    send(join);
    if (other !== undefined) await describe();
  };
};
