import { P2PDeviceSelect } from '../p2p-device-select/p2p-device-select.js';
import { P2PLevelMeter } from '../p2p-level-meter/p2p-level-meter.js';
import { define } from '../shared/define.js';
import { P2PDevices } from './p2p-devices.js';

define({ 'p2p-devices': P2PDevices, 'p2p-device-select': P2PDeviceSelect, 'p2p-level-meter': P2PLevelMeter });
