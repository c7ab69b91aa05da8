import { css, type CSSResultGroup, html, type TemplateResult } from 'lit';
import { PanelShell, panelStyles } from '../shared/panel-shell.js';
import { shortcuts } from '../shared/shortcuts.js';
import { CallElement } from '../shared/call-element.js';
import { tokens } from '../shared/tokens.js';

/**
 * The keys of a call and what they do.
 *
 * @fires p2p-panel-request - cancelable; to close it
 * @csspart panel - What opens beside the tiles: the chat and others.
 * @csspart panel-title - The title of a panel.
 * @csspart button-close - The button that closes a panel.
 * @csspart button - Any button.
 */
export class P2PShortcuts extends CallElement {
  static override readonly styles: CSSResultGroup = [
    tokens,
    panelStyles,
    css`
      p {
        margin: 0 0 12px;
        color: var(--_muted);
        font-size: 0.875rem;
      }
      dl {
        margin: 0;
      }
      dl > div {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 16px;
        padding-block: 9px;
        border-block-start: 1px solid var(--_border);
      }
      dd {
        flex: none;
        margin: 0;
      }
      kbd {
        display: inline-block;
        min-inline-size: 2rem;
        padding: 3px 8px;
        border: 1px solid var(--_border);
        border-block-end-width: 3px;
        border-radius: 7px;
        background: var(--_surface);
        font: inherit;
        font-size: 0.8125rem;
        font-weight: 600;
        text-align: center;
      }
    `,
  ];

  readonly #shell = new PanelShell(this, 'shortcuts');

  override focus(options?: FocusOptions): void {
    this.#shell.focus(options);
  }

  protected override render(): TemplateResult {
    const { words } = this;
    const { title, text, space, hold } = words.shortcuts;
    return this.#shell.render(
      title,
      html`<div class="panel-body" role="group" tabindex="0" aria-labelledby="panel-title">
        <p>${text}</p>
        <dl>
          ${renderKey(hold, space)} ${shortcuts().map(({ key, label }) => renderKey(label(words), key.toUpperCase()))}
        </dl>
      </div>`,
    );
  }
}

function renderKey(what: string, key: string): TemplateResult {
  return html`<div>
    <dt>${what}</dt>
    <dd><kbd>${key}</kbd></dd>
  </div>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'p2p-shortcuts': P2PShortcuts;
  }
}
