/**
 * Where an arrow key takes the focus in a grid of `count` cells, row by row (ARIA Authoring Practices, grid pattern); undefined
 * for a key that means nothing there. It stays at the edges, but for the ends of rows, which lead to the next row.
 */
export function nextCell(
  key: string,
  from: number,
  count: number,
  columns: number,
  isRtl: boolean,
): number | undefined {
  const steps: Partial<Record<string, number>> = {
    ArrowRight: isRtl ? -1 : 1,
    ArrowLeft: isRtl ? 1 : -1,
    ArrowDown: columns,
    ArrowUp: -columns,
  };
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const step = steps[key];
  if (step === undefined) return undefined;
  const to = from + step;
  return to >= 0 && to < count ? to : from;
}
