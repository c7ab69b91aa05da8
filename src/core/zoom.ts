import type { Size } from './layout.js';

/** How a picture is seen: enlarged by `scale` about its middle, and moved by so many CSS pixels. */
export interface Zoom {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

/** The whole picture. */
export const noZoom: Zoom = Object.freeze({ scale: 1, x: 0, y: 0 });

/** Past this a screen shows its pixels, and nothing more. */
const mostScale = 6;

/** Enlarges by `factor` so that what is at `x`, `y`, CSS pixels from the middle of the box, stays there. */
export function zoomAt(zoom: Zoom, factor: number, x: number, y: number, box: Size): Zoom {
  const scale = Math.min(mostScale, Math.max(1, zoom.scale * factor));
  const change = scale / zoom.scale;
  return within({ scale, x: x - (x - zoom.x) * change, y: y - (y - zoom.y) * change }, box);
}

/** Moves the picture by so many CSS pixels, as far as there is something to see. */
export function moveBy(zoom: Zoom, x: number, y: number, box: Size): Zoom {
  return within({ ...zoom, x: zoom.x + x, y: zoom.y + y }, box);
}

/** No edge of the picture comes inside the box. */
function within({ scale, x, y }: Zoom, { width, height }: Size): Zoom {
  const across = (width * (scale - 1)) / 2;
  const down = (height * (scale - 1)) / 2;
  return {
    scale,
    x: Math.min(across, Math.max(-across, x)) || 0,
    y: Math.min(down, Math.max(-down, y)) || 0,
  };
}
