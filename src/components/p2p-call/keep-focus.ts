import type { ReactiveController, ReactiveControllerHost } from 'lit';

type UpdatingElement = HTMLElement & { updateComplete?: Promise<unknown> };

/**
 * Keeps the keyboard inside a call when the element that had the focus goes away: after joining the focus is on the controls,
 * after leaving on what is said then, in a panel as soon as it opens, and back where it was once the panel is closed. Without
 * it the next Tab would start at the top of the page.
 */
export class KeepFocus implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #focused: UpdatingElement | null = null;
  #panel: UpdatingElement | null = null;
  /** What had the focus when the panel opened. */
  #opener: Element | null = null;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('click', this.#onClick);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('click', this.#onClick);
  }

  /** What was pressed may go away with it: a message that is dismissed, a line of a list. */
  readonly #onClick = (): void => {
    const from = (this.#host.shadowRoot?.activeElement ?? null) as UpdatingElement | null;
    if (from) void this.#moveOn(from, this.#panel);
  };

  /** What has the focus in the call, in its own tree or in an interface of the page. */
  get #active(): Element | null {
    const inside = this.#host.shadowRoot?.activeElement;
    const page = this.#host.getRootNode() as Document | ShadowRoot;
    return inside ?? (page.activeElement && this.#host.contains(page.activeElement) ? page.activeElement : null);
  }

  hostUpdate(): void {
    this.#focused = this.#active as UpdatingElement | null;
    if (!this.#panel) this.#opener = deepest(this.#focused);
  }

  hostUpdated(): void {
    const previous = this.#panel;
    this.#panel = this.#host.shadowRoot?.querySelector<UpdatingElement>('.side > *') ?? null;
    if (this.#focused) void this.#moveOn(this.#focused, previous);
    this.#focused = null;
  }

  async #moveOn(from: UpdatingElement, previous: UpdatingElement | null): Promise<void> {
    const panel = this.#panel;
    if (panel && panel !== previous) {
      await panel.updateComplete;
      panel.focus();
      return;
    }
    // What had the focus may also have been inside an element that stays.
    await from.updateComplete;
    const root = this.#host.shadowRoot;
    const page = this.#host.getRootNode();
    const focused = page instanceof Document || page instanceof ShadowRoot ? page.activeElement : null;
    if (focused !== null && focused !== document.body) return;
    if (from === previous && this.#opener instanceof HTMLElement) {
      this.#opener.focus();
      if (this.#opener.matches(':focus')) return;
    }
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

/** The element that has the focus, inside the one that its tree says has it. */
function deepest(element: Element | null): Element | null {
  const inner = element?.shadowRoot?.activeElement;
  return inner ? deepest(inner) : element;
}
