import { define } from '../shared/define.js';
import { P2PSettingsButton } from './p2p-settings-button.js';

define({ 'p2p-settings-button': P2PSettingsButton });
