import { captureErrorCode } from '../../core/capture-error.js';
import { isRelay } from '../../core/relay.js';
import { deadBelowLevel } from '../../core/microphone-watch.js';
import type { Source } from '../../core/source.js';
import type { Dictionary } from '../../locales/en.js';
import { connectLoop, type LoopResult } from './loop.js';

/** The name of a check. */
export type CheckName = keyof Dictionary['check']['names'];

/** How a check ended, and the key of the text that explains it. */
export interface CheckResult {
  readonly grade: 'passed' | 'doubtful' | 'failed';
  readonly said: keyof Dictionary['check']['said'];
}

/** The least level of a voice, or of a hand that taps the microphone. */
const audibleLevel = 0.01;
/** People need time to read that they should speak, and to speak. */
const listenForMs = 8_000;
const firstPictureWithinMs = 5_000;
/** Of 255. The picture of a covered lens is not quite black. */
const darkBelow = 6;

/** Checks whether a microphone picks up sound. `onListening` is called once the microphone is on. */
export async function checkMicrophone(deviceId: string | undefined, onListening: () => void): Promise<CheckResult> {
  return withCapture({ audio: deviceId ? { deviceId } : true }, async (stream) => {
    const context = new AudioContext();
    try {
      const analyser = context.createAnalyser();
      context.createMediaStreamSource(stream).connect(analyser);
      const samples = new Float32Array(analyser.fftSize);
      onListening();
      let loudest = 0;
      const isHeard = (): boolean => {
        analyser.getFloatTimeDomainData(samples);
        loudest = Math.max(loudest, ...samples.map(Math.abs));
        return loudest >= audibleLevel;
      };
      if (await becomesTrue(isHeard, listenForMs)) return { grade: 'passed', said: 'heard' };
      if (context.state !== 'running') return { grade: 'passed', said: 'unmeasured' };
      return loudest < deadBelowLevel ? { grade: 'failed', said: 'silent' } : { grade: 'doubtful', said: 'quiet' };
    } finally {
      void context.close();
    }
  });
}

/** Checks whether a camera gives a picture. */
export async function checkCamera(deviceId: string | undefined): Promise<CheckResult> {
  return withCapture({ video: deviceId ? { deviceId } : true }, async (stream) => {
    const video = document.createElement('video');
    video.muted = true;
    video.playsInline = true;
    video.srcObject = stream;
    try {
      await video.play();
      let hasPicture = false;
      const isBright = (): boolean => {
        hasPicture ||= video.videoWidth > 0;
        return hasPicture && brightnessOf(video) >= darkBelow;
      };
      // The first frames may be dark, until the camera has adjusted its exposure.
      if (await becomesTrue(isBright, firstPictureWithinMs)) return { grade: 'passed', said: 'seen' };
      return hasPicture ? { grade: 'doubtful', said: 'dark' } : { grade: 'failed', said: 'frozen' };
    } finally {
      video.srcObject = null;
    }
  });
}

/** Checks whether two connections of this browser reach each other with the ICE servers that the room server provides. */
export async function checkConnection(iceServers: readonly RTCIceServer[]): Promise<CheckResult> {
  const { connected, kinds } = await loop(iceServers, 'all');
  if (!connected) return { grade: 'failed', said: 'nothing' };
  if (kinds.has('srflx') || kinds.has('relay')) return { grade: 'passed', said: 'direct' };
  return { grade: 'doubtful', said: 'local' };
}

/** Checks whether two connections of this browser reach each other through the relay alone. */
export async function checkRelay(iceServers: readonly RTCIceServer[]): Promise<CheckResult> {
  const relays = iceServers.filter(isRelay);
  if (relays.length === 0) return { grade: 'doubtful', said: 'no-relay' };
  const { connected } = await loop(relays, 'relay');
  return connected ? { grade: 'passed', said: 'relayed' } : { grade: 'failed', said: 'relay-failed' };
}

async function loop(iceServers: readonly RTCIceServer[], policy: RTCIceTransportPolicy): Promise<LoopResult> {
  try {
    return await connectLoop({ iceServers: [...iceServers], iceTransportPolicy: policy });
  } catch {
    // The browser refuses the address of a server.
    return { connected: false, kinds: new Set() };
  }
}

async function withCapture(
  constraints: MediaStreamConstraints,
  inspect: (stream: MediaStream) => Promise<CheckResult>,
): Promise<CheckResult> {
  let stream: MediaStream;
  try {
    stream = await navigator.mediaDevices.getUserMedia(constraints);
  } catch (error) {
    return { grade: 'failed', said: saidOf(error, 'video' in constraints ? 'camera' : 'microphone') };
  }
  try {
    return await inspect(stream);
  } finally {
    for (const track of stream.getTracks()) track.stop();
  }
}

function saidOf(error: unknown, source: Source): CheckResult['said'] {
  // Without mediaDevices the page is not secure, which is no fault of a device either.
  if (!(error instanceof DOMException)) return 'blocked';
  switch (captureErrorCode(error.name, source, undefined)) {
    case 'device-missing':
      return 'missing';
    case 'device-busy':
      return 'busy';
    default:
      return 'blocked';
  }
}

async function becomesTrue(condition: () => boolean, withinMs: number): Promise<boolean> {
  const endsAtMs = performance.now() + withinMs;
  while (performance.now() < endsAtMs) {
    if (condition()) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return condition();
}

/** The average brightness of a picture, from 0 to 255. */
function brightnessOf(video: HTMLVideoElement): number {
  const canvas = new OffscreenCanvas(32, 18);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return 255;
  context.drawImage(video, 0, 0, canvas.width, canvas.height);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  // Every fourth value is the opacity.
  const colours = data.filter((_value, index) => index % 4 !== 3);
  return colours.reduce((sum, value) => sum + value, 0) / colours.length;
}
