import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moveBy, noZoom, zoomAt, type Zoom } from '../../../src/core/zoom.js';

const box = { width: 800, height: 450 };
const part = fc.double({ min: -400, max: 400, noNaN: true });

/** Where on the picture a point of the box lies, from the middle. */
const under = ({ scale, x, y }: Zoom, at: { x: number; y: number }) => [(at.x - x) / scale, (at.y - y) / scale];

describe('zoomAt', () => {
  it('leaves what is under the pointer where it is', () => {
    const at = { x: 120, y: -60 };
    const once = zoomAt(noZoom, 2, at.x, at.y, box);
    const twice = zoomAt(once, 1.5, at.x, at.y, box);
    expect(under(once, at)).toEqual([120, -60]);
    expect(under(twice, at)[0]).toBeCloseTo(120);
    expect(under(twice, at)[1]).toBeCloseTo(-60);
  });

  it('goes back to the whole picture, and not below', () => {
    expect(zoomAt(zoomAt(noZoom, 3, 99, 44, box), 1 / 5, -7, 8, box)).toEqual(noZoom);
  });

  it('has an end', () => {
    expect(zoomAt(noZoom, 1e9, 0, 0, box).scale).toBeLessThan(10);
  });
});

describe('moveBy', () => {
  it('never shows what is beside the picture, wherever it is moved', () => {
    const factor = fc.double({ min: 0.1, max: 9, noNaN: true });
    fc.assert(
      fc.property(factor, part, part, part, part, (by, x, y, across, down) => {
        const zoom = moveBy(zoomAt(noZoom, by, x, y, box), across * 9, down * 9, box);
        expect(Math.abs(zoom.x)).toBeLessThanOrEqual((box.width * (zoom.scale - 1)) / 2 + 1e-9);
        expect(Math.abs(zoom.y)).toBeLessThanOrEqual((box.height * (zoom.scale - 1)) / 2 + 1e-9);
      }),
    );
  });

  it('moves nothing while all is seen', () => {
    expect(moveBy(noZoom, 50, 50, box)).toEqual(noZoom);
  });
});
