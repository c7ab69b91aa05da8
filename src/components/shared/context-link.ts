import { type Context, ContextEvent, ContextRoot } from '@lit/context';

const roots = new WeakSet<Document>();

/** Keeps requests that nobody answers yet, for the provider that is defined or inserted later. One for each document. */
function keepRequests(document: Document): void {
  if (roots.has(document)) return;
  roots.add(document);
  new ContextRoot().attach(document.documentElement);
}

/** Follows what the elements around `element` provide, from `open` to `close`. */
export class ContextLink<T> {
  readonly #element: HTMLElement;
  readonly #context: Context<unknown, T>;
  readonly #receive: (value: T | undefined) => void;
  #isOpen = false;
  #unsubscribe: (() => void) | undefined;

  /** `receive` gets each value, and undefined once there is no provider any more. */
  constructor(element: HTMLElement, context: Context<unknown, T>, receive: (value: T | undefined) => void) {
    this.#element = element;
    this.#context = context;
    this.#receive = receive;
  }

  open(): void {
    this.#isOpen = true;
    keepRequests(this.#element.ownerDocument);
    this.#element.dispatchEvent(new ContextEvent(this.#context, this.#element, this.#answer, true));
  }

  close(): void {
    this.#isOpen = false;
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.#receive(undefined);
  }

  // A field, so that it is the same function each time: providers and roots know a consumer by its callback.
  readonly #answer = (value: T, unsubscribe?: () => void): void => {
    if (!this.#isOpen) {
      unsubscribe?.();
      return;
    }
    if (this.#unsubscribe !== unsubscribe) this.#unsubscribe?.();
    this.#unsubscribe = unsubscribe;
    this.#receive(value);
  };
}
