import { type CallEvent, eventsOf } from '../core/call-event.js';
import { type CallState, initialState } from '../core/state/call-state.js';
import type { Fact } from '../core/fact.js';
import { reduce } from '../core/state/reduce.js';

/** The state of one call, and who is told of its changes. */
export class Store {
  #state: CallState = initialState;
  readonly #listeners = new Set<() => void>();
  /** Those who draw what changed. */
  readonly #viewers = new Set<() => void>();
  readonly #announce: (events: readonly CallEvent[]) => void;
  readonly #queue: Fact[] = [];
  #isHeld = false;
  /** Something changed that the viewers have not been told of. */
  #isOwed = false;

  constructor(announce: (events: readonly CallEvent[]) => void) {
    this.#announce = announce;
  }

  get state(): CallState {
    return this.#state;
  }

  /** Takes facts in. A fact that a listener causes waits its turn, so that everybody sees all changes in one order. */
  apply(fact: Fact): void {
    if (this.#queue.push(fact) > 1) return;
    for (let next = this.#queue[0]; next; next = this.#queue[0]) {
      try {
        this.#take(next);
      } finally {
        this.#queue.shift();
      }
    }
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** As `subscribe`, for one who draws what changed: it may be told a moment later, and then once of several changes. */
  view(viewer: () => void): () => void {
    this.#viewers.add(viewer);
    return () => this.#viewers.delete(viewer);
  }

  /** Tells the viewers of nothing until `release`. False where it is so already. */
  hold(): boolean {
    const isNew = !this.#isHeld;
    this.#isHeld = true;
    return isNew;
  }

  /** Tells the viewers at once of all that was held back. */
  release(): void {
    this.#isHeld = false;
    if (this.#isOwed) this.#tellViewers();
  }

  /** Tells the listeners of a change that is not in the state: a stream got or lost a track. */
  touch(): void {
    for (const listener of [...this.#listeners]) listener();
    this.#tellViewers();
  }

  #tellViewers(): void {
    this.#isOwed = this.#isHeld;
    if (!this.#isHeld) for (const viewer of [...this.#viewers]) viewer();
  }

  #take(fact: Fact): void {
    const previous = this.#state;
    this.#state = reduce(previous, fact);
    if (this.#state !== previous) this.touch();
    const events = eventsOf(previous, fact, this.#state);
    if (events.length > 0) this.#announce(events);
  }
}
