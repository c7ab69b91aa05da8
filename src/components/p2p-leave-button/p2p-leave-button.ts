import { ControlButton, type ControlLook } from '../shared/control-button.js';

/**
 * Leaves the call.
 *
 * @slot icon-leave - The icon of the leave button.
 * @fires p2p-leave-request - cancelable
 * @csspart button - Any button.
 * @csspart button-leave - The leave button.
 * @cssproperty --p2p-button-size - height, and least width
 */
export class P2PLeaveButton extends ControlButton {
  protected override readonly control = 'leave';

  protected override look(): ControlLook {
    return {};
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'p2p-leave-button': P2PLeaveButton;
  }
}
