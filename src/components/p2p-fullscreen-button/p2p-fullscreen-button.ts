import type { CallState } from '../../core/state/call-state.js';
import type { Dictionary } from '../../locales/en.js';
import { ControlButton, type ControlLook } from '../shared/control-button.js';
import { switchLook } from '../shared/control-looks.js';

/**
 * Lets the call fill the screen. Not there in browsers that cannot.
 *
 * @slot icon-fullscreen-on - The icon while the call fills the screen.
 * @slot icon-fullscreen-off - The icon while the page is around the call.
 * @fires p2p-fullscreen-request - cancelable; `detail.on` is what is asked for
 * @csspart button - Any button.
 * @csspart button-fullscreen - The full screen button.
 * @csspart button-on - Another button while on or open: a shared screen, a raised hand, a panel.
 * @cssproperty --p2p-button-size - height, and least width
 */
export class P2PFullscreenButton extends ControlButton {
  protected override readonly control = 'fullscreen';

  protected override look({ view }: CallState, { toolbar }: Dictionary): ControlLook {
    return switchLook(toolbar.fullscreen, view.fullscreen);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'p2p-fullscreen-button': P2PFullscreenButton;
  }
}
