/** How fast one connection may talk: what it may save up, and what comes back each second. */
export const rate = {
  /** A join to a full room is one frame for each member and a few batches of candidates. */
  burst: 200,
  perSecond: 50,
} as const;

/** A token bucket as a value. A connection without one has a full one: what hibernation forgets had refilled by then. */
export type Bucket = { readonly tokens: number; readonly at: number };

/** A full bucket. `now` is in milliseconds. */
export function fullBucket(now: number): Bucket {
  return { tokens: rate.burst, at: now };
}

/** Takes one token; false where none is left. A clock that steps back gives nothing and takes nothing. */
export function take(bucket: Bucket, now: number): readonly [bucket: Bucket, allowed: boolean] {
  const elapsedMs = Math.max(0, now - bucket.at);
  const tokens = Math.min(rate.burst, bucket.tokens + (elapsedMs / 1_000) * rate.perSecond);
  return tokens < 1 ? [{ tokens, at: now }, false] : [{ tokens: tokens - 1, at: now }, true];
}
