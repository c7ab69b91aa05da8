import type { Clock } from './ports.js';
import type { Store } from './store.js';

/** A newcomer's offers are out in a moment; one who was here gives the newcomer the time to offer. */
const afterMs = { joining: 20, joined: 100 };
const lookMs = 10;
/** Nobody waits longer than this to see what happened. */
const latestMs = 200;

/** Has what is drawn wait for the offers and answers that are being made: others wait for those. */
export class DrawLater {
  readonly #clock: Clock;
  readonly #store: Store;
  readonly #isDescribing: () => boolean;
  #cancel: () => void = () => undefined;

  constructor(clock: Clock, store: Store, isDescribing: () => boolean) {
    this.#clock = clock;
    this.#store = store;
    this.#isDescribing = isDescribing;
  }

  /** Because the self is joining, or because someone else has joined. What is held back already stays so no longer for it. */
  later(why: keyof typeof afterMs): void {
    if (!this.#store.hold()) return;
    const latest = this.#clock.now() + latestMs;
    const look = (): void => {
      if (this.#isDescribing() && this.#clock.now() < latest) this.#cancel = this.#clock.after(lookMs, look);
      else this.#store.release();
    };
    this.#cancel = this.#clock.after(afterMs[why], look);
  }

  /** Has everything drawn now. */
  close(): void {
    this.#cancel();
    this.#store.release();
  }
}
