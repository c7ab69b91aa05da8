import { define } from '../shared/define.js';
import { P2PVideoTile } from './p2p-video-tile.js';

define({ 'p2p-video-tile': P2PVideoTile });
