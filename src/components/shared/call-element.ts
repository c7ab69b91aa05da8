import { LitElement } from 'lit';
import type { Dictionary } from '../../locales/en.js';
import { adoptStylesIn } from './document-styles.js';
import { property } from './property.js';
import { WordsController } from './words.js';

/** For `static shadowRootOptions`: `focus()` of the element focuses the first focusable element inside. */
export const delegatingFocus: ShadowRootInit = { ...LitElement.shadowRootOptions, delegatesFocus: true };

/**
 * The base of every element that shows something of a call: a reference to a call elsewhere on the page, words in the language of
 * the element's place, and styles in whatever document the element is in.
 */
export abstract class CallElement extends LitElement {
  /** The id of the call that the element belongs to, if the element stands outside of a call. */
  @property({ attribute: 'for' }) htmlFor?: string;

  readonly #words = new WordsController(this);

  /** The words of the call, or of the element's place on the page. */
  protected get words(): Dictionary {
    return this.#words.words;
  }

  /** The direction of the words. */
  protected get wordsDir(): 'ltr' | 'rtl' {
    return this.#words.wording.dir;
  }

  /** Constructed style sheets do not follow an element to another document, such as that of a picture-in-picture window (CSSOM section 6.5). */
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
