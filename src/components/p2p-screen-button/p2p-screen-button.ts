import type { CallState } from '../../core/state/call-state.js';
import type { Dictionary } from '../../locales/en.js';
import { canShareScreen } from '../shared/abilities.js';
import { ControlButton, type ControlLook } from '../shared/control-button.js';
import { toggleLook } from '../shared/toggle-look.js';

/**
 * Shares the screen of the self, and ends it. Not there in browsers that cannot.
 *
 * @slot icon-screen - its icon
 * @fires p2p-screen-request - cancelable; `detail.on` is what is asked for
 * @csspart button - the button
 * @csspart button-screen - the same
 * @csspart button-on - the same, while it is on
 * @cssproperty --p2p-button-size - height, and least width
 */
export class P2PScreenButton extends ControlButton {
  protected override get isPossible(): boolean {
    return canShareScreen();
  }

  protected override look({ self }: CallState, words: Dictionary): ControlLook {
    return toggleLook('screen', 'screen', words.toolbar.screen, self.screen === 'on');
  }

  protected override press({ pressed }: ControlLook): void {
    this.call.request('p2p-screen-request', { on: !pressed });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'p2p-screen-button': P2PScreenButton;
  }
}
