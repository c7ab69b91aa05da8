export interface StoreOptions<State, Fact, Event> {
  readonly initial: State;
  /** The next state. The same object where nothing changes. */
  reduce(state: State, fact: Fact): State;
  /** The events that the page gets for a change, in order. */
  eventsOf(previous: State, fact: Fact, next: State): readonly Event[];
  /** Called with each event, in order, when the turn that brought it is over. */
  dispatch(event: Event): void;
  /** Runs something when the turn is over. */
  afterTurn(run: () => void): void;
}

/** A state that only facts change, its listeners, and the events for the page. */
export class Store<State, Fact, Event> {
  readonly #options: StoreOptions<State, Fact, Event>;
  readonly #listeners = new Set<() => void>();
  readonly #facts: Fact[] = [];
  readonly #events: Event[] = [];
  #isApplying = false;
  #state: State;

  constructor(options: StoreOptions<State, Fact, Event>) {
    this.#options = options;
    this.#state = options.initial;
  }

  get state(): State {
    return this.#state;
  }

  /** Takes facts in. A fact that a listener causes waits its turn, so that everybody sees all changes in one order. */
  apply(fact: Fact): void {
    this.#facts.push(fact);
    if (this.#isApplying) return;
    this.#isApplying = true;
    try {
      for (let next = this.#facts.shift(); next !== undefined; next = this.#facts.shift()) this.#take(next);
    } finally {
      // Where a listener has thrown, the facts behind this one are applied with the next.
      this.#isApplying = false;
    }
  }

  /**
   * Queues events for the page, which are dispatched in order after the turn: a listener of the page never runs in the middle of what
   * is going on here.
   */
  announce(...events: readonly Event[]): void {
    if (events.length === 0) return;
    const isFirst = this.#events.length === 0;
    this.#events.push(...events);
    if (isFirst) this.#options.afterTurn(() => this.#dispatchAll());
  }

  /** Calls `listener` after each change, until the returned function is called or `signal` aborts. */
  subscribe(listener: () => void, signal?: AbortSignal): () => void {
    const end = (): void => void this.#listeners.delete(listener);
    if (!signal?.aborted) this.#listeners.add(listener);
    signal?.addEventListener('abort', end, { once: true });
    return end;
  }

  /** Calls the listeners for a change that is not in the state: a stream has another track. */
  notify(): void {
    for (const listener of [...this.#listeners]) listener();
  }

  #take(fact: Fact): void {
    const { reduce, eventsOf } = this.#options;
    const previous = this.#state;
    this.#state = reduce(previous, fact);
    if (this.#state !== previous) this.notify();
    this.announce(...eventsOf(previous, fact, this.#state));
  }

  #dispatchAll(): void {
    // Events that a listener brings about are dispatched in the turn after this one.
    for (const event of this.#events.splice(0)) this.#options.dispatch(event);
  }
}
