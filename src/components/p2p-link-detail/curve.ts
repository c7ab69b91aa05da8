/** The number of values that a curve shows. */
export const curveLength = 40;

/**
 * The SVG path of a curve through `values` on a field of `width` by `height`, with the latest value at the right edge. The bottom
 * is zero; the top is the greatest value, or `least` if that is greater. An unknown value leaves a gap.
 */
export function curveOf(values: readonly (number | undefined)[], width: number, height: number, least: number): string {
  const shown = values.slice(-curveLength);
  const top = Math.max(least, ...shown.map((value) => value ?? 0));
  let path = '';
  let isDrawing = false;
  shown.forEach((value, index) => {
    if (value !== undefined) {
      const x = width - ((shown.length - 1 - index) * width) / (curveLength - 1);
      const y = height - (value / top) * height;
      path += `${isDrawing ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`;
    }
    isDrawing = value !== undefined;
  });
  return path;
}
