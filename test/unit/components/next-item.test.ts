import { describe, expect, it } from 'vitest';
import { nextItem } from '../../../src/components/p2p-controls/next-item.js';

describe('nextItem', () => {
  it('goes along with the arrows and joins the ends', () => {
    expect(nextItem('ArrowRight', 0, 3, false)).toBe(1);
    expect(nextItem('ArrowRight', 2, 3, false)).toBe(0);
    expect(nextItem('ArrowLeft', 0, 3, false)).toBe(2);
  });

  it('goes where the arrow points from right to left, too', () => {
    expect(nextItem('ArrowRight', 1, 3, true)).toBe(0);
    expect(nextItem('ArrowLeft', 1, 3, true)).toBe(2);
  });

  it('knows the ends', () => {
    expect(nextItem('Home', 2, 3, false)).toBe(0);
    expect(nextItem('End', 0, 3, true)).toBe(2);
  });

  it('leaves other keys alone', () => {
    for (const key of ['ArrowUp', 'Tab', 'Enter', 'm']) expect(nextItem(key, 0, 3, false)).toBeUndefined();
  });
});
