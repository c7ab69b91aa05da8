import { P2pCameraButton } from '../p2p-camera-button/p2p-camera-button.js';
import { P2pLeaveButton } from '../p2p-leave-button/p2p-leave-button.js';
import { P2pMicButton } from '../p2p-mic-button/p2p-mic-button.js';
import { define } from '../shared/define.js';
import { P2pControls } from './p2p-controls.js';

define({
  'p2p-controls': P2pControls,
  'p2p-mic-button': P2pMicButton,
  'p2p-camera-button': P2pCameraButton,
  'p2p-leave-button': P2pLeaveButton,
});
