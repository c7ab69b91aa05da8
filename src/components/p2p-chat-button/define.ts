import { define } from '../shared/define.js';
import { P2PChatButton } from './p2p-chat-button.js';

define({ 'p2p-chat-button': P2PChatButton });
