import { describe, expect, it } from 'vitest';
import { type Roving, roveTo } from '../../../src/components/shared/roving.js';

const row: Roving = { axis: 'row', isRtl: false };
const rowRtl: Roving = { axis: 'row', isRtl: true };
const column: Roving = { axis: 'column' };
const grid: Roving = { axis: 'grid', columns: 3, isRtl: false };
const gridRtl: Roving = { axis: 'grid', columns: 3, isRtl: true };

describe('roveTo in a row', () => {
  it('goes along with the arrows and joins the ends', () => {
    expect(roveTo('ArrowRight', 0, 3, row)).toBe(1);
    expect(roveTo('ArrowRight', 2, 3, row)).toBe(0);
    expect(roveTo('ArrowLeft', 0, 3, row)).toBe(2);
  });

  it('goes where the arrow points from right to left, too', () => {
    expect(roveTo('ArrowRight', 1, 3, rowRtl)).toBe(0);
    expect(roveTo('ArrowLeft', 1, 3, rowRtl)).toBe(2);
  });

  it('leaves other keys alone', () => {
    for (const key of ['ArrowUp', 'Tab', 'Enter', 'm']) expect(roveTo(key, 0, 3, row)).toBeUndefined();
  });
});

describe('roveTo in a column', () => {
  it('goes up and down and joins the ends', () => {
    expect(roveTo('ArrowDown', 0, 3, column)).toBe(1);
    expect(roveTo('ArrowDown', 2, 3, column)).toBe(0);
    expect(roveTo('ArrowUp', 0, 3, column)).toBe(2);
  });

  it('leaves other keys alone', () => {
    for (const key of ['ArrowLeft', 'ArrowRight', 'Tab', 'm']) expect(roveTo(key, 0, 3, column)).toBeUndefined();
  });
});

describe('roveTo in a grid', () => {
  // 0 1 2
  // 3 4 5
  // 6
  it.each([
    ['ArrowRight', 0, 1],
    ['ArrowRight', 2, 3],
    ['ArrowRight', 6, 6],
    ['ArrowLeft', 3, 2],
    ['ArrowLeft', 0, 0],
    ['ArrowDown', 1, 4],
    ['ArrowDown', 4, 4],
    ['ArrowUp', 6, 3],
    ['ArrowUp', 2, 2],
  ])('%s leads from %i to %i', (key, from, to) => expect(roveTo(key, from, 7, grid)).toBe(to));

  it('goes the other way where reading does', () => {
    expect(roveTo('ArrowLeft', 0, 7, gridRtl)).toBe(1);
    expect(roveTo('ArrowRight', 1, 7, gridRtl)).toBe(0);
    expect(roveTo('ArrowDown', 0, 7, gridRtl)).toBe(3);
  });

  it('knows no other key', () => expect(roveTo('Enter', 0, 7, grid)).toBeUndefined());
});

describe('roveTo', () => {
  it.each([row, rowRtl, column, grid, gridRtl])('knows the ends of %j', (roving) => {
    expect(roveTo('Home', 2, 7, roving)).toBe(0);
    expect(roveTo('End', 0, 7, roving)).toBe(6);
  });
});
