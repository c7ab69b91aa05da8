import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countFitting, layoutSpotlight, layoutTiles } from '../../../src/core/layout.js';
import type { Rect, Size } from '../../../src/core/layout.js';

/** Pixels; far below anything visible, far above rounding. */
const tolerance = 1e-6;

const length = fc.double({ min: 1, max: 4000, noNaN: true });
const box = fc.record({ width: length, height: length });
const count = fc.integer({ min: 1, max: 30 });
const gap = fc.double({ min: 0, max: 24, noNaN: true });
const ratio = fc.oneof(
  fc.double({ min: 0.4, max: 3, noNaN: true }),
  fc
    .tuple(fc.double({ min: 0.4, max: 3, noNaN: true }), fc.double({ min: 0.4, max: 3, noNaN: true }))
    .map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) })),
);

const odd = fc.constantFrom(
  0,
  -0,
  -1,
  -1e9,
  NaN,
  Infinity,
  -Infinity,
  Number.MIN_VALUE,
  1e-200,
  1e200,
  Number.MAX_VALUE,
);
const oddLength = fc.oneof(odd, length);

function isInside(rect: Rect, { width, height }: Size): boolean {
  return (
    rect.x >= 0 && rect.y >= 0 && rect.x + rect.width <= width + tolerance && rect.y + rect.height <= height + tolerance
  );
}

function gapBetween(a: Rect, b: Rect): number {
  const across = Math.max(b.x - (a.x + a.width), a.x - (b.x + b.width));
  const down = Math.max(b.y - (a.y + a.height), a.y - (b.y + b.height));
  return Math.max(across, down);
}

function pairs<T>(items: readonly T[]): [T, T][] {
  return items.flatMap((a, index) => items.slice(index + 1).map((b): [T, T] => [a, b]));
}

/** The widest tile of one fixed ratio, found by trying every grid that holds them all. */
function widestByTrial(space: Size, tiles: number, between: number, fixed: number): number {
  let widest = 0;
  for (let columns = 1; columns <= tiles; columns += 1) {
    for (let rows = 1; rows <= tiles; rows += 1) {
      if (columns * rows < tiles) continue;
      const byWidth = (space.width - between * (columns - 1)) / columns;
      const byHeight = ((space.height - between * (rows - 1)) / rows) * fixed;
      widest = Math.max(widest, Math.min(byWidth, byHeight));
    }
  }
  return widest;
}

