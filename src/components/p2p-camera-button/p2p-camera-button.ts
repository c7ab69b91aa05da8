import type { CallState } from '../../core/state/call-state.js';
import type { Dictionary } from '../../locales/en.js';
import { ControlButton, type ControlLook } from '../shared/control-button.js';
import { sourceLook } from '../shared/control-looks.js';

/**
 * Switches the camera of the self. Blocked or missing, it says why, and a press tries again.
 *
 * @slot icon-camera-on - The icon of the camera button while on.
 * @slot icon-camera-off - The icon of the camera button while off.
 * @fires p2p-camera-request - cancelable; `detail.on` is what is asked for
 * @csspart button - Any button.
 * @csspart button-camera - The camera button.
 * @csspart button-off - The microphone or camera button while off.
 * @csspart badge - A number or a mark on a button.
 * @cssproperty --p2p-button-size - height, and least width
 */
export class P2PCameraButton extends ControlButton {
  protected override readonly control = 'camera';

  protected override look({ self }: CallState, { camera }: Dictionary): ControlLook {
    return sourceLook(camera, self.camera);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'p2p-camera-button': P2PCameraButton;
  }
}
