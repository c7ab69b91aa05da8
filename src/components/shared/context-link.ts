import { type Context, ContextEvent } from '@lit/context';

/** Follows the value that the closest provider around `element` gives, from `open` to `close`. */
export class ContextLink<T> {
  readonly #element: HTMLElement;
  readonly #context: Context<unknown, T>;
  readonly #receive: (value: T | undefined) => void;
  /** Ends what `open` has started. */
  #lifetime: AbortController | undefined;
  #unsubscribe: (() => void) | undefined;

  /** `receive` gets each value, and undefined after `close`. */
  constructor(element: HTMLElement, context: Context<unknown, T>, receive: (value: T | undefined) => void) {
    this.#element = element;
    this.#context = context;
    this.#receive = receive;
  }

  open(): void {
    this.#lifetime ??= new AbortController();
    // A provider that is defined or inserted later dispatches this event (`ContextProvider` of @lit/context).
    const { signal } = this.#lifetime;
    this.#element.ownerDocument.addEventListener('context-provider', this.#requestValue, { signal });
    this.#requestValue();
  }

  close(): void {
    this.#lifetime?.abort();
    this.#lifetime = undefined;
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.#receive(undefined);
  }

  readonly #requestValue = (): void => {
    this.#element.dispatchEvent(new ContextEvent(this.#context, this.#element, this.#onValue, true));
  };

  // A field, so that the function is the same each time: providers recognize a consumer by its callback.
  readonly #onValue = (value: T, unsubscribe?: () => void): void => {
    if (!this.#lifetime) {
      unsubscribe?.();
      return;
    }
    if (this.#unsubscribe !== unsubscribe) this.#unsubscribe?.();
    this.#unsubscribe = unsubscribe;
    this.#receive(value);
  };
}
