import { SourceButton } from '../shared/source-button.js';

/**
 * Switches the microphone of the self. Blocked or missing, it says why, and a press tries again.
 *
 * @slot icon-mic-on - icon while the microphone is on
 * @slot icon-mic-off - icon while it is off
 * @fires p2p-mic-request - cancelable; `detail.on` is what is asked for
 * @csspart button - the button
 * @csspart button-mic - the same
 * @csspart button-off - the same, while the microphone is off
 * @csspart badge - the mark of a microphone that cannot be used
 * @cssproperty --p2p-button-size - height, and least width
 */
export class P2PMicButton extends SourceButton {
  protected override readonly source = 'microphone';
  protected override readonly kind = 'mic';
}

declare global {
  interface HTMLElementTagNameMap {
    'p2p-mic-button': P2PMicButton;
  }
}
