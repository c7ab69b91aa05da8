import { P2PCameraButton } from '../p2p-camera-button/p2p-camera-button.js';
import { P2PChatButton } from '../p2p-chat-button/p2p-chat-button.js';
import { P2PFullscreenButton } from '../p2p-fullscreen-button/p2p-fullscreen-button.js';
import { P2PHandButton } from '../p2p-hand-button/p2p-hand-button.js';
import { P2PLeaveButton } from '../p2p-leave-button/p2p-leave-button.js';
import { P2PMicButton } from '../p2p-mic-button/p2p-mic-button.js';
import { P2PPeopleButton } from '../p2p-people-button/p2p-people-button.js';
import { P2PPipButton } from '../p2p-pip-button/p2p-pip-button.js';
import { P2PReactionButton } from '../p2p-reaction-button/p2p-reaction-button.js';
import { P2PScreenButton } from '../p2p-screen-button/p2p-screen-button.js';
import { P2PSettingsButton } from '../p2p-settings-button/p2p-settings-button.js';
import type { ControlTag } from '../shared/controls.js';
import { P2PControls } from './p2p-controls.js';

/** The buttons of the toolbar by tag: the compiler asks for each that a record names. */
const buttons = {
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
} satisfies Record<ControlTag, CustomElementConstructor>;

export const toolbarElements = { 'p2p-controls': P2PControls, ...buttons };
