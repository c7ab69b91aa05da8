import { css, type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { hasShareSheet } from '../shared/abilities.js';
import { actionStyles } from '../shared/button.js';
import { CallController } from '../shared/call-controller.js';
import { CallElement, delegatingFocus } from '../shared/call-element.js';
import { icon } from '../shared/icons.js';
import { tokens } from '../shared/tokens.js';

/**
 * Gives the page's link to others: copies it, or opens the system's own sheet on touch screens. A page with a link of its own
 * prevents the request and does what it likes.
 *
 * @fires p2p-invite-request - cancelable
 * @csspart button - Any button.
 * @csspart button-invite - The button that invites.
 * @csspart field - The link to copy by hand, where the browser does not let a page copy.
 */
export class P2PInviteButton extends CallElement {
  static override readonly shadowRootOptions: ShadowRootInit = delegatingFocus;
  static override readonly styles: CSSResultGroup = [
    tokens,
    actionStyles,
    css`
      :host {
        display: inline-grid;
        gap: 8px;
        max-inline-size: 100%;
      }
      .action {
        display: flex;
        align-items: center;
        justify-content: center;
        gap: 8px;
        font-size: 0.9375rem;
      }
      .icon {
        font-size: 0.9375rem;
      }
      .icon-check {
        color: var(--_good);
      }
      input {
        min-inline-size: 0;
        min-block-size: 44px;
        padding: 8px 12px;
        border: 1px solid var(--_muted);
        border-radius: calc(var(--_radius) * 0.72);
        background: var(--_surface);
        color: inherit;
        font: inherit;
        font-size: 0.875rem;
      }
    `,
  ];

  readonly #call = new CallController(this, ({ state }) => state.view.invite);

  protected override render(): TemplateResult {
    const { invite: words } = this.words;
    const invite = this.#call.value;
    const isCopied = invite === 'copied';
    const label = isCopied ? words.copied : hasShareSheet() ? words.share : words.copy;
    return html`<button
        part="button button-invite"
        class="action"
        ?disabled=${!this.#call.hasCall}
        @click=${() => this.#call.request('p2p-invite-request', {})}
      >
        ${icon(isCopied ? 'check' : 'link')}<span>${label}</span></button
      >${
        invite === 'refused'
          ? html`<input
              part="field"
              readonly
              aria-label=${words.byHand}
              .value=${location.href}
              @focus=${(event: Event) => (event.target as HTMLInputElement).select()}
            />`
          : nothing
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'p2p-invite-button': P2PInviteButton;
  }
}
