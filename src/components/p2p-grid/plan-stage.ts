import {
  countFitting,
  layoutSpotlight,
  layoutTiles,
  type RatioRange,
  type Rect,
  type Size,
} from '../../core/layout.js';
import { orderTiles } from '../../core/tile-order.js';
import { tileOf } from '../../core/tile-key.js';

export type GridLayout = 'auto' | 'grid' | 'spotlight';

/** The corner of a floating picture, in the direction of reading. */
export interface Corner {
  readonly block: 'start' | 'end';
  readonly inline: 'start' | 'end';
}

export interface StageInput {
  readonly box: Size;
  readonly layout: GridLayout;
  /** The space between tiles, in CSS pixels. */
  readonly gap: number;
  /** The ratio that the page asks for; if undefined, the plan chooses the one that fits the box. */
  readonly ratio: number | undefined;
  /** The key of the own camera; undefined if its tile is hidden. */
  readonly self: string | undefined;
  /** The key of the own screen while it is shared. */
  readonly ownScreen: string | undefined;
  /** The keys of all other tiles: the cameras of the others in order of joining, then their screens. */
  readonly others: readonly string[];
  readonly pins: readonly string[];
  /** The key of the camera of the participant who speaks. */
  readonly speaker: string | undefined;
  /** The requested page, from 0. */
  readonly page: number;
  /** The corner of the floating self. */
  readonly corner: Corner;
  /** The `order` of the last plan. */
  readonly previous: readonly string[];
}

/** Which tile is shown where. Coordinates run from the left, for reading from left to right. */
export interface StagePlan {
  /** All tiles but the own camera, in their order. Pass it to the next plan as `previous`. */
  readonly order: readonly string[];
  /** The visible tiles, in the order of reading. */
  readonly places: ReadonlyMap<string, Rect>;
  /** The tiles that are larger than the others. */
  readonly featured: readonly string[];
  /** The tile that lies over the others. */
  readonly floating: string | undefined;
  readonly page: number;
  readonly pages: number;
  /** The place of the pager; undefined while there is only one page. */
  readonly pager: Rect | undefined;
}

/** In CSS pixels: the size of a touch target (WCAG 2.5.5). */
const PAGER_HEIGHT = 44;
/** One picture may fill nearly any box: cut edges are better than empty space. */
const ONE: RatioRange = { min: 0.5, max: 2.3 };
/** Several pictures in a wide box have the ratios that cameras deliver. */
const MANY_WIDE: RatioRange = { min: 4 / 3, max: 16 / 9 };
/** Several pictures in an upright box, such as a phone, may be upright too. */
const MANY_UPRIGHT: RatioRange = { min: 3 / 4, max: 16 / 9 };
/** In CSS pixels: nobody can read a smaller face, so the tiles are put on several pages. */
const LEAST_WIDTH = 150;
/** In a small box, which somebody has chosen, tiles may be this narrow, or this share of its width. */
const LEAST_WIDTH_EVER = 92;
const LEAST_SHARE = 0.25;
/** In the strip, faces only show who is there. CSS pixels. */
const LEAST_STRIP_WIDTH = 112;
/** Screens are seldom narrower than this, so a high box has more room than they need. */
const LEAST_SCREEN_RATIO = 4 / 3;
const MOST_SCREEN_SHARE = 0.62;
const ANY: RatioRange = { min: 1e-3, max: 1e3 };
/** The floating self's share of the box's width, and its least and greatest width in CSS pixels. */
const FLOATING_SHARE = 0.2;
const FLOATING_LEAST = 104;
const FLOATING_MOST = 264;
/** The floating self never takes more than this share of the box's height. */
const FLOATING_HEIGHT_SHARE = 0.36;
/** The distance of the floating self from the edges of the tile below, in CSS pixels. */
const FLOATING_INSET = 12;

/**
 * Plans a stage: which tiles are large, which are in the strip, which are on which page, and the place of each. Pinned tiles are
 * large; if there are none, the screens of others; in the spotlight, the participant who speaks. In a call of two, the other
 * participant fills the box, and the self floats in its corner. Pure; tiles move only as far as `orderTiles` lets them.
 */
export function planStage(input: StageInput): StagePlan {
  const { box, layout, self, pins } = input;
  const rest = input.ownScreen === undefined ? input.others : [...input.others, input.ownScreen];
  const settled = orderTiles(input.previous, rest);
  const present = new Set(self === undefined ? rest : [self, ...rest]);
  const pinned = pins.filter((key) => present.has(key));
  const featured = pinned.length > 0 ? pinned : featuredByDefault(input, settled);
  const isFeatured = new Set(featured);
  const upright = box.width < box.height;
  const many = input.ratio ?? (upright ? MANY_UPRIGHT : MANY_WIDE);
  const selfIsSmall = self !== undefined && !isFeatured.has(self);
  const small = rest.filter((key) => !isFeatured.has(key)).length;
  const floats = layout === 'auto' && selfIsSmall && small === (featured.length > 0 ? 0 : 1) && input.others.length > 0;
  const count = small + (selfIsSmall && !floats ? 1 : 0);
  const ratioOfFew = (tiles: number): number | RatioRange => input.ratio ?? (tiles === 1 ? ONE : many);

  const rects =
    featured.length > 0
      ? besideFeatured(input, featured, count, many)
      : inGrid(box, count, input.gap, ratioOfFew, many);
  const { mains, seats, pages, pager } = rects;
  const order = orderTiles(input.previous, rest, {
    pinned: featured.filter((key) => key !== self),
    ...(input.speaker !== undefined && { speaker: input.speaker }),
    visible: featured.filter((key) => key !== self).length + seats.length - (selfIsSmall && !floats ? 1 : 0),
  });
  const page = Math.max(0, Math.min(input.page, pages - 1));
  const row = [...(selfIsSmall && !floats ? [self] : []), ...order.filter((key) => !isFeatured.has(key))];
  const places = new Map<string, Rect>();
  featured.forEach((key, index) => setIfPlaced(places, key, mains[index]));
  row
    .slice(page * seats.length, (page + 1) * seats.length)
    .forEach((key, index) => setIfPlaced(places, key, seats[index]));
  if (floats) {
    const below = [...places.values()];
    const main = below.length === 1 && below[0] ? below[0] : { x: 0, y: 0, width: box.width, height: box.height };
    places.set(self, floatOver(main, input.ratio, input.corner));
  }
  return { order, places, featured, floating: floats ? self : undefined, page, pages, pager };
}

