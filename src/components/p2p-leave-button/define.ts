import { define } from '../shared/define.js';
import { P2pLeaveButton } from './p2p-leave-button.js';

define({ 'p2p-leave-button': P2pLeaveButton });
