import { define } from '../shared/define.js';
import { P2pVideoTile } from './p2p-video-tile.js';

define({ 'p2p-video-tile': P2pVideoTile });
