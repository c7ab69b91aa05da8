import { define } from '../shared/define.js';
import { P2PChat } from './p2p-chat.js';

define({ 'p2p-chat': P2PChat });
