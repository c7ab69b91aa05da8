import { define } from '../shared/define.js';
import { P2PReactionButton } from './p2p-reaction-button.js';

define({ 'p2p-reaction-button': P2PReactionButton });
