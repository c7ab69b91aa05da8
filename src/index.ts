// Every element, registered; and what a page written in TypeScript wants to name.
import './components/p2p-call/define.js';

export type { P2PCall } from './components/p2p-call/p2p-call.js';
export type { P2PCameraButton } from './components/p2p-camera-button/p2p-camera-button.js';
export type { P2PControls } from './components/p2p-controls/p2p-controls.js';
export type { P2PGrid } from './components/p2p-grid/p2p-grid.js';
export type { P2PLeaveButton } from './components/p2p-leave-button/p2p-leave-button.js';
export type { P2PMicButton } from './components/p2p-mic-button/p2p-mic-button.js';
export type { P2PPrejoin } from './components/p2p-prejoin/p2p-prejoin.js';
export type { P2PStatus } from './components/p2p-status/p2p-status.js';
export type { P2PVideoTile } from './components/p2p-video-tile/p2p-video-tile.js';
export type { RequestDetails, RequestType } from './components/shared/requests.js';
export { CallError, type CallErrorOptions, type ErrorCode } from './core/call-error.js';
export type { CallEvent, CallEventDetails } from './core/call-event.js';
export type {
  AudioCare,
  By,
  Device,
  DeviceKind,
  DeviceWish,
  Facing,
  LeftReason,
  LinkState,
  Metadata,
  Path,
  Phase,
  Role,
  Source,
  SourceState,
  StreamSource,
  TrackSource,
} from './core/call-state.js';
export type { PersonLeftReason } from './core/fact.js';
export type { Participant, Quality } from './core/participant.js';
