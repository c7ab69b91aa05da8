/// <reference types="vite/client" />
import type { BenchPage, Prepare } from '../contestant.js';

const contestants = import.meta.glob<{ prepare: Prepare }>('../contestants/*.ts');

let captured: Promise<MediaStream> | undefined;
let click: () => void | Promise<void> = () => undefined;
let joining: void | Promise<void>;
let tellSeen: (momentMs: number) => void;
const seen = new Promise<number>((resolve) => (tellSeen = resolve));

/** The same for all: what p2p-call asks the browser for. */
function capture(): Promise<MediaStream> {
  captured ??= navigator.mediaDevices.getUserMedia({
    audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
    video: { width: { ideal: 640 }, height: { ideal: 360 }, frameRate: { ideal: 30 } },
  });
  return captured;
}

function show(stream: MediaStream): void {
  const video = document.createElement('video');
  video.autoplay = true;
  video.playsInline = true;
  watch(video);
  video.srcObject = stream;
  document.body.append(video);
}

/** The other one is seen when a first frame was presented in an element that is not hidden. */
function watch(video: HTMLVideoElement): void {
  video.requestVideoFrameCallback((_now, { presentationTime }) => {
    const look = (): void => {
      if (video.checkVisibility({ opacityProperty: true, visibilityProperty: true })) {
        tellSeen(performance.timeOrigin + (isFirstLook ? presentationTime : performance.now()));
        return;
      }
      isFirstLook = false;
      requestAnimationFrame(look);
    };
    let isFirstLook = true;
    look();
  });
}

const bench: BenchPage = {
  async prepare(contestant, seat) {
    const load = contestants[`../contestants/${contestant}.ts`];
    if (!load) throw new Error(`There is no contestant ${contestant}.`);
    const { prepare } = await load();
    click = await prepare({ ...seat, capture, show, watch });
  },
  join() {
    const clickedAt = performance.timeOrigin + performance.now();
    joining = click();
    return clickedAt;
  },
  joined: async () => joining,
  seen: () => seen,
};
window.bench = bench;
