import { P2PCameraButton } from '../p2p-camera-button/p2p-camera-button.js';
import { P2PLeaveButton } from '../p2p-leave-button/p2p-leave-button.js';
import { P2PMicButton } from '../p2p-mic-button/p2p-mic-button.js';
import { define } from '../shared/define.js';
import { P2PControls } from './p2p-controls.js';

define({
  'p2p-controls': P2PControls,
  'p2p-mic-button': P2PMicButton,
  'p2p-camera-button': P2PCameraButton,
  'p2p-leave-button': P2PLeaveButton,
});
