import { LitElement } from 'lit';
import type { Dictionary } from '../../locales/en.js';
import { adoptStylesIn } from './document-styles.js';
import { property } from './property.js';
import { WordsController } from './words.js';

/** For `static shadowRootOptions` of an element that hands `focus()` on to the first thing inside that takes it. */
export const delegatingFocus: ShadowRootInit = { ...LitElement.shadowRootOptions, delegatesFocus: true };

/**
 * What every element that shows something of a call has: the way to a call elsewhere on the page, words in the language of its
 * place, and styles in whichever document it stands.
 */
export abstract class CallElement extends LitElement {
  /** The id of the call it belongs to, where it stands outside of one. */
  @property({ attribute: 'for' }) htmlFor?: string;

  readonly #words = new WordsController(this);

  /** The words of the call, or of the element's place on the page. */
  protected get words(): Dictionary {
    return this.#words.words;
  }

  /** In another document, which a picture-in-picture window has, the style sheets of this one are gone (CSSOM section 6.5). */
  adoptedCallback(): void {
    if (this.shadowRoot) this.#adoptStyles(this.shadowRoot);
  }

  protected override createRenderRoot(): ShadowRoot {
    const { shadowRootOptions } = this.constructor as typeof LitElement;
    const root = this.shadowRoot ?? this.attachShadow(shadowRootOptions);
    this.#adoptStyles(root);
    return root;
  }

  #adoptStyles(root: ShadowRoot): void {
    adoptStylesIn(this.ownerDocument, root, (this.constructor as typeof LitElement).elementStyles);
  }
}
