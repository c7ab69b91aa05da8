import { define } from '../shared/define.js';
import { P2pMicButton } from './p2p-mic-button.js';

define({ 'p2p-mic-button': P2pMicButton });
