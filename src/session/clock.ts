/** Time. `after` runs once, unless the returned function is called before. */
export interface Clock {
  /** Milliseconds, monotonic. */
  now(): number;
  after(delayMs: number, run: () => void): () => void;
}
