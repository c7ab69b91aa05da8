import type { CallState } from '../../core/state/call-state.js';
import type { Dictionary } from '../../locales/en.js';
import { canFillScreen } from '../shared/abilities.js';
import { ControlButton, type ControlLook } from '../shared/control-button.js';
import { toggleLook } from '../shared/toggle-look.js';

/**
 * Lets the call fill the screen. Not there in browsers that cannot.
 *
 * @slot icon-fullscreen-off - icon while the page is around the call
 * @slot icon-fullscreen-on - icon while the call fills the screen
 * @fires p2p-fullscreen-request - cancelable; `detail.on` is what is asked for
 * @csspart button - the button
 * @csspart button-fullscreen - the same
 * @csspart button-on - the same, while it is on
 * @cssproperty --p2p-button-size - height, and least width
 */
export class P2PFullscreenButton extends ControlButton {
  protected override get isPossible(): boolean {
    return canFillScreen();
  }

  protected override look({ view: { fullscreen } }: CallState, words: Dictionary): ControlLook {
    return toggleLook('fullscreen', `fullscreen-${fullscreen ? 'on' : 'off'}`, words.toolbar.fullscreen, fullscreen);
  }

  protected override press({ pressed }: ControlLook): void {
    this.call.request('p2p-fullscreen-request', { on: !pressed });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'p2p-fullscreen-button': P2PFullscreenButton;
  }
}
