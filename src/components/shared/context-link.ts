import { type Context, ContextEvent } from '@lit/context';

/** Follows what the elements around `element` provide, from `open` to `close`. */
export class ContextLink<T> {
  readonly #element: HTMLElement;
  readonly #context: Context<unknown, T>;
  readonly #receive: (value: T | undefined) => void;
  /** Ends what `open` began. */
  #following: AbortController | undefined;
  #unsubscribe: (() => void) | undefined;

  /** `receive` gets each value, and undefined once there is no provider any more. */
  constructor(element: HTMLElement, context: Context<unknown, T>, receive: (value: T | undefined) => void) {
    this.#element = element;
    this.#context = context;
    this.#receive = receive;
  }

  open(): void {
    this.#following ??= new AbortController();
    // A provider that is defined or inserted later says so, wherever it stands (`ContextProvider` of @lit/context).
    const { signal } = this.#following;
    this.#element.ownerDocument.addEventListener('context-provider', this.#ask, { signal });
    this.#ask();
  }

  close(): void {
    this.#following?.abort();
    this.#following = undefined;
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.#receive(undefined);
  }

  readonly #ask = (): void => {
    this.#element.dispatchEvent(new ContextEvent(this.#context, this.#element, this.#answer, true));
  };

  // A field, so that it is the same function each time: providers know a consumer by its callback.
  readonly #answer = (value: T, unsubscribe?: () => void): void => {
    if (!this.#following) {
      unsubscribe?.();
      return;
    }
    if (this.#unsubscribe !== unsubscribe) this.#unsubscribe?.();
    this.#unsubscribe = unsubscribe;
    this.#receive(value);
  };
}
