import { describe, expect, it } from 'vitest';
import { channelRate, sendRate } from '../../../src/protocol/limits.js';
import { fullBucket, take } from '../../../src/protocol/rate-limit.js';
import type { Bucket, Rate } from '../../../src/protocol/rate-limit.js';

const rate: Rate = { burst: 200, perSecond: 50 };

/** Takes at each of these times and says how many were allowed. */
function allowedOf(times: readonly number[]): number {
  let bucket: Bucket = fullBucket(rate, times[0] ?? 0);
  let count = 0;
  for (const now of times) {
    const [next, allowed] = take(bucket, rate, now);
    bucket = next;
    if (allowed) count += 1;
  }
  return count;
}

const atOnce = (count: number, now = 0): number[] => Array.from({ length: count }, () => now);

describe('take', () => {
  it('allows a burst and not one more', () => {
    expect(allowedOf(atOnce(5_000))).toBe(rate.burst);
  });

  it('gives back a second’s worth in a second', () => {
    expect(allowedOf([...atOnce(rate.burst), ...atOnce(500, 1_000)])).toBe(rate.burst + rate.perSecond);
  });

  it('never refuses who keeps to the rate', () => {
    const times = Array.from({ length: 3_000 }, (_, index) => index * (1_000 / rate.perSecond));
    expect(allowedOf(times)).toBe(times.length);
  });

  it('saves up no more than a burst', () => {
    expect(allowedOf([0, ...atOnce(5_000, 3_600_000)])).toBe(1 + rate.burst);
  });

  it('survives a clock that steps back', () => {
    expect(allowedOf([...atOnce(rate.burst, 1_000_000), ...atOnce(10, 0)])).toBe(rate.burst);
  });
});

describe('the rates of the data channel', () => {
  it('let a peer say at any moment all that the other may have held back for half a minute (D4)', () => {
    expect(channelRate.perSecond).toBeGreaterThanOrEqual(sendRate.perSecond);
    expect(channelRate.burst).toBeGreaterThanOrEqual(sendRate.burst);
    expect(sendRate.perSecond).toBeGreaterThan(60);
    expect(channelRate.burst).toBeGreaterThan(60 * 30);
  });
});
