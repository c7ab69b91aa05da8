import { define } from '../shared/define.js';
import { P2pStatus } from './p2p-status.js';

define({ 'p2p-status': P2pStatus });
