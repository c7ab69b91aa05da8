/** The summary of repeated measurements. */
export interface Summary {
  readonly median: number;
  /** A quarter of the measurements is below. */
  readonly lower: number;
  /** A quarter of the measurements is above. */
  readonly upper: number;
  readonly count: number;
}

/** Summarises at least one measurement. */
export function summarise(values: readonly number[]): Summary {
  const sorted = [...values].sort((a, b) => a - b);
  return {
    median: quantile(sorted, 0.5),
    lower: quantile(sorted, 0.25),
    upper: quantile(sorted, 0.75),
    count: sorted.length,
  };
}

/** The value below which a share of the sorted values lies, on the straight line between its neighbours. */
function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}
