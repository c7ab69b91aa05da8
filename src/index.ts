// Every element, registered; and what a page written in TypeScript wants to name.
import './components/p2p-call/define.js';

export type * from './classes.js';
export type { RequestDetails, RequestType } from './components/shared/requests.js';
export { CallError, type CallErrorOptions, type ErrorCode } from './core/call-error.js';
export type { CallEvent, CallEventDetails } from './core/call-event.js';
export type { AudioCare, Device, DeviceKind, DeviceWish, Facing } from './core/device.js';
export type { By, Source, SourceState, StreamSource, TrackSource } from './core/source.js';
export type { LeftReason } from './core/state/call.js';
export type { LinkState, Path } from './core/state/people.js';
export type { Phase } from './core/state/phase.js';
export type { Metadata, Role } from './core/state/self.js';
export type { LinkStats, StreamStats } from './core/link-stats.js';
export type { TileSource } from './core/tile-key.js';
export type { LeaveReason as PersonLeftReason } from './core/call-event.js';
export type { Participant, Quality } from './core/participant.js';
export { registerWords, type Words } from './locales/load-dictionary.js';
export type { Dictionary } from './locales/en.js';
