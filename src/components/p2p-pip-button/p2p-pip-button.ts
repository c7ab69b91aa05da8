import type { CallState } from '../../core/state/call-state.js';
import type { Dictionary } from '../../locales/en.js';
import { canLeavePage } from '../shared/abilities.js';
import { ControlButton, type ControlLook } from '../shared/control-button.js';
import { toggleLook } from '../shared/toggle-look.js';

/**
 * Takes the call to a window over all others, and back. Not there in browsers that cannot.
 *
 * @slot icon-pip - its icon
 * @fires p2p-pip-request - cancelable; `detail.on` is what is asked for
 * @csspart button - the button
 * @csspart button-pip - the same
 * @csspart button-on - the same, while it is on
 * @cssproperty --p2p-button-size - height, and least width
 */
export class P2PPipButton extends ControlButton {
  protected override get isPossible(): boolean {
    return canLeavePage();
  }

  protected override look({ view: { pip } }: CallState, words: Dictionary): ControlLook {
    return toggleLook('pip', 'pip', words.toolbar.pip, pip);
  }

  protected override press({ pressed }: ControlLook): void {
    this.call.request('p2p-pip-request', { on: !pressed });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'p2p-pip-button': P2PPipButton;
  }
}
