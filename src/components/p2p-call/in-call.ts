// What is around the pictures, in one file that comes while joining goes on: the toolbar with its buttons, what is said of the
// call, and what the call does beyond pictures and talk.
import '../p2p-controls/define.js';
import '../p2p-invite-button/define.js';
import '../p2p-status/define.js';

export { Extras } from './extras.js';
