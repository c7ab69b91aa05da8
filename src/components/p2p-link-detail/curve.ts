/** As many values as a curve shows. */
export const curveLength = 40;

/**
 * The path of a curve through `values`, the latest at the right edge, on a field of `width` by `height`; nought at the bottom and
 * the greatest, but at least `least`, at the top. A gap where a value is not known.
 */
export function curveOf(values: readonly (number | undefined)[], width: number, height: number, least: number): string {
  const shown = values.slice(-curveLength);
  const top = Math.max(least, ...shown.map((value) => value ?? 0));
  let path = '';
  let isDown = false;
  shown.forEach((value, index) => {
    if (value !== undefined) {
      const x = width - ((shown.length - 1 - index) * width) / (curveLength - 1);
      const y = height - (value / top) * height;
      path += `${isDown ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`;
    }
    isDown = value !== undefined;
  });
  return path;
}
