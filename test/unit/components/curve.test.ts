import { describe, expect, it } from 'vitest';
import { curveLength, curveOf } from '../../../src/components/p2p-link-detail/curve.js';

describe('curveOf', () => {
  it('has the latest value at the right edge, and the greatest at the top', () => {
    expect(curveOf([0, 50, 100], 39, 10, 1)).toBe('M37.0 10.0L38.0 5.0L39.0 0.0');
  });

  it('does not make much of little', () => {
    expect(curveOf([1], 39, 10, 10)).toBe('M39.0 9.0');
  });

  it('has a gap where nothing is known', () => {
    expect(curveOf([1, undefined, 1], 39, 10, 1)).toBe('M37.0 0.0M39.0 0.0');
    expect(curveOf([], 39, 10, 1)).toBe('');
  });

  it('shows the latest only', () => {
    const many = Array.from({ length: 100 }, () => 1);
    expect(curveOf(many, 39, 10, 1).match(/[ML]/g)).toHaveLength(curveLength);
  });
});
