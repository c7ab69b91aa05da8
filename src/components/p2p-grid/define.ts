import { P2PVideoTile } from '../p2p-video-tile/p2p-video-tile.js';
import { define } from '../shared/define.js';
import { P2PGrid } from './p2p-grid.js';

define({ 'p2p-grid': P2PGrid, 'p2p-video-tile': P2PVideoTile });
