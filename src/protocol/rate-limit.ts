/** A limit for messages: how many may come at once, and how many more with each second. */
export type Rate = { readonly burst: number; readonly perSecond: number };

/** A token bucket as a value. A bucket that was not kept counts as full. */
export type Bucket = { readonly tokens: number; readonly at: number };

/** A full bucket. `now` is in milliseconds. */
export function fullBucket(rate: Rate, now: number): Bucket {
  return { tokens: rate.burst, at: now };
}

/** Takes one token; false when none is left. A clock that steps back gives nothing and takes nothing. */
export function take(bucket: Bucket, rate: Rate, now: number): readonly [bucket: Bucket, allowed: boolean] {
  const elapsedMs = Math.max(0, now - bucket.at);
  const tokens = Math.min(rate.burst, bucket.tokens + (elapsedMs / 1_000) * rate.perSecond);
  return tokens < 1 ? [{ tokens, at: now }, false] : [{ tokens: tokens - 1, at: now }, true];
}
