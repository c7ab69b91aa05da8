/** A screen to share, drawn by the page: browsers without a display have none, and no script can press in their picker. */
export interface FakeScreen {
  /** How often it was asked for. */
  readonly asked: number;
  /** The tracks given out last. */
  readonly tracks: readonly MediaStreamTrack[];
  /** The person presses "Stop sharing" in the browser's own bar, or closes what was shared. */
  stopFromOutside(kind?: 'audio' | 'video'): void;
  restore(): void;
}

/**
 * Puts a drawn screen, with `sound` where it is given, in the place of `getDisplayMedia`; or the refusal `refused`, the name of a
 * DOMException (W3C Screen Capture section 5.1).
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
  // Firefox passes events that a script makes on a track to nobody, so those who listen are called directly.
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

/** The sound of the browser's invented microphone: no sound card is needed for it. */
export async function capturedSound(): Promise<MediaStreamTrack | undefined> {
  return (await navigator.mediaDevices.getUserMedia({ audio: true })).getTracks()[0];
}
