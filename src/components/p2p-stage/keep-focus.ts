import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ownerOf } from '../shared/owner-of.js';

type UpdatingElement = HTMLElement & { updateComplete?: Promise<unknown> };

/**
 * Keeps the focus inside a call, or inside the interface `host` if it stands alone, when the focused element is removed. After
 * joining, the focus is on the controls; after leaving, on the status; when a panel opens, in the panel; when it closes, where the
 * focus was before. Otherwise the next Tab would start at the top of the page.
 */
export class KeepFocus implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #owner: HTMLElement;
  #focused: UpdatingElement | null = null;
  /** The innermost focused element, across shadow trees. */
  #deepest: Element | null = null;
  #panel: UpdatingElement | null = null;
  /** The element that had the focus when the panel opened. */
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

  /** A press may remove the pressed element, such as a message that is dismissed or a line of a list. */
  readonly #onClick = (): void => {
    const from = this.#active as UpdatingElement | null;
    if (from) void this.#moveOn(from, this.#panel);
  };

  /** The focused element of the call, in the built-in interface or in an interface of the page. */
  get #active(): Element | null {
    const inside = this.#host.shadowRoot?.activeElement;
    const { activeElement } = this.#page;
    return inside ?? (activeElement && this.#owner.contains(activeElement) ? activeElement : null);
  }

  get #isLost(): boolean {
    const { activeElement } = this.#page;
    return !activeElement || activeElement === this.#owner.ownerDocument.body;
  }

  /** The tree that contains the call. */
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
    // If one panel replaces another, closing it returns the focus to the element that opened the first one.
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
    // The element that had the focus may have been inside an element that stays.
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
    // The element that should get the focus is not loaded.
    this.#host.shadowRoot?.querySelector<HTMLElement>('.stage')?.focus();
  }
}

/** The innermost focused element inside a focused one, across shadow trees. */
function deepest(element: Element | null): Element | null {
  const inner = element?.shadowRoot?.activeElement;
  return inner ? deepest(inner) : element;
}
