/**
 * The arrangement of the items that arrow keys move through (ARIA Authoring Practices, toolbar and grid patterns). The ends of a row
 * and of a column are joined. In a grid the focus stops at the edges, but the end of a row leads to the next row.
 */
export type Roving =
  | { readonly axis: 'row'; readonly isRtl: boolean }
  | { readonly axis: 'column' }
  | { readonly axis: 'grid'; readonly columns: number; readonly isRtl: boolean };

/** The item of `count` that a key moves the focus to; undefined for a key that has no meaning there. */
export function roveTo(key: string, from: number, count: number, roving: Roving): number | undefined {
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const step = stepOf(key, roving);
  if (step === undefined) return undefined;
  const to = from + step;
  if (roving.axis !== 'grid') return (to + count) % count;
  return to >= 0 && to < count ? to : from;
}

/** Moves the focus among `items` as the key of an event says. Gives the index of the item that has it then; undefined if it stays. */
export function rove(event: KeyboardEvent, items: readonly HTMLElement[], roving: Roving): number | undefined {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const path = event.composedPath();
  const from = items.findIndex((item) => path.includes(item));
  const to = from < 0 ? undefined : roveTo(event.key, from, items.length, roving);
  if (to === undefined) return undefined;
  event.preventDefault();
  items[to]?.focus();
  return to;
}

function stepOf(key: string, roving: Roving): number | undefined {
  const isRtl = roving.axis !== 'column' && roving.isRtl;
  const along = { ArrowRight: isRtl ? -1 : 1, ArrowLeft: isRtl ? 1 : -1 };
  const down = roving.axis === 'grid' ? roving.columns : 1;
  const across = { ArrowDown: down, ArrowUp: -down };
  const steps: Partial<Record<string, number>> =
    roving.axis === 'row' ? along : roving.axis === 'column' ? across : { ...along, ...across };
  return steps[key];
}
