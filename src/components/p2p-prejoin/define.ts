import { P2pCameraButton } from '../p2p-camera-button/p2p-camera-button.js';
import { P2pMicButton } from '../p2p-mic-button/p2p-mic-button.js';
import { P2pVideoTile } from '../p2p-video-tile/p2p-video-tile.js';
import { define } from '../shared/define.js';
import { P2pPrejoin } from './p2p-prejoin.js';

define({
  'p2p-prejoin': P2pPrejoin,
  'p2p-video-tile': P2pVideoTile,
  'p2p-mic-button': P2pMicButton,
  'p2p-camera-button': P2pCameraButton,
});
