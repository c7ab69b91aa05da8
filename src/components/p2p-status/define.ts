import { define } from '../shared/define.js';
import { P2PStatus } from './p2p-status.js';

define({ 'p2p-status': P2PStatus });
