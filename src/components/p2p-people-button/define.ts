import { define } from '../shared/define.js';
import { P2PPeopleButton } from './p2p-people-button.js';

define({ 'p2p-people-button': P2PPeopleButton });
