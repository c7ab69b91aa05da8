import { define } from '../shared/define.js';
import { P2PScreenButton } from './p2p-screen-button.js';

define({ 'p2p-screen-button': P2PScreenButton });
