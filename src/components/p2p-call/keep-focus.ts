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
  /** The same, as deep as it goes. */
  #deepest: Element | null = null;
  #panel: UpdatingElement | null = null;
  /** Until the focus was looked after once. */
  #isNew = true;
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
    const from = this.#active as UpdatingElement | null;
    if (from) void this.#moveOn(from, this.#panel);
  };

  /** What has the focus in the call, in its own tree or in an interface of the page. */
  get #active(): Element | null {
    const inside = this.#host.shadowRoot?.activeElement;
    const page = this.#host.getRootNode() as Document | ShadowRoot;
    return inside ?? (page.activeElement && this.#host.contains(page.activeElement) ? page.activeElement : null);
  }

  get #isLost(): boolean {
    const page = this.#host.getRootNode() as Document | ShadowRoot;
    return !page.activeElement || page.activeElement === document.body || this.#isKept;
  }

  /** Whether it is where the call keeps it while this is on its way. */
  get #isKept(): boolean {
    return this.#isNew && !!this.#host.shadowRoot?.activeElement?.matches('.stage');
  }

  hostUpdate(): void {
    this.#focused = this.#active as UpdatingElement | null;
    this.#deepest = deepest(this.#focused);
  }

  hostUpdated(): void {
    const previous = this.#panel;
    this.#panel = this.#host.shadowRoot?.querySelector<UpdatingElement>('.side > *') ?? null;
    // From inside one panel the way to another leads back to what opened the first.
    if (this.#panel && this.#panel !== previous && this.#focused !== previous) this.#opener = this.#deepest;
    if (this.#focused) void this.#moveOn(this.#focused, previous).finally(() => (this.#isNew = false));
    else this.#isNew = false;
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
    if (!this.#isLost) return;
    if (from === previous && this.#opener instanceof HTMLElement) {
      this.#opener.focus();
      if (this.#opener.matches(':focus')) return;
    }
    const root = this.#host.shadowRoot;
    for (const tag of ['p2p-controls', 'p2p-prejoin', 'p2p-status']) {
      const element = root?.querySelector<UpdatingElement>(tag) ?? this.#host.querySelector<UpdatingElement>(tag);
      if (!element) continue;
      await element.updateComplete;
      if (!this.#isLost) return;
      element.focus();
      if (!this.#isLost) return;
    }
  }
}

/** The element that has the focus, inside the one that its tree says has it. */
function deepest(element: Element | null): Element | null {
  const inner = element?.shadowRoot?.activeElement;
  return inner ? deepest(inner) : element;
}
