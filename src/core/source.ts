export type { SourceState } from '../protocol/channel-message.js';

/** What a person can switch. */
export type Source = 'microphone' | 'camera';

/** What a participant shows and says, each switched by itself. */
export type StreamSource = Source | 'screen';

/** What a connection carries, each in a media section of its own; a shared tab or system may have sound. */
export type TrackSource = StreamSource | 'screen-sound';

/** Who switched a source: the person, a host, or the browser and its devices. */
export type By = 'user' | 'host' | 'system';
