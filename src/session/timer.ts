import type { Clock } from './clock.js';

/** One wait at a time: a new one takes the place of the old one. It ends with the lifetime that `signal` stands for. */
export class Timer {
  readonly #clock: Clock;
  readonly #signal: AbortSignal;
  #cancel: (() => void) | undefined;

  constructor(clock: Clock, signal: AbortSignal) {
    this.#clock = clock;
    this.#signal = signal;
    signal.addEventListener('abort', () => this.stop(), { once: true });
  }

  get isRunning(): boolean {
    return this.#cancel !== undefined;
  }

  /** Runs once after `delayMs`, unless it is stopped or started again before. */
  start(delayMs: number, run: () => void): void {
    this.stop();
    if (this.#signal.aborted) return;
    this.#cancel = this.#clock.after(delayMs, () => {
      this.#cancel = undefined;
      run();
    });
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }
}

/** As `Timer`, one for each key. */
export class Timers<Key> {
  readonly #clock: Clock;
  readonly #signal: AbortSignal;
  readonly #cancels = new Map<Key, () => void>();

  constructor(clock: Clock, signal: AbortSignal) {
    this.#clock = clock;
    this.#signal = signal;
    signal.addEventListener('abort', () => this.stopAll(), { once: true });
  }

  start(key: Key, delayMs: number, run: () => void): void {
    this.stop(key);
    if (this.#signal.aborted) return;
    const cancel = this.#clock.after(delayMs, () => {
      this.#cancels.delete(key);
      run();
    });
    this.#cancels.set(key, cancel);
  }

  stop(key: Key): void {
    this.#cancels.get(key)?.();
    this.#cancels.delete(key);
  }

  stopAll(): void {
    for (const key of [...this.#cancels.keys()]) this.stop(key);
  }
}
