import { define } from '../shared/define.js';
import { P2PReactionPicker } from './p2p-reaction-picker.js';

define({ 'p2p-reaction-picker': P2PReactionPicker });
