import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GridLayout, placeTiles } from '../../../src/components/p2p-grid/place-tiles.js';

const desktop = { width: 1400, height: 800 };
const phone = { width: 390, height: 700 };

function options(layout: GridLayout, ratio?: number) {
  return { layout, gap: 10, ratio };
}

describe('placeTiles', () => {
  it('gives each tile a place inside the box, whatever the box', () => {
    const length = fc.double({ min: 0, max: 4000, noNaN: true });
    fc.assert(
      fc.property(
        fc.record({ width: length, height: length }),
        fc.integer({ min: 0, max: 20 }),
        fc.constantFrom<GridLayout>('auto', 'grid', 'spotlight'),
        fc.option(fc.double({ min: 0.3, max: 3, noNaN: true }), { nil: undefined }),
        (box, count, layout, ratio) => {
          const { rects } = placeTiles(box, count, options(layout, ratio));
          expect(rects).toHaveLength(count);
          for (const { x, y, width, height } of rects) {
            expect(Math.min(x, y, width, height)).toBeGreaterThanOrEqual(-0.001);
            expect(x + width).toBeLessThanOrEqual(box.width + 0.001);
            expect(y + height).toBeLessThanOrEqual(box.height + 0.001);
          }
        },
      ),
    );
  });

  it('lets the other of two fill the box, with the self in its corner', () => {
    for (const box of [desktop, phone]) {
      const { rects, isFloating } = placeTiles(box, 2, options('auto'));
      const [self, other] = rects;
      expect(isFloating).toBe(true);
      expect(other).toMatchObject({ x: 0, y: 0 });
      expect(other?.width).toBeCloseTo(box.width);
      expect(other?.height).toBeCloseTo(box.height);
      expect(self!.width * self!.height).toBeLessThan((box.width * box.height) / 8);
      expect(self!.x + self!.width).toBeLessThan(box.width);
      expect(self!.y + self!.height).toBeLessThan(box.height);
      expect(self!.x).toBeGreaterThan(box.width / 2);
      expect(self!.y).toBeGreaterThan(box.height / 2);
    }
  });

  it('makes two equal where the page asks for a grid', () => {
    const { rects, isFloating } = placeTiles(desktop, 2, options('grid'));
    expect(isFloating).toBe(false);
    expect(rects[0]?.width).toBeCloseTo(rects[1]!.width);
  });

  it('makes three and more equal, and does not cut camera pictures to upright in a wide box', () => {
    for (const count of [3, 4, 7, 8]) {
      const { rects, isFloating } = placeTiles(desktop, count, options('auto'));
      expect(isFloating).toBe(false);
      expect(new Set(rects.map(({ width, height }) => `${width} ${height}`)).size).toBe(1);
      expect(rects[0]!.width / rects[0]!.height).toBeGreaterThan(1.3);
    }
  });

  it('keeps the self small and the first other large in the spotlight', () => {
    const { rects } = placeTiles(desktop, 5, options('spotlight'));
    const areas = rects.map(({ width, height }) => width * height);
    expect(Math.max(...areas)).toBe(areas[1]);
    expect(areas[0]).toBeCloseTo(areas[2]!);
  });

  it('keeps the ratio that the page asks for', () => {
    for (const layout of ['auto', 'grid'] as const) {
      for (const count of [1, 2, 5]) {
        for (const { width, height } of placeTiles(desktop, count, options(layout, 1)).rects) {
          expect(width / height).toBeCloseTo(1);
        }
      }
    }
  });
});