function featuredByDefault(
  { layout, others, ownScreen, speaker, self }: StageInput,
  order: readonly string[],
): string[] {
  if (layout === 'grid') return [];
  const screens = others.filter((key) => tileOf(key).source === 'screen');
  if (screens.length > 0) return screens;
  const speaking = speaker !== undefined && others.includes(speaker) ? speaker : order.find((key) => key !== ownScreen);
  // In a call of two, the other participant stays large while the self shares a screen: the self knows its own screen.
  const hasFeatured =
    layout === 'spotlight' ? self !== undefined || others.length > 1 : ownScreen !== undefined && others.length === 1;
  return hasFeatured && speaking !== undefined ? [speaking] : [];
}

interface Seats {
  readonly mains: readonly Rect[];
  /** The places of the small tiles of one page. */
  readonly seats: readonly Rect[];
  readonly pages: number;
  readonly pager: Rect | undefined;
}

function besideFeatured(
  input: StageInput,
  featured: readonly string[],
  count: number,
  many: number | RatioRange,
): Seats {
  const { box, gap, ratio } = input;
  const hasCamera = featured.some((key) => tileOf(key).source === 'camera');
  const hasScreen = featured.some((key) => tileOf(key).source === 'screen');
  const mainRatio = (!hasScreen && ratio) || (featured.length > 1 && hasCamera ? MANY_UPRIGHT : undefined);
  const screenHeight = (box.width / LEAST_SCREEN_RATIO) * featured.length;
  const top = screenHeight + gap;
  if (!hasCamera && count > 0 && top < box.height * MOST_SCREEN_SHARE) {
    // A screen does not need all of a high box, so the other tiles get the rest.
    const below = inGrid({ width: box.width, height: box.height - top }, count, gap, () => many, many);
    const down = (rect: Rect): Rect => ({ ...rect, y: rect.y + top });
    return {
      ...below,
      mains: layoutTiles({ width: box.width, height: screenHeight }, featured.length, { gap, ratio: ANY }),
      seats: below.seats.map(down),
      pager: below.pager && down(below.pager),
    };
  }
  const { mains, strip, stripBox } = layoutSpotlight(box, featured.length, count, {
    gap,
    ratio: many,
    ...(mainRatio !== undefined && { mainRatio }),
    minTileWidth: LEAST_STRIP_WIDTH,
    pagerHeight: PAGER_HEIGHT,
  });
  const pages = strip.length > 0 ? Math.ceil(count / strip.length) : 1;
  if (pages === 1) return { mains, seats: strip, pages, pager: undefined };
  const y = stripBox.y + stripBox.height;
  return { mains, seats: strip, pages, pager: { ...stripBox, y, height: Math.max(0, box.height - y) } };
}

function inGrid(
  box: Size,
  count: number,
  gap: number,
  ratioOf: (tiles: number) => number | RatioRange,
  many: number | RatioRange,
): Seats {
  const minTileWidth = Math.min(LEAST_WIDTH, Math.max(LEAST_WIDTH_EVER, box.width * LEAST_SHARE));
  const fitting = countFitting(box, count, { gap, ratio: many, minTileWidth });
  if (fitting >= count)
    return { mains: [], seats: layoutTiles(box, count, { gap, ratio: ratioOf(count) }), pages: 1, pager: undefined };
  const height = Math.max(0, box.height - PAGER_HEIGHT);
  const paged = { width: box.width, height };
  const pages = Math.ceil(count / countFitting(paged, count, { gap, ratio: many, minTileWidth }));
  // The tiles are spread evenly over the pages.
  const onEach = Math.ceil(count / pages);
  return {
    mains: [],
    seats: layoutTiles(paged, onEach, { gap, ratio: ratioOf(onEach) }),
    pages,
    pager: { x: 0, y: height, width: box.width, height: box.height - height },
  };
}

function setIfPlaced(places: Map<string, Rect>, key: string, rect: Rect | undefined): void {
  if (rect) places.set(key, rect);
}

function floatOver(main: Rect, wanted: number | undefined, { block, inline }: Corner): Rect {
  const ratio = wanted ?? (main.width < main.height ? 3 / 4 : 16 / 9);
  const share = Math.min(FLOATING_MOST, Math.max(FLOATING_LEAST, main.width * FLOATING_SHARE));
  const width = Math.min(share, main.height * FLOATING_HEIGHT_SHARE * ratio, main.width / 2);
  const height = width / ratio;
  const inset = Math.min(FLOATING_INSET, (main.width - width) / 2, (main.height - height) / 2);
  return {
    x: inline === 'end' ? main.x + main.width - width - inset : main.x + inset,
    y: block === 'end' ? main.y + main.height - height - inset : main.y + inset,
    width,
    height,
  };
}
