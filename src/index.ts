// Every element, registered; and what a page written in TypeScript wants to name.
import './components/p2p-call/define.js';

export type { P2PCall } from './components/p2p-call/p2p-call.js';
export type { P2PCameraButton } from './components/p2p-camera-button/p2p-camera-button.js';
export type { P2PChat } from './components/p2p-chat/p2p-chat.js';
export type { P2PControls } from './components/p2p-controls/p2p-controls.js';
export type { P2PGrid } from './components/p2p-grid/p2p-grid.js';
export type { P2PInviteButton } from './components/p2p-invite-button/p2p-invite-button.js';
export type { P2PPeople } from './components/p2p-people/p2p-people.js';
export type { P2PLeaveButton } from './components/p2p-leave-button/p2p-leave-button.js';
export type { P2PMicButton } from './components/p2p-mic-button/p2p-mic-button.js';
export type { P2PPrejoin } from './components/p2p-prejoin/p2p-prejoin.js';
export type { P2PScreenButton } from './components/p2p-screen-button/p2p-screen-button.js';
export type { P2PHandButton } from './components/p2p-hand-button/p2p-hand-button.js';
export type { P2PReactionButton } from './components/p2p-reaction-button/p2p-reaction-button.js';
export type { P2PChatButton } from './components/p2p-chat-button/p2p-chat-button.js';
export type { P2PPeopleButton } from './components/p2p-people-button/p2p-people-button.js';
export type { P2PSettingsButton } from './components/p2p-settings-button/p2p-settings-button.js';
export type { P2PPipButton } from './components/p2p-pip-button/p2p-pip-button.js';
export type { P2PFullscreenButton } from './components/p2p-fullscreen-button/p2p-fullscreen-button.js';
export type { P2PReactions } from './components/p2p-reactions/p2p-reactions.js';
export type { P2PReactionPicker } from './components/p2p-reaction-picker/p2p-reaction-picker.js';
export type { P2PShortcuts } from './components/p2p-shortcuts/p2p-shortcuts.js';
export type { P2PCheck } from './components/p2p-check/p2p-check.js';
export type { P2PDeviceSelect } from './components/p2p-device-select/p2p-device-select.js';
export type { P2PDevices } from './components/p2p-devices/p2p-devices.js';
export type { P2PLevelMeter } from './components/p2p-level-meter/p2p-level-meter.js';
export type { P2PPermissionHelp } from './components/p2p-permission-help/p2p-permission-help.js';
export type { P2PSettings } from './components/p2p-settings/p2p-settings.js';
export type { P2PStatus } from './components/p2p-status/p2p-status.js';
export type { P2PTileMenu } from './components/p2p-tile-menu/p2p-tile-menu.js';
export type { P2PLinkDetail } from './components/p2p-link-detail/p2p-link-detail.js';
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
export type { LinkStats, StreamStats } from './core/link-stats.js';
export type { TileSource } from './core/tile-key.js';
export type { PersonLeftReason } from './core/fact.js';
export type { Participant, Quality } from './core/participant.js';
export { registerWords, type Words } from './locales/load-dictionary.js';
export type { Dictionary } from './locales/en.js';
