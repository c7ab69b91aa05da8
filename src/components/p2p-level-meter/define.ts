import { define } from '../shared/define.js';
import { P2PLevelMeter } from './p2p-level-meter.js';

define({ 'p2p-level-meter': P2PLevelMeter });
