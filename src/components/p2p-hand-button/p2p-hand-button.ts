import type { CallState } from '../../core/state/call-state.js';
import type { Dictionary } from '../../locales/en.js';
import { ControlButton, type ControlLook } from '../shared/control-button.js';
import { switchLook } from '../shared/control-looks.js';

/**
 * Raises and lowers the hand of the self.
 *
 * @slot icon-hand - The icon of the hand button.
 * @fires p2p-hand-request - cancelable; `detail.on` is what is asked for
 * @csspart button - Any button.
 * @csspart button-hand - The hand button.
 * @csspart button-on - Another button while on or open: a shared screen, a raised hand, a panel.
 * @cssproperty --p2p-button-size - height, and least width
 */
export class P2PHandButton extends ControlButton {
  protected override readonly control = 'hand';

  protected override look({ self }: CallState, { toolbar }: Dictionary): ControlLook {
    return switchLook(toolbar.hand, self.handAt !== undefined);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'p2p-hand-button': P2PHandButton;
  }
}
