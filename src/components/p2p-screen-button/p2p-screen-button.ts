import type { CallState } from '../../core/state/call-state.js';
import type { Dictionary } from '../../locales/en.js';
import { ControlButton, type ControlLook } from '../shared/control-button.js';
import { switchLook } from '../shared/control-looks.js';

/**
 * Shares the screen of the self, and ends it. Not there in browsers that cannot.
 *
 * @slot icon-screen - The icon of the screen button.
 * @fires p2p-screen-request - cancelable; `detail.on` is what is asked for
 * @csspart button - Any button.
 * @csspart button-screen - The screen button.
 * @csspart button-on - Another button while on or open: a shared screen, a raised hand, a panel.
 * @cssproperty --p2p-button-size - height, and least width
 */
export class P2PScreenButton extends ControlButton {
  protected override readonly control = 'screen';

  protected override look({ self }: CallState, { toolbar }: Dictionary): ControlLook {
    return switchLook(toolbar.screen, self.screen === 'on');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'p2p-screen-button': P2PScreenButton;
  }
}
