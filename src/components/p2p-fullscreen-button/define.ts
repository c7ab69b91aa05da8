import { define } from '../shared/define.js';
import { P2PFullscreenButton } from './p2p-fullscreen-button.js';

define({ 'p2p-fullscreen-button': P2PFullscreenButton });
