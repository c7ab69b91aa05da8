import { P2PCameraButton } from '../p2p-camera-button/p2p-camera-button.js';
import { P2PGrid } from '../p2p-grid/p2p-grid.js';
import { P2PLeaveButton } from '../p2p-leave-button/p2p-leave-button.js';
import { P2PMicButton } from '../p2p-mic-button/p2p-mic-button.js';
import { P2PPrejoin } from '../p2p-prejoin/p2p-prejoin.js';
import { P2PVideoTile } from '../p2p-video-tile/p2p-video-tile.js';
import { define } from '../shared/define.js';
import { watchFor } from './on-demand.js';
import { P2PCall } from './p2p-call.js';

define({
  'p2p-call': P2PCall,
  'p2p-prejoin': P2PPrejoin,
  'p2p-grid': P2PGrid,
  'p2p-video-tile': P2PVideoTile,
  'p2p-mic-button': P2PMicButton,
  'p2p-camera-button': P2PCameraButton,
  'p2p-leave-button': P2PLeaveButton,
});
// Imported where there is no document, too, by a server that renders pages; of several copies the first one is in charge.
if (globalThis.document && customElements.get('p2p-call') === P2PCall) watchFor(document);
