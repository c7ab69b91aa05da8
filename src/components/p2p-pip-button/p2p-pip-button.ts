import type { CallState } from '../../core/state/call-state.js';
import type { Dictionary } from '../../locales/en.js';
import { ControlButton, type ControlLook } from '../shared/control-button.js';
import { switchLook } from '../shared/control-looks.js';

/**
 * Takes the call to a window over all others, and back. Not there in browsers that cannot.
 *
 * @slot icon-pip - The icon of the picture-in-picture button.
 * @fires p2p-pip-request - cancelable; `detail.on` is what is asked for
 * @csspart button - Any button.
 * @csspart button-pip - The picture-in-picture button.
 * @csspart button-on - Another button while on or open: a shared screen, a raised hand, a panel.
 * @cssproperty --p2p-button-size - height, and least width
 */
export class P2PPipButton extends ControlButton {
  protected override readonly control = 'pip';

  protected override look({ view }: CallState, { toolbar }: Dictionary): ControlLook {
    return switchLook(toolbar.pip, view.pip);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'p2p-pip-button': P2PPipButton;
  }
}
