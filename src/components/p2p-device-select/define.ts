import { define } from '../shared/define.js';
import { P2PDeviceSelect } from './p2p-device-select.js';

define({ 'p2p-device-select': P2PDeviceSelect });
