import { define } from '../shared/define.js';
import { P2PHandButton } from './p2p-hand-button.js';

define({ 'p2p-hand-button': P2PHandButton });
