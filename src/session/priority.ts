import type { Clock } from './clock.js';

/** Nobody waits longer than this to see what happened, whatever is being negotiated. */
const paintWithinMs = 200;

/**
 * The order in which things start where a page has more to do than time: first what other people wait for (descriptions that are
 * made or applied), then what this person sees (`paint`), then what may be needed later (`load`).
 */
export class Priority {
  readonly #clock: Clock;
  readonly #holds = new Set<symbol>();
  readonly #painting = new Set<() => void>();
  readonly #loading = new Set<() => void>();
  #cancelLatest: (() => void) | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Something is being negotiated: until the returned function is called, `signal` aborts or `atMostMs` pass. */
  hold(atMostMs: number, signal: AbortSignal): () => void {
    if (signal.aborted) return () => undefined;
    const key = Symbol();
    this.#holds.add(key);
    const end = (): void => {
      cancel();
      signal.removeEventListener('abort', end);
      if (this.#holds.delete(key) && this.#holds.size === 0) this.#release();
    };
    const cancel = this.#clock.after(atMostMs, end);
    signal.addEventListener('abort', end);
    return end;
  }

  /** Runs `task` now where nothing more urgent is going on, else once, as soon as that is over. */
  run(what: 'paint' | 'load', task: () => void): void {
    if (this.#holds.size === 0) return task();
    (what === 'paint' ? this.#painting : this.#loading).add(task);
    this.#cancelLatest ??= this.#clock.after(paintWithinMs, () => this.#release());
  }

  #release(): void {
    this.#cancelLatest?.();
    this.#cancelLatest = undefined;
    for (const tasks of [this.#painting, this.#loading]) {
      const due = [...tasks];
      tasks.clear();
      for (const task of due) task();
    }
  }
}
