import { P2PInviteButton } from '../p2p-invite-button/p2p-invite-button.js';
import { define } from '../shared/define.js';
import { P2PPeople } from './p2p-people.js';

define({ 'p2p-people': P2PPeople, 'p2p-invite-button': P2PInviteButton });
