import '../p2p-devices/define.js';
import { define } from '../shared/define.js';
import { P2PSettings } from './p2p-settings.js';

define({ 'p2p-settings': P2PSettings });
