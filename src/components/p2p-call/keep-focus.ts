import type { ReactiveController, ReactiveControllerHost } from 'lit';

type UpdatingElement = HTMLElement & { updateComplete?: Promise<unknown> };

/**
 * Keeps the keyboard inside a call when the element that had the focus goes away: after joining the focus is on the controls,
 * after leaving on what is said then. Without it the next Tab would start at the top of the page.
 */
export class KeepFocus implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #focused: UpdatingElement | null = null;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#focused = (this.#host.shadowRoot?.activeElement ?? null) as UpdatingElement | null;
  }

  hostUpdated(): void {
    if (this.#focused) void this.#moveOn(this.#focused);
    this.#focused = null;
  }

  async #moveOn(from: UpdatingElement): Promise<void> {
    // What had the focus may also have been inside an element that stays.
    await from.updateComplete;
    const root = this.#host.shadowRoot;
    const page = this.#host.getRootNode();
    const focused = page instanceof Document || page instanceof ShadowRoot ? page.activeElement : null;
    if (focused !== null && focused !== document.body) return;
    for (const tag of ['p2p-controls', 'p2p-prejoin', 'p2p-status']) {
      const element = root?.querySelector<UpdatingElement>(tag);
      if (!element) continue;
      await element.updateComplete;
      if (root?.activeElement) return;
      element.focus();
      if (root?.activeElement) return;
    }
  }
}
