import { P2PCameraButton } from '../p2p-camera-button/p2p-camera-button.js';
import { P2PMicButton } from '../p2p-mic-button/p2p-mic-button.js';
import { P2PVideoTile } from '../p2p-video-tile/p2p-video-tile.js';
import { define } from '../shared/define.js';
import { P2PPrejoin } from './p2p-prejoin.js';

define({
  'p2p-prejoin': P2PPrejoin,
  'p2p-video-tile': P2PVideoTile,
  'p2p-mic-button': P2PMicButton,
  'p2p-camera-button': P2PCameraButton,
});
