import { css, type CSSResultGroup, html, type TemplateResult } from 'lit';
import { CallElement } from '../shared/call-element.js';
import { tokens } from '../shared/tokens.js';
import { helpFor } from './steps.js';

/**
 * The steps, for this browser and system, that allow a page to use camera and microphone.
 *
 * @csspart help - the whole
 */
export class P2PPermissionHelp extends CallElement {
  static override readonly styles: CSSResultGroup = [
    tokens,
    css`
      :host {
        display: block;
      }
      .help {
        padding: 12px 16px;
        border: 1px solid var(--_border);
        border-inline-start: 4px solid var(--_warning);
        border-radius: calc(var(--_radius) * 0.72);
        background: var(--_raised);
        font-size: 0.875rem;
      }
      p {
        margin: 6px 0 0;
      }
    `,
  ];

  protected override render(): TemplateResult {
    const { help } = this.words;
    const steps = helpFor(navigator.userAgent, navigator.maxTouchPoints);
    return html`<div part="help" class="help">
      <strong>${help.title}</strong>
      ${steps.map((step) => html`<p>${help[step]}</p>`)}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'p2p-permission-help': P2PPermissionHelp;
  }
}
