import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backOffMs } from '../../../src/core/back-off.js';

const attempt = fc.nat({ max: 5_000 });
const random = fc.double({ min: 0, max: 1, noNaN: true });

describe('backOffMs', () => {
  it('stays between the floor and the cap', () => {
    fc.assert(
      fc.property(attempt, random, (retry, chance) => {
        expect(backOffMs(retry, chance)).toBeGreaterThanOrEqual(100);
        expect(backOffMs(retry, chance)).toBeLessThanOrEqual(5_000);
      }),
    );
  });

  it('doubles the longest wait with each attempt up to the cap', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 1_000, Infinity].map((retry) => backOffMs(retry, 1))).toEqual([
      250, 500, 1_000, 2_000, 4_000, 5_000, 5_000, 5_000, 5_000,
    ]);
  });

  it('spreads evenly from the floor to the longest wait', () => {
    expect([0, 0.25, 0.5, 1].map((chance) => backOffMs(1, chance))).toEqual([100, 200, 300, 500]);
  });

  it('waits longest at a random number that is none', () => {
    for (const none of [NaN, -1, 2, Infinity]) expect(backOffMs(0, none)).toBe(250);
  });

  it('takes an attempt that is none for the first', () => {
    for (const none of [NaN, -3, 0.9, -Infinity]) expect(backOffMs(none, 1)).toBe(250);
  });

  it('takes other limits, of which the floor is the last word', () => {
    const options = { baseMs: 1_000, capMs: 3_000, floorMs: 10 };
    expect([0, 1, 2].map((retry) => backOffMs(retry, 1, options))).toEqual([1_000, 2_000, 3_000]);
    expect(backOffMs(9, 0, options)).toBe(10);
    expect(backOffMs(9, 1, { capMs: 50 })).toBe(100);
  });
});
