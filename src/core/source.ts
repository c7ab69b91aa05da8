export type { SourceState } from '../protocol/channel-message.js';

/** A source that is a device of the person. */
export type Source = 'microphone' | 'camera';

/** A source of a participant's media. Each is switched on and off by itself. */
export type StreamSource = Source | 'screen';

/** A source of one track. Each has its own media section in a connection; a shared tab or system may have sound. */
export type TrackSource = StreamSource | 'screen-sound';

/** Who switched a source: the person, a host, or the browser and its devices. */
export type By = 'user' | 'host' | 'system';
