/** The part of simple-peer that is used here; it brings no types. */
declare module 'simple-peer/simplepeer.min.js' {
  class SimplePeer {
    constructor(options: { initiator: boolean; stream: MediaStream; config: RTCConfiguration });
    on(type: 'signal', listener: (signal: unknown) => void): void;
    on(type: 'stream', listener: (stream: MediaStream) => void): void;
    signal(signal: unknown): void;
  }
  export default SimplePeer;
}
