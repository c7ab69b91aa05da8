import { css, type CSSResultGroup, html, LitElement, type TemplateResult } from 'lit';
import type { Dictionary } from '../../locales/en.js';
import { PanelShell, panelStyles } from '../shared/panel-shell.js';
import { property } from '../shared/property.js';
import { type ShortcutName, shortcuts } from '../shared/shortcuts.js';
import { tokens } from '../shared/tokens.js';
import { WordsController } from '../shared/words.js';

/**
 * The keys of a call and what they do.
 *
 * @fires p2p-panel-request - cancelable; to close it
 * @csspart panel - the whole
 * @csspart panel-title - its title
 * @csspart button - the button that closes it
 */
export class P2PShortcuts extends LitElement {
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

  /** The id of the call it belongs to, where it stands outside of one. */
  @property({ attribute: 'for' }) htmlFor?: string;

  readonly #shell = new PanelShell(this, 'shortcuts');
  readonly #words = new WordsController(this);

  override focus(options?: FocusOptions): void {
    this.#shell.focus(options);
  }

  protected override render(): TemplateResult {
    const { words } = this.#words;
    const { title, text, space, hold } = words.shortcuts;
    return this.#shell.render(
      title,
      html`<div class="panel-body" role="group" tabindex="0" aria-labelledby="panel-title">
        <p>${text}</p>
        <dl>
          ${renderKey(hold, space)}
          ${shortcuts().map(([key, name]) => renderKey(nameOf(name, words), key.toUpperCase()))}
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

function nameOf(name: ShortcutName, words: Dictionary): string {
  const { microphone, camera, toolbar } = words;
  switch (name) {
    case 'mic':
      return microphone.name;
    case 'camera':
      return camera.name;
    case 'chat':
    case 'people':
    case 'settings':
      return toolbar[name];
    case 'shortcuts':
      return words.shortcuts.title;
    default:
      return toolbar[name].name;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'p2p-shortcuts': P2PShortcuts;
  }
}
