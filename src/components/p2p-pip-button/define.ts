import { define } from '../shared/define.js';
import { P2PPipButton } from './p2p-pip-button.js';

define({ 'p2p-pip-button': P2PPipButton });