describe('layoutTiles', () => {
  it('keeps every tile inside the box', () => {
    fc.assert(
      fc.property(box, count, gap, ratio, (space, tiles, between, shape) => {
        const rects = layoutTiles(space, tiles, { gap: between, ratio: shape });
        expect(rects).toHaveLength(tiles);
        expect(rects.every((rect) => isInside(rect, space))).toBe(true);
      }),
    );
  });

  it('lets no tile overlap another, and keeps the gap between them', () => {
    fc.assert(
      fc.property(box, count, gap, ratio, (space, tiles, between, shape) => {
        const rects = layoutTiles(space, tiles, { gap: between, ratio: shape });
        fc.pre(rects[0]!.width > 0);
        for (const [a, b] of pairs(rects)) expect(gapBetween(a, b)).toBeGreaterThanOrEqual(between - tolerance);
      }),
    );
  });

  it('makes all tiles the same size, in a ratio that is allowed', () => {
    fc.assert(
      fc.property(box, count, gap, ratio, (space, tiles, between, shape) => {
        const rects = layoutTiles(space, tiles, { gap: between, ratio: shape });
        const [first] = rects as [Rect];
        for (const rect of rects) expect([rect.width, rect.height]).toEqual([first.width, first.height]);
        fc.pre(first.width > 0);
        const range = typeof shape === 'object' ? shape : { min: shape, max: shape };
        expect(first.width / first.height).toBeGreaterThanOrEqual(range.min - tolerance);
        expect(first.width / first.height).toBeLessThanOrEqual(range.max + tolerance);
      }),
    );
  });

  it('makes tiles as large as any grid could', () => {
    fc.assert(
      fc.property(box, count, gap, ratio, (space, tiles, between, shape) => {
        const [{ width, height }] = layoutTiles(space, tiles, { gap: between, ratio: shape }) as [Rect];
        const range = typeof shape === 'object' ? shape : { min: shape, max: shape };
        for (let step = 0; step <= 20; step += 1) {
          const fixed = range.min + ((range.max - range.min) * step) / 20;
          const widest = widestByTrial(space, tiles, between, fixed);
          expect(width * height).toBeGreaterThanOrEqual(((widest * widest) / fixed) * (1 - 1e-6));
        }
      }),
    );
  });

  it('centres the whole grid and its last row', () => {
    fc.assert(
      fc.property(box, count, gap, ratio, (space, tiles, between, shape) => {
        const rects = layoutTiles(space, tiles, { gap: between, ratio: shape });
        const lowest = rects[rects.length - 1]!;
        const firstOfLastRow = rects.find((rect) => rect.y === lowest.y)!;
        expect(rects[0]!.y).toBeCloseTo(space.height - (lowest.y + lowest.height), 5);
        expect(rects[0]!.x).toBeCloseTo(space.width - Math.max(...rects.map((rect) => rect.x + rect.width)), 5);
        expect(firstOfLastRow.x).toBeCloseTo(space.width - (lowest.x + lowest.width), 5);
      }),
    );
  });

  it('prefers the fuller last row of two grids with equally large tiles', () => {
    const rects = layoutTiles({ width: 1800, height: 500 }, 5);
    expect(rects.filter(({ y }) => y === 0)).toHaveLength(3);
  });

  it('reads from left to right and from top to bottom', () => {
    const rects = layoutTiles({ width: 1280, height: 720 }, 5, { gap: 8 });
    expect(rects.map(({ y }) => y)).toEqual([...rects.map(({ y }) => y)].sort((a, b) => a - b));
    for (const [a, b] of pairs(rects)) if (a.y === b.y) expect(a.x).toBeLessThan(b.x);
  });

  it('fills the box with one tile as far as the ratio allows', () => {
    expect(layoutTiles({ width: 1600, height: 900 }, 1, { gap: 8 })).toEqual([
      { x: 0, y: 0, width: 1600, height: 900 },
    ]);
    expect(layoutTiles({ width: 390, height: 700 }, 1, { ratio: { min: 0.5, max: 2 } })).toEqual([
      { x: 0, y: 0, width: 390, height: 700 },
    ]);
    expect(layoutTiles({ width: 400, height: 700 }, 1, { ratio: { min: 1, max: 16 / 9 } })).toEqual([
      { x: 0, y: 150, width: 400, height: 400 },
    ]);
  });

  it('stacks two people on an upright phone and fills it, where the ratio may flex', () => {
    expect(layoutTiles({ width: 390, height: 708 }, 2, { gap: 8, ratio: { min: 1, max: 16 / 9 } })).toEqual([
      { x: 0, y: 0, width: 390, height: 350 },
      { x: 0, y: 358, width: 390, height: 350 },
    ]);
  });

  it('takes 16:9 for a ratio that is none', () => {
    const usual = layoutTiles({ width: 500, height: 500 }, 3);
    for (const none of [0, -1, NaN, Infinity, { min: NaN, max: -2 }]) {
      expect(layoutTiles({ width: 500, height: 500 }, 3, { ratio: none })).toEqual(usual);
    }
    expect(usual[0]!.width / usual[0]!.height).toBeCloseTo(16 / 9, 9);
  });

  it('gives none for no tiles', () => {
    for (const none of [0, -3, 0.5, NaN, Infinity]) expect(layoutTiles({ width: 800, height: 600 }, none)).toEqual([]);
  });

  it('gives rectangles of no size, inside the box, where there is no room', () => {
    for (const space of [
      { width: 0, height: 100 },
      { width: 100, height: -1 },
      { width: NaN, height: 100 },
      { width: 100, height: Infinity },
    ]) {
      for (const rect of layoutTiles(space, 3)) expect([rect.width, rect.height]).toEqual([0, 0]);
    }
    expect(layoutTiles({ width: 50, height: 50 }, 2, { gap: 100 })).toEqual([
      { x: 25, y: 25, width: 0, height: 0 },
      { x: 25, y: 25, width: 0, height: 0 },
    ]);
  });

  it('never throws and gives only finite numbers of zero or more, whatever it is given', () => {
    fc.assert(
      fc.property(
        oddLength,
        oddLength,
        count,
        oddLength,
        oddLength,
        oddLength,
        (width, height, tiles, between, a, b) => {
          for (const shape of [a, { min: a, max: b }]) {
            const rects = layoutTiles({ width, height }, tiles, { gap: between, ratio: shape });
            const { mains, strip } = layoutSpotlight({ width, height }, 2, tiles, {
              gap: between,
              ratio: shape,
              mainRatio: shape,
              stripShare: a,
              minTileWidth: b,
              pagerHeight: between,
            });
            for (const rect of [...rects, ...mains, ...strip]) {
              for (const value of [rect.x, rect.y, rect.width, rect.height]) {
                expect(Number.isFinite(value) && value >= 0).toBe(true);
              }
            }
          }
        },
      ),
    );
  });
});

