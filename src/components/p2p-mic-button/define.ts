import { define } from '../shared/define.js';
import { P2PMicButton } from './p2p-mic-button.js';

define({ 'p2p-mic-button': P2PMicButton });
