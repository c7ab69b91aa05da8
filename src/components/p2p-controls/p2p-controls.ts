import { css, type CSSResultGroup, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from '../shared/property.js';
import { tellMistake } from '../shared/page-mistake.js';
import { buttonParts, exported } from '../shared/parts.js';
import { CallController } from '../shared/call-controller.js';
import { iconSlots } from '../shared/icon-slots.js';
import { tokens } from '../shared/tokens.js';
import { WordsController } from '../shared/words.js';
import { nextItem } from './next-item.js';

const allControls: readonly string[] = ['mic', 'camera', 'leave'];
const parts = exported(buttonParts);

/**
 * The toolbar of a call: one stop for the Tab key, arrow keys inside (ARIA toolbar pattern).
 *
 * @slot - buttons of the page, after the built-in ones
 * @slot icon-mic-on - and `icon-mic-off`, `icon-camera-on`, `icon-camera-off`, `icon-leave`: an icon each
 * @csspart controls - the bar
 * @csspart button - each button; `button-mic`, `button-camera`, `button-leave` one of them, `button-off` those that are off
 * @cssproperty --p2p-button-size - size of the buttons
 */
export class P2PControls extends LitElement {
  static override readonly shadowRootOptions: ShadowRootInit = {
    ...LitElement.shadowRootOptions,
    delegatesFocus: true,
  };
  static override readonly styles: CSSResultGroup = [
    tokens,
    css`
      :host {
        display: block;
      }
      .bar {
        display: flex;
        flex-wrap: wrap;
        justify-content: center;
        gap: 8px;
        inline-size: fit-content;
        max-inline-size: 100%;
        margin-inline: auto;
        padding: 6px;
        border: 1px solid var(--_border);
        border-radius: calc(var(--_button) / 2 + 7px);
        background: var(--_raised);
        box-shadow: var(--_shadow);
      }
      /* The page's own styles win over these, whatever they select by. */
      ::slotted(:is(button, a)) {
        display: inline-flex;
        align-items: center;
        justify-content: center;
        gap: 8px;
        min-inline-size: var(--_button);
        min-block-size: var(--_button);
        box-sizing: border-box;
        padding: 4px 16px;
        border: 1px solid transparent;
        border-radius: 99px;
        background: color-mix(in oklab, var(--_muted) 14%, var(--_raised));
        color: var(--_text);
        font: inherit;
        font-weight: 600;
        text-decoration: none;
        cursor: pointer;
      }
      ::slotted(:is(button, a):hover) {
        background: color-mix(in oklab, var(--_muted) 26%, var(--_raised));
      }
      ::slotted(:focus-visible) {
        outline: 3px solid var(--_accent);
        outline-offset: 2px;
      }
      ::slotted(:disabled) {
        opacity: 0.5;
        cursor: not-allowed;
      }
      @media (pointer: coarse) {
        ::slotted(:is(button, a)) {
          min-block-size: max(44px, var(--_button));
        }
      }
    `,
  ];

  /** Which controls, in which order: a list of names. Default: all there are. */
  @property() controls?: string;

  /** The id of the call it belongs to, where it stands outside of one. */
  @property({ attribute: 'for' }) htmlFor?: string;

  readonly #call = new CallController(this, ({ state }) => state.audioOnly);
  readonly #words = new WordsController(this);
  #current: HTMLElement | undefined;

  protected override updated(): void {
    this.#settle();
  }

  /** The controls that show. Names that are none are left out; where nothing else is named, all show. */
  #names(): readonly string[] {
    const named = new Set(this.controls?.split(/[\s,]+/u).filter(Boolean));
    const unknown = [...named].filter((name) => !allControls.includes(name));
    if (unknown.length > 0) {
      tellMistake(
        this,
        'controls',
        `controls="${unknown.join(' ').slice(0, 40)}" names none of: ${allControls.join(', ')}.`,
      );
    }
    const names = named.size > unknown.length ? [...named] : allControls;
    return names.filter((name) => !(name === 'camera' && this.#call.value));
  }

  #renderControl(name: string): TemplateResult | typeof nothing {
    const id = this.htmlFor ?? nothing;
    switch (name) {
      case 'mic':
        return html`<p2p-mic-button for=${id} exportparts=${parts}
          >${iconSlots(['mic-on', 'mic-off'])}</p2p-mic-button
        >`;
      case 'camera':
        return html`<p2p-camera-button for=${id} exportparts=${parts}
          >${iconSlots(['camera-on', 'camera-off'])}</p2p-camera-button
        >`;
      case 'leave':
        return html`<p2p-leave-button for=${id} exportparts=${parts}>${iconSlots(['leave'])}</p2p-leave-button>`;
      default:
        return nothing;
    }
  }

  /** What the arrow keys go through: our buttons, and the page's own buttons and links. */
  get #items(): HTMLElement[] {
    const bar = this.renderRoot.querySelector('.bar');
    const slot = this.renderRoot.querySelector<HTMLSlotElement>('slot:not([name])');
    const all = [...(bar?.children ?? []), ...(slot?.assignedElements({ flatten: true }) ?? [])];
    return all.filter((item): item is HTMLElement => item instanceof HTMLElement && item.matches(itemSelector));
  }

  /** One item takes part in the Tab order: the one that had the focus last, or the first. */
  #settle(): void {
    const items = this.#items;
    if (!this.#current || !items.includes(this.#current)) this.#current = items[0];
    for (const item of items) {
      // On the host of a shadow tree, -1 takes all that is inside out of the Tab order.
      if (item !== this.#current) item.tabIndex = -1;
      else if (item.localName.startsWith('p2p-')) item.removeAttribute('tabindex');
      else item.tabIndex = 0;
    }
  }

  readonly #onFocus = (event: FocusEvent): void => {
    const item = this.#items.find((one) => event.composedPath().includes(one));
    if (!item || item === this.#current) return;
    this.#current = item;
    this.#settle();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const items = this.#items;
    const from = items.findIndex((item) => event.composedPath().includes(item));
    if (from < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    const to = nextItem(event.key, from, items.length, getComputedStyle(this).direction === 'rtl');
    if (to === undefined) return;
    event.preventDefault();
    items[to]?.focus();
  };

  protected override render(): TemplateResult {
    return html`<div
      part="controls"
      class="bar"
      role="toolbar"
      aria-label=${this.#words.words.controls}
      @focusin=${this.#onFocus}
      @keydown=${this.#onKey}
      @slotchange=${this.#settle}
    >
      ${this.#names().map((name) => this.#renderControl(name))}<slot></slot>
    </div>`;
  }
}

const itemSelector = 'button, a[href], p2p-mic-button, p2p-camera-button, p2p-leave-button';

declare global {
  interface HTMLElementTagNameMap {
    'p2p-controls': P2PControls;
  }
}
