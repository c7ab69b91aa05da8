import { define } from '../shared/define.js';
import { P2PLeaveButton } from './p2p-leave-button.js';

define({ 'p2p-leave-button': P2PLeaveButton });
