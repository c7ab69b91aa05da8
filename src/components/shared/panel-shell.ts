import { css, type CSSResult, html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { Panel } from '../../core/state/view.js';
import { buttonStyles, renderButton } from './button.js';
import { CallController, type CallWatcher } from './call-controller.js';
import { WordsController } from './words.js';

/**
 * The frame of every panel: a title, a close button, the Escape key, and a place for the focus. If a page puts a panel into an
 * interface of its own, the call has not opened the panel, so there is no close button.
 */
export class PanelShell implements ReactiveController {
  readonly #host: CallWatcher;
  readonly #panel: Panel;
  readonly #isOpen: CallController<boolean>;
  readonly #words: WordsController;

  constructor(host: CallWatcher, panel: Panel) {
    this.#host = host;
    this.#panel = panel;
    this.#isOpen = new CallController(host, ({ state }) => state.view.panel === panel);
    this.#words = new WordsController(host);
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('keydown', this.#onKey);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('keydown', this.#onKey);
  }

  /** Implements `focus()` of a panel: focuses the element inside that has `data-focus`, else the title. */
  focus(options?: FocusOptions): void {
    const root = this.#host.shadowRoot;
    (root?.querySelector<HTMLElement>('[data-focus]') ?? root?.querySelector('h2'))?.focus(options);
  }

  /** Renders the panel with `body` below the title and `aside` beside it. */
  render(title: string, body: TemplateResult, aside?: TemplateResult): TemplateResult {
    const label = this.#words.words.toolbar.close;
    return html`<section part="panel" class="panel" aria-labelledby="panel-title">
      <header class="panel-header">
        <h2 part="panel-title" class="panel-title" id="panel-title" tabindex="-1">${title}</h2>
        ${aside ?? nothing}
        ${
          this.#isOpen.value
            ? html`<span class="panel-close"
                >${renderButton({ kind: 'close', icon: 'close', label, tip: label, onPress: this.#close })}</span
              >`
            : nothing
        }
      </header>
      ${body}
    </section>`;
  }

  readonly #close = (): void => {
    this.#isOpen.request('p2p-panel-request', { panel: this.#panel, open: false });
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    // A menu or a field inside may have used the key already.
    if (event.key !== 'Escape' || event.defaultPrevented || !this.#isOpen.value) return;
    event.preventDefault();
    this.#close();
  };
}

/** The styles of a panel. It fills its element. `.panel-body` scrolls; content that scrolls in another way does not use it. */
export const panelStyles: CSSResult[] = [
  buttonStyles,
  css`
    :host {
      display: block;
      min-block-size: 0;
    }
    .panel {
      display: flex;
      flex-direction: column;
      block-size: 100%;
      overflow: clip;
      border: 1px solid var(--_border);
      border-radius: var(--_radius);
      background: var(--_raised);
    }
    .panel-header {
      display: flex;
      flex: none;
      align-items: center;
      gap: 8px;
      min-block-size: 60px;
      padding: 8px 8px 8px 18px;
    }
    .panel-header:dir(rtl) {
      padding: 8px 18px 8px 8px;
    }
    .panel-title {
      flex: 1;
      min-inline-size: 0;
      margin: 0;
      border-radius: 4px;
      font-size: 1.0625rem;
      font-weight: 650;
      line-height: 1.3;
      overflow-wrap: anywhere;
    }
    .panel-close {
      --_button: 40px;
      position: relative;
      flex: none;
    }
    .panel-close .button {
      background: transparent;
    }
    .panel-close .button:hover {
      background: color-mix(in oklab, var(--_muted) 16%, var(--_raised));
    }
    .panel-close .tip {
      inset-block: calc(100% + 6px) auto;
      inset-inline: auto 0;
    }
    .panel-body {
      flex: 1;
      min-block-size: 0;
      padding: 0 18px 18px;
      overflow: auto;
      overscroll-behavior: contain;
    }
  `,
];
