import type { CallState } from '../../core/state/call-state.js';
import type { Dictionary } from '../../locales/en.js';
import { ControlButton, type ControlLook } from '../shared/control-button.js';
import { toggleLook } from '../shared/toggle-look.js';

/**
 * Raises and lowers the hand of the self.
 *
 * @slot icon-hand - its icon
 * @fires p2p-hand-request - cancelable; `detail.on` is what is asked for
 * @csspart button - the button
 * @csspart button-hand - the same
 * @csspart button-on - the same, while it is on
 * @cssproperty --p2p-button-size - height, and least width
 */
export class P2PHandButton extends ControlButton {
  protected override look({ self }: CallState, words: Dictionary): ControlLook {
    return toggleLook('hand', 'hand', words.toolbar.hand, self.handAt !== undefined);
  }

  protected override press({ pressed }: ControlLook): void {
    this.call.request('p2p-hand-request', { on: !pressed });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'p2p-hand-button': P2PHandButton;
  }
}
