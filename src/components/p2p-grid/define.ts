import { P2pVideoTile } from '../p2p-video-tile/p2p-video-tile.js';
import { define } from '../shared/define.js';
import { P2pGrid } from './p2p-grid.js';

define({ 'p2p-grid': P2pGrid, 'p2p-video-tile': P2pVideoTile });
