import { SourceButton } from '../shared/source-button.js';

/**
 * Switches the camera of the self. Blocked or missing, it says why, and a press tries again.
 *
 * @slot icon-camera-on - icon while the camera is on
 * @slot icon-camera-off - icon while it is off
 * @fires p2p-camera-request - cancelable; `detail.on` is what is asked for
 * @csspart button - the button
 * @csspart button-camera - the same
 * @csspart button-off - the same, while the camera is off
 * @csspart badge - the mark of a camera that cannot be used
 * @cssproperty --p2p-button-size - height, and least width
 */
export class P2PCameraButton extends SourceButton {
  protected override readonly source = 'camera';
  protected override readonly kind = 'camera';
}

declare global {
  interface HTMLElementTagNameMap {
    'p2p-camera-button': P2PCameraButton;
  }
}
