import { define } from '../shared/define.js';
import { P2PInviteButton } from './p2p-invite-button.js';

define({ 'p2p-invite-button': P2PInviteButton });
