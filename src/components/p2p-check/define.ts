import { define } from '../shared/define.js';
import { P2PCheck } from './p2p-check.js';

define({ 'p2p-check': P2PCheck });
