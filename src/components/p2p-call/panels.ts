import type { LitElement } from 'lit';
import type { Fact } from '../../core/fact.js';
import type { CallState } from '../../core/state/call-state.js';
import type { Panel } from '../../core/state/view.js';
import { isPanel } from '../p2p-stage/panels.js';
import { loadElement } from './on-demand.js';

/** Opens and closes the panels of a call, each of which comes in a file of its own. */
export class Panels {
  readonly #call: HTMLElement;
  readonly #store: { readonly state: CallState; apply(fact: Fact): void };
  /** Counts the requests: the last one holds. */
  #wish = 0;

  constructor(call: HTMLElement, store: { readonly state: CallState; apply(fact: Fact): void }) {
    this.#call = call;
    this.#store = store;
  }

  /** Opens a panel once its file is loaded, or closes it. If the page shows the panel itself, that one is focused. Ignores unknown names. */
  async show(panel: Panel, wanted?: boolean): Promise<void> {
    if (!isPanel(panel)) return;
    const open = wanted ?? this.#store.state.view.panel !== panel;
    this.#wish += 1;
    const wish = this.#wish;
    if (open && !(await loadElement(`p2p-${panel}`, this.#call))) return;
    // A newer request arrived while the file was loading.
    if (wish !== this.#wish) return;
    const ofPage = open ? this.#ofPage(panel) : undefined;
    if (open || this.#store.state.view.panel === panel) {
      this.#store.apply({ type: 'panel-changed', panel: open && !ofPage ? panel : undefined });
    }
    await ofPage?.updateComplete;
    ofPage?.focus();
  }

  /** The visible panel that the page has put into the call, or elsewhere for it. */
  #ofPage(panel: Panel): LitElement | undefined {
    const tag = `p2p-${panel}`;
    const { id } = this.#call;
    const around = this.#call.getRootNode() as Document | ShadowRoot;
    const elsewhere = id ? around.querySelectorAll<LitElement>(`${tag}[for="${CSS.escape(id)}"]`) : [];
    return [...this.#call.querySelectorAll<LitElement>(tag), ...elsewhere].find((one) => one.checkVisibility());
  }
}
