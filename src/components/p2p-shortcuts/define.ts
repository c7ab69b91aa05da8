import { define } from '../shared/define.js';
import { P2PShortcuts } from './p2p-shortcuts.js';

define({ 'p2p-shortcuts': P2PShortcuts });
