import { layoutSpotlight, layoutTiles, type RatioRange, type Rect, type Size } from '../../core/layout.js';

export type GridLayout = 'auto' | 'grid' | 'spotlight';

export interface PlaceOptions {
  readonly layout: GridLayout;
  /** CSS pixels. */
  readonly gap: number;
  /** The ratio that the page asks for; undefined leaves it to the box. */
  readonly ratio: number | undefined;
}

/** Where each tile goes. */
export interface Places {
  /** One for each tile, the self first. */
  readonly rects: readonly Rect[];
  /** The self's tile lies over the other one. */
  readonly isFloating: boolean;
}

/** One picture may fill nearly any box: what it loses at the edges is less than empty space would cost. */
const ONE: RatioRange = { min: 0.5, max: 2.3 };
/** Several in a wide box: what cameras deliver. */
const MANY_WIDE: RatioRange = { min: 4 / 3, max: 16 / 9 };
/** Several in an upright box, such as a phone: also upright. */
const MANY_UPRIGHT: RatioRange = { min: 3 / 4, max: 16 / 9 };
/** The floating self's share of the box's width, and its least and greatest width in CSS pixels. */
const FLOATING_SHARE = 0.2;
const FLOATING_LEAST = 104;
const FLOATING_MOST = 264;
/** Never more than this part of the box's height. */
const FLOATING_HEIGHT_SHARE = 0.36;
/** From the edges of the tile below, CSS pixels. */
const FLOATING_INSET = 12;

/** Places `count` tiles, the first of which is the self. Of two people the other one gets the box, with the self in its corner. */
export function placeTiles(box: Size, count: number, { layout, gap, ratio }: PlaceOptions): Places {
  const many = ratio ?? (box.width < box.height ? MANY_UPRIGHT : MANY_WIDE);
  if (layout === 'spotlight' && count > 1) {
    const { main, strip } = layoutSpotlight(box, count, { gap, ratio: many });
    // The main tile is the first of the others; the self leads the strip.
    const [self, ...rest] = strip;
    return { rects: self ? [self, main, ...rest] : [main], isFloating: false };
  }
  if (layout === 'auto' && count === 2) {
    const [main] = layoutTiles(box, 1, { ratio: ratio ?? ONE });
    return main ? { rects: [floatOver(main, ratio), main], isFloating: true } : { rects: [], isFloating: false };
  }
  return { rects: layoutTiles(box, count, { gap, ratio: count === 1 ? (ratio ?? ONE) : many }), isFloating: false };
}

function floatOver(main: Rect, wanted: number | undefined): Rect {
  const ratio = wanted ?? (main.width < main.height ? 3 / 4 : 16 / 9);
  const share = Math.min(FLOATING_MOST, Math.max(FLOATING_LEAST, main.width * FLOATING_SHARE));
  const width = Math.min(share, main.height * FLOATING_HEIGHT_SHARE * ratio, main.width / 2);
  const height = width / ratio;
  const inset = Math.min(FLOATING_INSET, (main.width - width) / 2, (main.height - height) / 2);
  return {
    x: main.x + main.width - width - inset,
    y: main.y + main.height - height - inset,
    width,
    height,
  };
}
