import type { CallState } from '../../core/state/call-state.js';
import type { Dictionary } from '../../locales/en.js';
import { ControlButton, type ControlLook } from '../shared/control-button.js';
import { sourceLook } from '../shared/control-looks.js';

/**
 * Switches the microphone of the self. Blocked or missing, it says why, and a press tries again.
 *
 * @slot icon-mic-on - The icon of the microphone button while on.
 * @slot icon-mic-off - The icon of the microphone button while off.
 * @fires p2p-mic-request - cancelable; `detail.on` is what is asked for
 * @csspart button - Any button.
 * @csspart button-mic - The microphone button.
 * @csspart button-off - The microphone or camera button while off.
 * @csspart badge - A number or a mark on a button.
 * @cssproperty --p2p-button-size - height, and least width
 */
export class P2PMicButton extends ControlButton {
  protected override readonly control = 'mic';

  protected override look({ self }: CallState, { microphone }: Dictionary): ControlLook {
    return sourceLook(microphone, self.microphone);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'p2p-mic-button': P2PMicButton;
  }
}
