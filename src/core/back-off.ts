export interface BackOffOptions {
  /** The longest wait before the first retry, milliseconds. Default 250. */
  readonly baseMs?: number;
  /** The longest wait before any retry, milliseconds. Default 5,000: with a longer wait, a client notices late that the room server is back. */
  readonly capMs?: number;
  /** The shortest wait before any retry, milliseconds. Default 100, so that a server that refuses at once gets no flood of attempts. */
  readonly floorMs?: number;
}

/**
 * How long to wait before retry number `attempt` (from 0), in milliseconds: exponential, with full jitter. The wait lies
 * anywhere between the floor and a ceiling that doubles with each attempt up to the cap. So clients that were disconnected from
 * the same server at the same moment come back spread out. The waits are spread from the floor on, and not cut off at it, as
 * otherwise many of the first retries would come together after exactly the floor.
 *
 * `random` is a fresh number from 0 to 1; anything else counts as 1, the longest wait.
 */
export function backOffMs(attempt: number, random: number, options: BackOffOptions = {}): number {
  const { baseMs = 250, capMs = 5_000, floorMs = 100 } = options;
  const doublings = attempt > 0 ? Math.floor(attempt) : 0;
  const ceilingMs = Math.max(floorMs, Math.min(capMs, baseMs * 2 ** doublings));
  const part = random >= 0 && random <= 1 ? random : 1;
  return floorMs + part * (ceilingMs - floorMs);
}
