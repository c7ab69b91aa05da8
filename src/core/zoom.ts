import type { Size } from './layout.js';

/** The view of a picture: enlarged by `scale` about its middle, and moved by `x` and `y` CSS pixels. */
export interface Zoom {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

/** The whole picture. */
export const noZoom: Zoom = Object.freeze({ scale: 1, x: 0, y: 0 });

/** Beyond this scale a shared screen shows nothing more than its pixels. */
const mostScale = 6;

/** Enlarges by `factor`; the point at `x`, `y` (CSS pixels from the middle of the box) stays where it is. */
export function zoomAt(zoom: Zoom, factor: number, x: number, y: number, box: Size): Zoom {
  const scale = Math.min(mostScale, Math.max(1, zoom.scale * factor));
  const change = scale / zoom.scale;
  return within({ scale, x: x - (x - zoom.x) * change, y: y - (y - zoom.y) * change }, box);
}

/** Moves the picture by `x` and `y` CSS pixels, as far as it still fills the box. */
export function moveBy(zoom: Zoom, x: number, y: number, box: Size): Zoom {
  return within({ ...zoom, x: zoom.x + x, y: zoom.y + y }, box);
}

/** Limits the movement so that no edge of the picture comes inside the box. */
function within({ scale, x, y }: Zoom, { width, height }: Size): Zoom {
  const across = (width * (scale - 1)) / 2;
  const down = (height * (scale - 1)) / 2;
  return {
    scale,
    x: Math.min(across, Math.max(-across, x)) || 0,
    y: Math.min(down, Math.max(-down, y)) || 0,
  };
}
