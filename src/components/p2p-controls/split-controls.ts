import { controls } from '../shared/controls.js';

/** The controls that a toolbar shows, and those in its menu. */
export interface SplitControls {
  readonly shown: readonly string[];
  readonly hidden: readonly string[];
}

/** Controls that nobody should have to search for. */
const essential: ReadonlySet<string> = new Set(
  controls.flatMap(({ name, isEssential }) => (isEssential ? [name] : [])),
);

/**
 * Splits controls, in their order, into those that fit into a toolbar and those that go to its menu. The last controls go first;
 * the essential ones never do. All lengths are in CSS pixels; `gap` is the space between two controls.
 *
 * @param widthOf - gives the width of a control
 * @param menuWidth - the width of the button that opens the menu
 */
export function splitControls(
  names: readonly string[],
  available: number,
  gap: number,
  widthOf: (name: string) => number,
  menuWidth: number,
): SplitControls {
  const shown = [...names];
  const hidden: string[] = [];
  const isTooWide = (): boolean => {
    const widths = [...shown.map(widthOf), ...(hidden.length > 0 ? [menuWidth] : [])];
    return widths.reduce((sum, width) => sum + width + gap, -gap) > available;
  };
  while (isTooWide()) {
    const last = shown.findLastIndex((name) => !essential.has(name));
    if (last < 0) break;
    hidden.unshift(...shown.splice(last, 1));
  }
  return { shown, hidden };
}
