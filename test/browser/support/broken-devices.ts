/** What a browser says of its devices, for one test; the real ones come back with the returned function. */
export interface Devices {
  /** The name of the DOMException with which a request for this kind fails (W3C Media Capture section 10.3). */
  audio?: string;
  video?: string;
}

/** Makes requests for a kind of device fail as if the device were denied, missing or busy. */
export function breakDevices(broken: Devices): () => void {
  const { mediaDevices } = navigator;
  const capture = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = (constraints = {}) => {
    const name = (constraints.audio && broken.audio) || (constraints.video && broken.video);
    return name ? Promise.reject(new DOMException('As the test wants it.', name)) : capture(constraints);
  };
  return () => Reflect.deleteProperty(mediaDevices, 'getUserMedia');
}

/**
 * Lets a test take captured devices away. A browser ends the track and fires `ended`. A script cannot cause that, and Firefox does
 * not deliver events that a script dispatches on a track, so the listeners are called directly.
 */
export function watchDevices(): { takeAway(track: MediaStreamTrack): void; restore(): void } {
  const { mediaDevices } = navigator;
  const capture = mediaDevices.getUserMedia.bind(mediaDevices);
  const listeners = new Map<MediaStreamTrack, EventListener[]>();
  mediaDevices.getUserMedia = async (constraints) => {
    const stream = await capture(constraints);
    for (const track of stream.getTracks()) {
      const own: EventListener[] = [];
      listeners.set(track, own);
      track.addEventListener = (type: string, listener: EventListener) => {
        if (type === 'ended') own.push(listener);
      };
    }
    return stream;
  };
  return {
    takeAway(track) {
      for (const listener of listeners.get(track) ?? []) listener(new Event('ended'));
    },
    restore: () => void Reflect.deleteProperty(mediaDevices, 'getUserMedia'),
  };
}
