import { define } from '../shared/define.js';
import { P2PTileMenu } from './p2p-tile-menu.js';

define({ 'p2p-tile-menu': P2PTileMenu });
