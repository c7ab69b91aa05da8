import { html, LitElement, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { PanelShell, panelStyles } from '../../src/components/shared/panel-shell.js';
import { tokens } from '../../src/components/shared/tokens.js';

/** A panel with the shell that every panel has, and next to nothing in it. */
export class FakePanel extends LitElement {
  static override readonly styles = [tokens, panelStyles];
  @property({ attribute: 'for' }) htmlFor?: string;
  @property({ type: Boolean }) hasField = false;
  readonly #shell = new PanelShell(this, 'people');

  override focus(options?: FocusOptions): void {
    this.#shell.focus(options);
  }

  protected override render(): TemplateResult {
    return this.#shell.render(
      'People',
      html`<div class="panel-body">
        <button class="first">First</button>
        <input aria-label="Search" ?data-focus=${this.hasField} />
      </div>`,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fake-panel': FakePanel;
  }
}
