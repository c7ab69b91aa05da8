import { type CSSResultGroup, LitElement, type TemplateResult } from 'lit';
import { property } from '../shared/property.js';
import { buttonStyles, renderButton } from '../shared/button.js';
import { CallController } from '../shared/call-controller.js';
import { tokens } from '../shared/tokens.js';
import { WordsController } from '../shared/words.js';

/**
 * Leaves the call.
 *
 * @slot icon-leave - its icon
 * @fires p2p-leave-request - cancelable
 * @csspart button - the button
 * @csspart button-leave - the same
 * @cssproperty --p2p-button-size - height, and least width
 */
export class P2PLeaveButton extends LitElement {
  static override readonly shadowRootOptions: ShadowRootInit = {
    ...LitElement.shadowRootOptions,
    delegatesFocus: true,
  };
  static override readonly styles: CSSResultGroup = [tokens, buttonStyles];

  /** The id of the call it belongs to, where it stands outside of one. */
  @property({ attribute: 'for' }) htmlFor?: string;

  readonly #call = new CallController(this, () => undefined);
  readonly #words = new WordsController(this);

  protected override render(): TemplateResult {
    const label = this.#words.words.leave;
    return renderButton({
      kind: 'leave',
      icon: 'leave',
      label,
      tip: label,
      inert: !this.#call.hasCall,
      onPress: () => this.#call.request('p2p-leave-request', {}),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'p2p-leave-button': P2PLeaveButton;
  }
}
