// What is around the tiles. It is one file, which is loaded while the call is joined.
import '../p2p-controls/define.js';
import '../p2p-invite-button/define.js';
import '../p2p-status/define.js';

export { Hotkeys } from './hotkeys.js';
