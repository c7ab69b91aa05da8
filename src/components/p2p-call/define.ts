import { P2PFullscreenButton } from '../p2p-fullscreen-button/p2p-fullscreen-button.js';
import { P2PPipButton } from '../p2p-pip-button/p2p-pip-button.js';
import { P2PSettingsButton } from '../p2p-settings-button/p2p-settings-button.js';
import { P2PPeopleButton } from '../p2p-people-button/p2p-people-button.js';
import { P2PChatButton } from '../p2p-chat-button/p2p-chat-button.js';
import { P2PReactionButton } from '../p2p-reaction-button/p2p-reaction-button.js';
import { P2PHandButton } from '../p2p-hand-button/p2p-hand-button.js';
import { P2PScreenButton } from '../p2p-screen-button/p2p-screen-button.js';
import { P2PCameraButton } from '../p2p-camera-button/p2p-camera-button.js';
import { P2PControls } from '../p2p-controls/p2p-controls.js';
import { P2PGrid } from '../p2p-grid/p2p-grid.js';
import { P2PLeaveButton } from '../p2p-leave-button/p2p-leave-button.js';
import { P2PMicButton } from '../p2p-mic-button/p2p-mic-button.js';
import { P2PPrejoin } from '../p2p-prejoin/p2p-prejoin.js';
import { P2PStatus } from '../p2p-status/p2p-status.js';
import { P2PVideoTile } from '../p2p-video-tile/p2p-video-tile.js';
import { define } from '../shared/define.js';
import { P2PInviteButton } from '../p2p-invite-button/p2p-invite-button.js';
import { P2PCall } from './p2p-call.js';

define({
  'p2p-call': P2PCall,
  'p2p-prejoin': P2PPrejoin,
  'p2p-grid': P2PGrid,
  'p2p-controls': P2PControls,
  'p2p-status': P2PStatus,
  'p2p-video-tile': P2PVideoTile,
  'p2p-mic-button': P2PMicButton,
  'p2p-camera-button': P2PCameraButton,
  'p2p-screen-button': P2PScreenButton,
  'p2p-hand-button': P2PHandButton,
  'p2p-reaction-button': P2PReactionButton,
  'p2p-chat-button': P2PChatButton,
  'p2p-people-button': P2PPeopleButton,
  'p2p-settings-button': P2PSettingsButton,
  'p2p-pip-button': P2PPipButton,
  'p2p-fullscreen-button': P2PFullscreenButton,
  'p2p-leave-button': P2PLeaveButton,
  'p2p-invite-button': P2PInviteButton,
});
