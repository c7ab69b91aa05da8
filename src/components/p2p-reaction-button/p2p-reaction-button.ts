import { css, type CSSResultGroup, html, type TemplateResult } from 'lit';
import { ControlButton, type ControlLook } from '../shared/control-button.js';
import { lazy } from '../shared/lazy.js';
import { state } from '../shared/property.js';
import { returnFocus } from '../shared/return-focus.js';

const loadPicker = lazy('reaction-picker', () => import('../p2p-reaction-picker/define.js'));

/**
 * Opens a choice of reactions, which is loaded on the first press.
 *
 * @slot icon-reactions - The icon of the reactions button.
 * @fires p2p-reaction-request - cancelable; `detail.emoji` is what was chosen
 * @csspart button - Any button.
 * @csspart button-reactions - The reactions button.
 * @csspart menu - What opens from a button: the controls that do not fit, the reactions.
 * @cssproperty --p2p-button-size - height, and least width
 */
export class P2PReactionButton extends ControlButton {
  static override readonly styles: CSSResultGroup = [
    super.styles,
    css`
      .button {
        anchor-name: --reactions;
      }
      .menu {
        inset: auto;
        margin: 10px;
        padding: 8px;
        border: 1px solid var(--_border);
        border-radius: var(--_radius);
        background: var(--_raised);
        color: inherit;
        box-shadow: var(--_shadow);
        position-anchor: --reactions;
        position-area: block-start;
        position-try-fallbacks: flip-block;
      }
      @supports not (position-area: block-start) {
        .menu {
          inset: 0;
          block-size: fit-content;
          margin: auto;
        }
      }
    `,
  ];

  protected override readonly control = 'reactions';

  @state() private isOpen = false;

  protected override look(): ControlLook {
    return { popover: 'menu' };
  }

  get #menu(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.menu');
  }

  readonly #onToggle = async (event: Event): Promise<void> => {
    this.isOpen = (event as ToggleEvent).newState === 'open';
    if (!this.isOpen) return;
    if (await loadPicker(this.call.target)) {
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('p2p-reaction-picker')?.focus();
    } else {
      // There is nothing to choose from.
      this.#menu?.hidePopover();
    }
  };

  protected override render(): TemplateResult {
    return html`${super.render()}
      <div
        id="menu"
        part="menu"
        class="menu"
        popover
        @beforetoggle=${(event: Event) => returnFocus(event, this.renderRoot.querySelector('button'))}
        @toggle=${this.#onToggle}
        @p2p-reaction-request=${() => this.#menu?.hidePopover()}
      >
        ${this.isOpen ? html`<p2p-reaction-picker exportparts="button" for=${this.htmlFor ?? ''}></p2p-reaction-picker>` : null}
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'p2p-reaction-button': P2PReactionButton;
  }
}
