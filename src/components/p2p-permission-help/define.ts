import { define } from '../shared/define.js';
import { P2PPermissionHelp } from './p2p-permission-help.js';

define({ 'p2p-permission-help': P2PPermissionHelp });
