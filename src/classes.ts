// The classes of the elements, registered under no name.
export { P2PCall } from './components/p2p-call/p2p-call.js';
export { P2PCameraButton } from './components/p2p-camera-button/p2p-camera-button.js';
export { P2PControls } from './components/p2p-controls/p2p-controls.js';
export { P2PGrid } from './components/p2p-grid/p2p-grid.js';
export { P2PLeaveButton } from './components/p2p-leave-button/p2p-leave-button.js';
export { P2PMicButton } from './components/p2p-mic-button/p2p-mic-button.js';
export { P2PPrejoin } from './components/p2p-prejoin/p2p-prejoin.js';
export { P2PStatus } from './components/p2p-status/p2p-status.js';
export { P2PVideoTile } from './components/p2p-video-tile/p2p-video-tile.js';
export { CallController, type CallElement } from './components/shared/call-controller.js';
export type { CallView } from './components/shared/call-context.js';
export { CallError, type CallErrorOptions, type ErrorCode, errorCodes } from './core/call-error.js';
