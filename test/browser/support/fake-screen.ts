/** A shared screen that the page draws: without a display browsers have none, and scripts cannot use their picker. */
export interface FakeScreen {
  /** How often a screen was requested. */
  readonly asked: number;
  /** The tracks given out last. */
  readonly tracks: readonly MediaStreamTrack[];
  /** The person presses "Stop sharing" in the browser's own bar, or closes what was shared. */
  stopFromOutside(kind?: 'audio' | 'video'): void;
  restore(): void;
}

/**
 * Replaces `getDisplayMedia`: it gives a drawn screen, with `sound` if that is set, or rejects with a DOMException of the name
 * `refused` (W3C Screen Capture section 5.1).
 */
export function fakeScreen({
  sound,
  refused,
}: { sound?: MediaStreamTrack | undefined; refused?: string } = {}): FakeScreen {
  const { mediaDevices } = navigator;
  const canvas = document.createElement('canvas');
  canvas.width = 1280;
  canvas.height = 720;
  const brush = canvas.getContext('2d');
  let asked = 0;
  let tracks: MediaStreamTrack[] = [];
  let picture = 0;
  const drawing = setInterval(() => {
    if (!brush) return;
    picture += 1;
    brush.fillStyle = `hsl(${picture * 20} 80% 50%)`;
    brush.fillRect(0, 0, canvas.width, canvas.height);
  }, 50);
  // Firefox does not deliver events that a script dispatches on a track, so the listeners are called directly.
  const listeners = new Map<MediaStreamTrack, EventListener[]>();
  mediaDevices.getDisplayMedia = () => {
    asked += 1;
    if (refused) return Promise.reject(new DOMException('As the test wants it.', refused));
    tracks = [...canvas.captureStream(30).getTracks(), ...(sound ? [sound] : [])];
    for (const track of tracks) {
      const own: EventListener[] = [];
      listeners.set(track, own);
      track.addEventListener = (type: string, listener: EventListener) => {
        if (type === 'ended') own.push(listener);
      };
    }
    return Promise.resolve(new MediaStream(tracks));
  };
  return {
    get asked() {
      return asked;
    },
    get tracks() {
      return tracks;
    },
    stopFromOutside(kind = 'video') {
      const track = tracks.find((one) => one.kind === kind);
      if (!track) throw new Error(`No ${kind} is shared.`);
      track.stop();
      for (const listener of listeners.get(track) ?? []) listener(new Event('ended'));
    },
    restore() {
      Reflect.deleteProperty(mediaDevices, 'getDisplayMedia');
      clearInterval(drawing);
      for (const track of tracks) track.stop();
    },
  };
}

/** The sound of the browser's fake microphone, which needs no sound card. */
export async function capturedSound(): Promise<MediaStreamTrack | undefined> {
  return (await navigator.mediaDevices.getUserMedia({ audio: true })).getTracks()[0];
}
