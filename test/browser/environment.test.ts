import { expect } from '@open-wc/testing';
import { allowConsole } from './support/quiet-console.js';
import { roomServer, roomServerUrl, secondOriginUrl } from './support/environment.js';

/** Connects two ends in this page, each handing its candidates to the other. */
async function connect(from: RTCPeerConnection, to: RTCPeerConnection): Promise<void> {
  from.addEventListener('icecandidate', ({ candidate }) => void to.addIceCandidate(candidate ?? undefined));
  to.addEventListener('icecandidate', ({ candidate }) => void from.addIceCandidate(candidate ?? undefined));
  await from.setLocalDescription();
  await to.setRemoteDescription(from.localDescription!);
  await to.setLocalDescription();
  await from.setRemoteDescription(to.localDescription!);
}

describe('the browser of the tests', () => {
  it('has a camera and a microphone', async () => {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: true });
    expect(stream.getTracks().map((track) => track.kind)).to.have.members(['audio', 'video']);
    for (const track of stream.getTracks()) track.stop();
  });

  it('decodes moving pictures that came over a connection', async () => {
    const stream = await navigator.mediaDevices.getUserMedia({ video: true });
    const sender = new RTCPeerConnection();
    const receiver = new RTCPeerConnection();
    try {
      for (const track of stream.getTracks()) sender.addTrack(track, stream);
      const arrived = new Promise<MediaStream>((resolve) =>
        receiver.addEventListener('track', ({ track }) => resolve(new MediaStream([track]))),
      );
      await connect(sender, receiver);

      const video = document.createElement('video');
      video.muted = true;
      video.srcObject = await arrived;
      document.body.append(video);
      await video.play();
      const shown = () => new Promise<number>((resolve) => video.requestVideoFrameCallback((now) => resolve(now)));
      const first = await shown();
      const second = await shown();
      expect(second).to.be.above(first);
      expect(video.videoWidth).to.be.above(0);
      video.remove();
    } finally {
      for (const track of stream.getTracks()) track.stop();
      sender.close();
      receiver.close();
    }
  });
});

describe('the servers of the tests', () => {
  it('give the bundle to pages of other origins', async () => {
    for (const origin of [roomServerUrl, secondOriginUrl]) {
      expect(origin).not.to.equal(location.origin);
      const answer = await fetch(`${origin}/p2p-call.js`);
      expect(answer.status).to.equal(200);
      expect(answer.headers.get('content-type')).to.match(/javascript/);
    }
  });

  it('open a socket to a room, also after the room server was stopped and started', async () => {
    const opens = () =>
      new Promise<boolean>((resolve) => {
        const socket = new WebSocket(`${roomServerUrl.replace('http', 'ws')}/parties/main/environment`);
        socket.addEventListener('open', () => (resolve(true), socket.close()));
        socket.addEventListener('error', () => resolve(false));
      });
    expect(await opens()).to.equal(true);
    await roomServer('stop');
    expect(await opens()).to.equal(false);
    await roomServer('start');
    expect(await opens()).to.equal(true);
  });
});

describe('allowConsole', () => {
  it('lets a test announce the noise it makes', () => {
    allowConsole(/^announced/);
    console.warn('announced noise');
  });
});
