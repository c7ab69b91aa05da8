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

/** Where a floating picture rests, seen in the direction of reading. */
export interface Corner {
  readonly block: 'start' | 'end';
  readonly inline: 'start' | 'end';
}

export interface StageInput {
  readonly box: Size;
  readonly layout: GridLayout;
  /** CSS pixels. */
  readonly gap: number;
  /** The ratio that the page asks for; undefined leaves it to the box. */
  readonly ratio: number | undefined;
  /** The key of the own camera; undefined where it is not to show. */
  readonly self: string | undefined;
  /** The key of the own screen while it is shared. */
  readonly ownScreen: string | undefined;
  /** The keys of all other tiles: cameras of the others in order of joining, then their screens. */
  readonly others: readonly string[];
  readonly pins: readonly string[];
  /** Who speaks; the key of a camera. */
  readonly speaker: string | undefined;
  /** The page that was asked for, from 0. */
  readonly page: number;
  /** Where a floating self rests. */
  readonly corner: Corner;
  /** `order` of the last plan. */
  readonly previous: readonly string[];
}

/** What shows where. Coordinates run from the left, for reading from left to right. */
export interface StagePlan {
  /** All tiles but the own camera, in their order; feed it back as `previous`. */
  readonly order: readonly string[];
  /** The tiles in view, in the order of reading. */
  readonly places: ReadonlyMap<string, Rect>;
  /** The tiles that are larger than the others. */
  readonly featured: readonly string[];
  /** The tile that lies over the others. */
  readonly floating: string | undefined;
  readonly page: number;
  readonly pages: number;
  /** Where to turn pages; undefined while there is one only. */
  readonly pager: Rect | undefined;
}

/** A touch target (WCAG 2.5.5). */
const PAGER_HEIGHT = 44;
/** One picture may fill nearly any box: what it loses at the edges is less than empty space would cost. */
const ONE: RatioRange = { min: 0.5, max: 2.3 };
/** Several in a wide box: what cameras deliver. */
const MANY_WIDE: RatioRange = { min: 4 / 3, max: 16 / 9 };
/** Several in an upright box, such as a phone: also upright. */
const MANY_UPRIGHT: RatioRange = { min: 3 / 4, max: 16 / 9 };
/** A face that is smaller says nothing any more; then there are pages. CSS pixels; less in a small box, which someone chose. */
const LEAST_WIDTH = 150;
const LEAST_WIDTH_EVER = 92;
const LEAST_SHARE = 0.25;
/** In the strip faces are for knowing who is there. */
const LEAST_STRIP_WIDTH = 112;
/** Screens are seldom narrower than this, and a high box has more room than they need. */
const LEAST_SCREEN_RATIO = 4 / 3;
const MOST_SCREEN_SHARE = 0.62;
const ANY: RatioRange = { min: 1e-3, max: 1e3 };
/** The floating self's share of the box's width, and its least and greatest width in CSS pixels. */
const FLOATING_SHARE = 0.2;
const FLOATING_LEAST = 104;
const FLOATING_MOST = 264;
/** Never more than this part of the box's height. */
const FLOATING_HEIGHT_SHARE = 0.36;
/** From the edges of the tile below, CSS pixels. */
const FLOATING_INSET = 12;

/**
 * Plans a stage: who is large, who is in the strip, who is on which page, and where each goes. Large are the pinned; without
 * any, the screens of others; in the spotlight, who speaks. Of two people the other one gets the box, with the self in its
 * corner. Pure: tiles move only as far as `orderTiles` lets them.
 */
export function planStage(input: StageInput): StagePlan {
  const { box, layout, self, pins } = input;
  const rest = input.ownScreen === undefined ? input.others : [...input.others, input.ownScreen];
  const settled = orderTiles(input.previous, rest);
  const present = new Set(self === undefined ? rest : [self, ...rest]);
  const pinned = pins.filter((key) => present.has(key));
  const featured = pinned.length > 0 ? pinned : featuredUnasked(input, settled);
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
  featured.forEach((key, index) => setIfThere(places, key, mains[index]));
  row
    .slice(page * seats.length, (page + 1) * seats.length)
    .forEach((key, index) => setIfThere(places, key, seats[index]));
  if (floats) {
    const below = [...places.values()];
    const main = below.length === 1 && below[0] ? below[0] : { x: 0, y: 0, width: box.width, height: box.height };
    places.set(self, floatOver(main, input.ratio, input.corner));
  }
  return { order, places, featured, floating: floats ? self : undefined, page, pages, pager };
}

function featuredUnasked({ layout, others, ownScreen, speaker, self }: StageInput, order: readonly string[]): string[] {
  if (layout === 'grid') return [];
  const screens = others.filter((key) => tileOf(key).source === 'screen');
  if (screens.length > 0) return screens;
  const speaking = speaker !== undefined && others.includes(speaker) ? speaker : order.find((key) => key !== ownScreen);
  // Of two, the other stays large while the self shares a screen; that one is known to the self.
  const asks =
    layout === 'spotlight' ? self !== undefined || others.length > 1 : ownScreen !== undefined && others.length === 1;
  return asks && speaking !== undefined ? [speaking] : [];
}

interface Seats {
  readonly mains: readonly Rect[];
  /** The places of one page. */
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
    // A screen needs no more of a high box: the others get the rest.
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
  // As many on each page as on any other.
  const onEach = Math.ceil(count / pages);
  return {
    mains: [],
    seats: layoutTiles(paged, onEach, { gap, ratio: ratioOf(onEach) }),
    pages,
    pager: { x: 0, y: height, width: box.width, height: box.height - height },
  };
}

function setIfThere(places: Map<string, Rect>, key: string, rect: Rect | undefined): void {
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