describe('layoutSpotlight', () => {
  const stage = { ratio: { min: 4 / 3, max: 16 / 9 }, gap: 10, minTileWidth: 120, pagerHeight: 44 };

  it('keeps large tiles and strip inside the box and apart', () => {
    const mains = fc.integer({ min: 1, max: 5 });
    const others = fc.integer({ min: 0, max: 30 });
    const least = fc.double({ min: 0, max: 300, noNaN: true });
    fc.assert(
      fc.property(box, mains, others, gap, ratio, least, (space, large, small, between, shape, minTileWidth) => {
        const spotlight = layoutSpotlight(space, large, small, {
          gap: between,
          ratio: shape,
          minTileWidth,
          pagerHeight: 44,
        });
        expect(spotlight.mains).toHaveLength(large);
        expect(spotlight.strip.length).toBeLessThanOrEqual(small);
        if (small > 0) expect(spotlight.strip.length).toBeGreaterThan(0);
        const all = [...spotlight.mains, ...spotlight.strip];
        for (const rect of all) expect(isInside(rect, space)).toBe(true);
        for (const [a, b] of pairs(all)) expect(gapBetween(a, b)).toBeGreaterThanOrEqual(-tolerance);
      }),
    );
  });

  it('puts the strip to the right of a wide box, with the gap between', () => {
    const { mains, strip } = layoutSpotlight({ width: 1280, height: 720 }, 1, 3, { gap: 10 });
    expect(mains).toEqual([{ x: 0, y: 0, width: 1014, height: 720 }]);
    for (const rect of strip) expect(rect.x).toBeGreaterThanOrEqual(1024);
  });

  it('puts the strip below in a tall box, no higher than its tiles', () => {
    const { mains, strip } = layoutSpotlight({ width: 400, height: 800 }, 1, 4, { gap: 10 });
    expect(strip.map(({ width }) => width)).toEqual([92.5, 92.5, 92.5, 92.5]);
    expect(mains[0]).toMatchObject({ x: 0, y: 0, width: 400 });
    expect(mains[0]!.height).toBeCloseTo(800 - 10 - (92.5 * 9) / 16);
  });

  it('shows five tiles of 16:9 at the full width of the strip beside a stage of 16:9', () => {
    const { strip } = layoutSpotlight({ width: 1600, height: 900 }, 1, 5);
    expect(strip.map(({ width }) => width)).toEqual([320, 320, 320, 320, 320]);
  });

  it('gives the large tiles what a strip of many small ones does not need', () => {
    const wide = layoutSpotlight({ width: 1600, height: 900 }, 1, 10);
    expect(wide.mains[0]!.width).toBeCloseTo(1600 - (90 * 16) / 9);
  });

  it('leaves out what would be too narrow, and keeps room below for turning pages', () => {
    const side = layoutSpotlight({ width: 1280, height: 720 }, 1, 20, stage);
    expect(side.strip.length).toBeLessThan(20);
    for (const rect of side.strip) {
      expect(rect.width).toBeGreaterThanOrEqual(120 - tolerance);
      expect(rect.y + rect.height).toBeLessThanOrEqual(720 - 44 + tolerance);
    }
    expect(side.mains[0]?.height).toBe(720);
    const below = layoutSpotlight({ width: 390, height: 700 }, 1, 20, stage);
    expect(below.strip).toHaveLength(3);
    for (const rect of below.strip) expect(rect.y + rect.height).toBeLessThanOrEqual(700 - 44 + tolerance);
  });

  it('shares the large place among several', () => {
    const { mains } = layoutSpotlight({ width: 1280, height: 720 }, 2, 2, { gap: 10, mainRatio: 16 / 9 });
    expect(new Set(mains.map(({ width, height }) => `${width} ${height}`)).size).toBe(1);
  });

  it('gives the whole box to the large tile where there is no other', () => {
    for (const others of [0, NaN]) {
      const { mains, strip } = layoutSpotlight({ width: 640, height: 480 }, 1, others, { gap: 8 });
      expect(mains).toEqual([{ x: 0, y: 0, width: 640, height: 480 }]);
      expect(strip).toEqual([]);
    }
  });
});

describe('countFitting', () => {
  it('counts the most tiles of which none is narrower than the least width', () => {
    fc.assert(
      fc.property(box, count, gap, fc.double({ min: 1, max: 400, noNaN: true }), (space, tiles, between, least) => {
        const fitting = countFitting(space, tiles, { gap: between, minTileWidth: least });
        const widthOf = (n: number) => layoutTiles(space, n, { gap: between })[0]!.width;
        if (fitting > 1) expect(widthOf(fitting)).toBeGreaterThanOrEqual(least);
        for (let more = fitting + 1; more <= tiles; more += 1) expect(widthOf(more)).toBeLessThan(least);
      }),
    );
  });

  it('keeps one tile in the smallest box, and none where there is none', () => {
    expect(countFitting({ width: 0, height: 0 }, 5, { minTileWidth: 100 })).toBe(1);
    expect(countFitting({ width: 800, height: 600 }, 0, { minTileWidth: 100 })).toBe(0);
  });

  it('lets all fit where no least width is given', () => {
    expect(countFitting({ width: 10, height: 10 }, 8)).toBe(8);
  });
});
