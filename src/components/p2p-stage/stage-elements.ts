import { P2PCameraButton } from '../p2p-camera-button/p2p-camera-button.js';
import { P2PGrid } from '../p2p-grid/p2p-grid.js';
import { P2PLeaveButton } from '../p2p-leave-button/p2p-leave-button.js';
import { P2PMicButton } from '../p2p-mic-button/p2p-mic-button.js';
import { P2PPrejoin } from '../p2p-prejoin/p2p-prejoin.js';
import { P2PVideoTile } from '../p2p-video-tile/p2p-video-tile.js';
import { P2PStage } from './p2p-stage.js';

/** The elements that the built-in interface always needs, by tag; a parent stands before its children. */
export const stageElements = {
  'p2p-stage': P2PStage,
  'p2p-prejoin': P2PPrejoin,
  'p2p-grid': P2PGrid,
  'p2p-video-tile': P2PVideoTile,
  'p2p-mic-button': P2PMicButton,
  'p2p-camera-button': P2PCameraButton,
  'p2p-leave-button': P2PLeaveButton,
};
