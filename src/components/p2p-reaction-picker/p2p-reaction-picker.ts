import { css, type CSSResultGroup, html, type TemplateResult } from 'lit';
import { CallController } from '../shared/call-controller.js';
import { CallElement, delegatingFocus } from '../shared/call-element.js';
import { rove } from '../shared/roving.js';
import { tokens } from '../shared/tokens.js';

const columns = 6;

const reactions: readonly string[] = [
  ...['👍', '👎', '❤️', '😂', '😮', '😢'],
  ...['👏', '🙌', '🎉', '🙏', '💪', '👋'],
  ...['🔥', '💯', '🚀', '🤔', '👀', '☕'],
];

/**
 * A choice of reactions. It is one stop of the Tab key, with arrow keys inside.
 *
 * @fires p2p-reaction-request - cancelable; `detail.emoji` is what was chosen
 * @csspart button - each reaction
 */
export class P2PReactionPicker extends CallElement {
  static override readonly shadowRootOptions: ShadowRootInit = delegatingFocus;
  static override readonly styles: CSSResultGroup = [
    tokens,
    css`
      :host {
        display: block;
      }
      .grid {
        display: grid;
        grid-template-columns: repeat(6, auto);
        gap: 2px;
      }
      button {
        display: grid;
        place-items: center;
        /* Six reactions fit into a row, even with large text in a small window. */
        inline-size: clamp(44px, 1.9rem, (100vw - 64px) / 6);
        block-size: max(44px, 1.9rem);
        padding: 0;
        border: 0;
        border-radius: calc(var(--_radius) * 0.72);
        background: transparent;
        color: inherit;
        font: min(1.5rem, (100vw - 64px) / 8) / 1 var(--_font);
        cursor: pointer;
        transition:
          scale 0.15s,
          background-color 0.15s;
      }
      button:hover {
        background: color-mix(in oklab, var(--_muted) 16%, transparent);
        scale: 1.12;
      }
    `,
  ];

  readonly #call = new CallController(this, () => undefined);
  #current = 0;

  readonly #onKey = (event: KeyboardEvent): void => {
    const isRtl = getComputedStyle(this).direction === 'rtl';
    const buttons = [...this.renderRoot.querySelectorAll('button')];
    const to = rove(event, buttons, { axis: 'grid', columns, isRtl });
    if (to === undefined) return;
    this.#current = to;
    this.requestUpdate();
  };

  #choose(index: number): void {
    this.#current = index;
    this.#call.request('p2p-reaction-request', { emoji: reactions[index] ?? '' });
  }

  protected override render(): TemplateResult {
    return html`<div class="grid" role="toolbar" aria-label=${this.words.toolbar.reactions} @keydown=${this.#onKey}>
      ${reactions.map(
        (emoji, index) =>
          html`<button
            part="button"
            tabindex=${index === this.#current ? 0 : -1}
            ?disabled=${!this.#call.hasCall}
            @click=${() => this.#choose(index)}
          >
            ${emoji}
          </button>`,
      )}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'p2p-reaction-picker': P2PReactionPicker;
  }
}
