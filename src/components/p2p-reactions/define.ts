import { define } from '../shared/define.js';
import { P2PReactions } from './p2p-reactions.js';

define({ 'p2p-reactions': P2PReactions });
