/** Runs one task after the other; one that fails does not keep the next from its turn. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  /** Runs `task` after those before it. Settles as the task does. */
  run<T>(task: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(task);
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  /** The next task waits for none of those before, as one may never settle. */
  clear(): void {
    this.#last = Promise.resolve();
  }
}
