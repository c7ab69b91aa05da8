import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ownerOf } from '../shared/owner-of.js';

type UpdatingElement = HTMLElement & { updateComplete?: Promise<unknown> };

/**
 * Keeps the keyboard inside a call, or the interface `host` that stands alone, when the element that had the focus goes away: after joining the focus is on the controls,
 * after leaving on what is said then, in a panel as soon as it opens, and back where it was once the panel is closed. Without
 * it the next Tab would start at the top of the page.
 */
export class KeepFocus implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #owner: HTMLElement;
  #focused: UpdatingElement | null = null;
  /** The same, as deep as it goes. */
  #deepest: Element | null = null;
  #panel: UpdatingElement | null = null;
  /** What had the focus when the panel opened. */
  #opener: Element | null = null;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = this.#owner = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#owner = ownerOf(this.#host);
    this.#owner.addEventListener('click', this.#onClick);
  }

  hostDisconnected(): void {
    this.#owner.removeEventListener('click', this.#onClick);
  }

  /** What was pressed may go away with it: a message that is dismissed, a line of a list. */
  readonly #onClick = (): void => {
    const from = this.#active as UpdatingElement | null;
    if (from) void this.#moveOn(from, this.#panel);
  };

  /** What has the focus in the call, in the tree of the interface or in an interface of the page. */
  get #active(): Element | null {
    const inside = this.#host.shadowRoot?.activeElement;
    const { activeElement } = this.#page;
    return inside ?? (activeElement && this.#owner.contains(activeElement) ? activeElement : null);
  }

  get #isLost(): boolean {
    const { activeElement } = this.#page;
    return !activeElement || activeElement === this.#owner.ownerDocument.body;
  }

  /** The tree that the call stands in. */
  get #page(): Document | ShadowRoot {
    return this.#owner.getRootNode() as Document | ShadowRoot;
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
    if (!this.#isLost) return;
    if (from === previous && this.#opener instanceof HTMLElement) {
      this.#opener.focus();
      if (this.#opener.matches(':focus')) return;
    }
    for (const tag of ['p2p-controls', 'p2p-prejoin', 'p2p-status']) {
      const inside = this.#host.shadowRoot?.querySelector<UpdatingElement>(tag);
      const element = inside ?? this.#owner.querySelector<UpdatingElement>(tag);
      if (!element) continue;
      await element.updateComplete;
      if (!this.#isLost) return;
      element.focus();
      if (!this.#isLost) return;
    }
    // The file of what would take it is not here.
    this.#host.shadowRoot?.querySelector<HTMLElement>('.stage')?.focus();
  }
}

/** The element that has the focus, inside the one that its tree says has it. */
function deepest(element: Element | null): Element | null {
  const inner = element?.shadowRoot?.activeElement;
  return inner ? deepest(inner) : element;
}
