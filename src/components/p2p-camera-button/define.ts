import { define } from '../shared/define.js';
import { P2PCameraButton } from './p2p-camera-button.js';

define({ 'p2p-camera-button': P2PCameraButton });
