import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Keeps the keyboard inside a call when the element that had the focus goes away: after joining the focus is on the controls,
 * after leaving on what is said then. Without it the next Tab would start at the top of the page.
 */
export class KeepFocus implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #focused: Element | null = null;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#focused = this.#host.shadowRoot?.activeElement ?? null;
  }

  hostUpdated(): void {
    if (!this.#focused || this.#focused.isConnected) return;
    this.#focused = null;
    void this.#moveOn();
  }

  async #moveOn(): Promise<void> {
    const root = this.#host.shadowRoot;
    for (const tag of ['p2p-controls', 'p2p-prejoin', 'p2p-status']) {
      const element = root?.querySelector<HTMLElement & { updateComplete?: Promise<unknown> }>(tag);
      if (!element) continue;
      await element.updateComplete;
      if (root?.activeElement) return;
      element.focus();
      if (root?.activeElement) return;
    }
  }
}
