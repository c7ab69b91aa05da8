import { CallError } from '../core/call-error.js';

/** No peer says as much in the time that a file takes; one that does loses what is beyond. */
const waitingAtMost = 1_000;

/**
 * A part of a session that is needed only once there is a call, so that its file comes while everything else goes on. What is
 * said to it before it is here waits, and is said in the same order. Where it cannot be had, `failed` is told, once, and
 * whoever asks something of it.
 */
export class Late<T extends { close(): void }> {
  #part: T | undefined;
  #isOver = false;
  readonly #waiting: ((part: T) => void)[] = [];
  readonly #arrival: Promise<void>;

  /** `load` gives what makes the part; nothing is made of a part that was closed meanwhile. */
  constructor(load: () => Promise<() => T>, failed: (error: CallError) => void) {
    this.#arrival = load().then(
      (create) => this.#take(create),
      (cause: unknown) => {
        if (this.#isOver) return;
        this.#end();
        const error = new CallError('file-missing', 'A part of the call cannot be loaded.', { cause });
        failed(error);
        throw error;
      },
    );
    // Whoever asks is told.
    this.#arrival.catch(() => undefined);
  }

  /** The part, once it is here. */
  get part(): T | undefined {
    return this.#part;
  }

  /** Says something to it: now, or as soon as it is here. */
  tell(say: (part: T) => void): void {
    if (this.#part) say(this.#part);
    else if (!this.#isOver && this.#waiting.length < waitingAtMost) this.#waiting.push(say);
  }

  /** Asks something of it: now, or as soon as it is here. Rejects where that is never, or after `close`. */
  async ask<R>(question: (part: T) => R | Promise<R>): Promise<R> {
    if (!this.#part) await this.#arrival;
    if (!this.#part || this.#isOver) throw new CallError('not-joined', 'The call is over.');
    return question(this.#part);
  }

  close(): void {
    this.#end();
    this.#part?.close();
  }

  #take(create: () => T): void {
    if (this.#isOver) return;
    const part = create();
    // Grows where what is said has something else said.
    for (const say of this.#waiting) say(part);
    // A listener of the page may have left because of it.
    if (this.#isOver) return part.close();
    this.#waiting.length = 0;
    this.#part = part;
  }

  #end(): void {
    this.#isOver = true;
    this.#waiting.length = 0;
  }
}
