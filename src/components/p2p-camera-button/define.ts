import { define } from '../shared/define.js';
import { P2pCameraButton } from './p2p-camera-button.js';

define({ 'p2p-camera-button': P2pCameraButton });
