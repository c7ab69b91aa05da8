/** What a browser says of its devices, for one test; the real ones come back with the returned function. */
export interface Devices {
  /** Names of the DOMException that a request for the kind meets (W3C Media Capture section 10.3). */
  audio?: string;
  video?: string;
}

/** Lets requests for a kind of device fail as a browser does where it is denied, missing or busy. */
export function breakDevices(broken: Devices): () => void {
  const { mediaDevices } = navigator;
  const capture = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = (constraints = {}) => {
    const name = (constraints.audio && broken.audio) || (constraints.video && broken.video);
    return name ? Promise.reject(new DOMException('As the test wants it.', name)) : capture(constraints);
  };
  return () => Reflect.deleteProperty(mediaDevices, 'getUserMedia');
}
