import { describe, expect, it } from 'vitest';
import { nextCell } from '../../../src/components/p2p-reaction-picker/next-cell.js';

describe('nextCell', () => {
  // 0 1 2
  // 3 4 5
  // 6
  const moves: [string, number, number][] = [
    ['ArrowRight', 0, 1],
    ['ArrowRight', 2, 3],
    ['ArrowRight', 6, 6],
    ['ArrowLeft', 3, 2],
    ['ArrowLeft', 0, 0],
    ['ArrowDown', 1, 4],
    ['ArrowDown', 4, 4],
    ['ArrowUp', 6, 3],
    ['ArrowUp', 2, 2],
    ['Home', 5, 0],
    ['End', 1, 6],
  ];
  for (const [key, from, to] of moves) {
    it(`${key} leads from ${from} to ${to}`, () => expect(nextCell(key, from, 7, 3, false)).toBe(to));
  }

  it('goes the other way where reading does', () => {
    expect(nextCell('ArrowLeft', 0, 7, 3, true)).toBe(1);
    expect(nextCell('ArrowRight', 1, 7, 3, true)).toBe(0);
    expect(nextCell('ArrowDown', 0, 7, 3, true)).toBe(3);
  });

  it('knows no other key', () => expect(nextCell('Enter', 0, 7, 3, false)).toBeUndefined());
});
