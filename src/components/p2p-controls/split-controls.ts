import { controls } from '../shared/controls.js';

/** What a toolbar shows at once, and what waits in its menu. */
export interface SplitControls {
  readonly shown: readonly string[];
  readonly hidden: readonly string[];
}

/** Those that nobody should have to look for. */
const essential: ReadonlySet<string> = new Set(
  controls.flatMap(({ name, isEssential }) => (isEssential ? [name] : [])),
);

/**
 * Which controls fit into a toolbar, in their order. What does not goes to a menu, from the last one on; what people need at
 * once never does. All lengths are in CSS pixels, `gap` between two and none at the ends.
 *
 * @param widthOf - how wide a control is
 * @param menuWidth - how wide the button of the menu is
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
