import { P2pCameraButton } from '../p2p-camera-button/p2p-camera-button.js';
import { P2pControls } from '../p2p-controls/p2p-controls.js';
import { P2pGrid } from '../p2p-grid/p2p-grid.js';
import { P2pLeaveButton } from '../p2p-leave-button/p2p-leave-button.js';
import { P2pMicButton } from '../p2p-mic-button/p2p-mic-button.js';
import { P2pPrejoin } from '../p2p-prejoin/p2p-prejoin.js';
import { P2pStatus } from '../p2p-status/p2p-status.js';
import { P2pVideoTile } from '../p2p-video-tile/p2p-video-tile.js';
import { define } from '../shared/define.js';
import { P2pCall } from './p2p-call.js';

define({
  'p2p-call': P2pCall,
  'p2p-prejoin': P2pPrejoin,
  'p2p-grid': P2pGrid,
  'p2p-controls': P2pControls,
  'p2p-status': P2pStatus,
  'p2p-video-tile': P2pVideoTile,
  'p2p-mic-button': P2pMicButton,
  'p2p-camera-button': P2pCameraButton,
  'p2p-leave-button': P2pLeaveButton,
});
