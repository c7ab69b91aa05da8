/** A size in CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A place in a box, in CSS pixels from the box's top left corner. */
export interface Rect extends Size {
  readonly x: number;
  readonly y: number;
}

/** Width divided by height, between the two limits. */
export interface RatioRange {
  readonly min: number;
  readonly max: number;
}

export interface LayoutOptions {
  /** Space between neighbouring tiles, CSS pixels. Default 0. */
  readonly gap?: number;
  /**
   * Aspect ratio of a tile: one number, or a range in which the layout takes what fills the box best.
   * A range of 1 … 16/9 lets two people on an upright phone stack and fill the screen. Default 16/9.
   */
  readonly ratio?: number | RatioRange;
}

export interface SpotlightOptions {
  /** Space between neighbouring tiles, CSS pixels. Default 0. */
  readonly gap?: number;
  /** Aspect ratio of the tiles in the strip. Default 16/9. */
  readonly ratio?: number | RatioRange;
  /** Aspect ratio of the large tiles. Default: any, so that they fill all the space. */
  readonly mainRatio?: number | RatioRange;
  /** The most of the box's longer side that the strip takes, 0 … 1. Default 0.2. */
  readonly stripShare?: number;
  /** No tile of the strip is narrower than this, CSS pixels; tiles that do not fit get no place. Default 0: all fit. */
  readonly minTileWidth?: number;
  /** Height kept free below a strip that does not hold all, CSS pixels. Default 0. */
  readonly pagerHeight?: number;
}

export interface FittingOptions extends LayoutOptions {
  /** No tile is narrower than this, CSS pixels. Default 0: all fit. */
  readonly minTileWidth?: number;
}

/** Large tiles and the others beside them. */
export interface Spotlight {
  readonly mains: readonly Rect[];
  /** As many as fit. */
  readonly strip: readonly Rect[];
  /** Where the strip lies. */
  readonly stripBox: Rect;
}

/** The shape of nearly every camera picture. */
const CAMERA_RATIO = 16 / 9;

/** A fifth: five 16:9 tiles stand beside a 16:9 stage without shrinking. */
const STRIP_SHARE = 0.2;

const ANY_RATIO: RatioRange = { min: 1e-3, max: 1e3 };

/** Two arrangements whose tiles differ by less than this part are equally good, so that rounding does not decide. */
const SAME_AREA = 1e-9;

interface Arrangement {
  readonly columns: number;
  readonly rows: number;
  readonly tile: Size;
}

/**
 * Places `count` equal tiles in a grid, as large as the box and the ratio allow. The last row and the whole grid are
 * centred. Of equally good arrangements the one with the fewest columns wins, because its last row is the fullest.
 *
 * A box without room (zero, negative or not a number) gives rectangles of size zero; a count of zero gives no rectangles.
 */
export function layoutTiles(box: Size, count: number, options: LayoutOptions = {}): Rect[] {
  const tiles = toCount(count);
  const width = toLength(box.width);
  const height = toLength(box.height);
  const gap = toLength(options.gap);
  const best = arrange({ width, height }, tiles, gap, toRange(options.ratio));
  if (best === undefined) {
    return Array.from({ length: tiles }, () => ({ x: width / 2, y: height / 2, width: 0, height: 0 }));
  }
  const { columns, rows, tile } = best;
  const top = startOf(height, rows, tile.height, gap);
  return Array.from({ length: tiles }, (_, index) => {
    const row = Math.floor(index / columns);
    const inRow = Math.min(columns, tiles - row * columns);
    const left = startOf(width, inRow, tile.width, gap);
    return {
      x: left + (index % columns) * (tile.width + gap),
      y: top + row * (tile.height + gap),
      width: tile.width,
      height: tile.height,
    };
  });
}

/**
 * Places `mains` large tiles and up to `others` in a strip of one row: to the right where the box is wider than high, else below.
 * The strip is as narrow as its tiles, and the large tiles share the rest, so that a shared screen is as large as it can be. Without
 * others the large tiles have the whole box.
 */
export function layoutSpotlight(box: Size, mains: number, others: number, options: SpotlightOptions = {}): Spotlight {
  const width = toLength(box.width);
  const height = toLength(box.height);
  const gap = toLength(options.gap);
  const count = toCount(others);
  const whole: Rect = { x: 0, y: 0, width, height };
  if (count === 0) return { mains: largeIn(whole, mains, gap, options.mainRatio), strip: [], stripBox: whole };
  const beside = width > height;
  const { fitting, across, pager } = measureStrip(beside, { width, height }, count, options);
  const mainBox: Rect = beside
    ? { x: 0, y: 0, width: Math.max(0, width - across - gap), height }
    : { x: 0, y: 0, width, height: Math.max(0, height - across - pager - gap) };
  const stripBox: Rect = beside
    ? { x: width - across, y: 0, width: across, height: Math.max(0, height - pager) }
    : { x: 0, y: height - across - pager, width, height: across };
  return {
    mains: largeIn(mainBox, mains, gap, options.mainRatio),
    strip: within(stripBox, fitting, gap, options.ratio),
    stripBox,
  };
}

interface Strip {
  readonly fitting: number;
  /** Width of a strip at the side, height of a strip below. */
  readonly across: number;
  /** Height that is kept free. */
  readonly pager: number;
}

function measureStrip(beside: boolean, box: Size, count: number, options: SpotlightOptions): Strip {
  const gap = toLength(options.gap);
  const ratio = toRange(options.ratio);
  const share = toShare(options.stripShare);
  const most = (beside ? box.width : box.height) * share;
  const length = beside ? box.height : box.width;
  // A strip at the side is never narrower than asked for, unless its share of the box is.
  const least = Math.min(toLength(options.minTileWidth), beside ? most : length);
  const leastAlong = beside ? least / ratio.max : least;
  const fits = (space: number): number =>
    leastAlong > 0 ? Math.max(1, Math.min(count, Math.floor((space + gap) / (leastAlong + gap) + SAME_AREA))) : count;
  const all = fits(length);
  const spare = beside ? box.height : box.height - most;
  const pager = all < count ? Math.min(toLength(options.pagerHeight), spare) : 0;
  const fitting = all < count && beside ? fits(length - pager) : all;
  const along = Math.max(0, cellOf(beside ? length - pager : length, fitting, gap));
  return { fitting, across: Math.min(most, beside ? along * ratio.max : along / ratio.min), pager };
}

function largeIn(box: Rect, count: number, gap: number, ratio: number | RatioRange = ANY_RATIO): Rect[] {
  return count === 1 && ratio === ANY_RATIO ? [box] : within(box, count, gap, ratio);
}

function within(box: Rect, count: number, gap: number, ratio: number | RatioRange | undefined): Rect[] {
  return layoutTiles(box, count, { gap, ...(ratio !== undefined && { ratio }) }).map((rect) => ({
    ...rect,
    x: rect.x + box.x,
    y: rect.y + box.y,
  }));
}

/**
 * How many of `count` tiles {@link layoutTiles} can show in the box with none narrower than `minTileWidth`. At least
 * one if there is one, however small the box: a tiny picture is better than none.
 */
export function countFitting(box: Size, count: number, options: FittingOptions = {}): number {
  const least = toLength(options.minTileWidth);
  const size = { width: toLength(box.width), height: toLength(box.height) };
  let tiles = toCount(count);
  while (tiles > 1) {
    const best = arrange(size, tiles, toLength(options.gap), toRange(options.ratio));
    if ((best?.tile.width ?? 0) >= least) break;
    tiles -= 1;
  }
  return tiles;
}

function arrange(box: Size, tiles: number, gap: number, ratio: RatioRange): Arrangement | undefined {
  let best: Arrangement | undefined;
  let bestArea = 0;
  for (let columns = 1; columns <= tiles; columns += 1) {
    const rows = Math.ceil(tiles / columns);
    const tile = fitTile(cellOf(box.width, columns, gap), cellOf(box.height, rows, gap), ratio);
    const area = tile.width * tile.height;
    if (area > bestArea * (1 + SAME_AREA)) {
      best = { columns, rows, tile };
      bestArea = area;
    }
  }
  return best;
}

/** The largest tile in a cell: the cell itself where its ratio is allowed, else the nearest ratio that is. */
function fitTile(cellWidth: number, cellHeight: number, { min, max }: RatioRange): Size {
  if (cellWidth <= 0 || cellHeight <= 0) return { width: 0, height: 0 };
  const ratio = Math.min(max, Math.max(min, cellWidth / cellHeight));
  const width = Math.min(cellWidth, cellHeight * ratio);
  return { width, height: Math.min(cellHeight, width / ratio) };
}

function cellOf(length: number, cells: number, gap: number): number {
  return (length - gap * (cells - 1)) / cells;
}

/** Where a centred row of tiles begins. Rounding must not put it before the box. */
function startOf(length: number, tiles: number, tile: number, gap: number): number {
  return Math.max(0, (length - tiles * tile - gap * (tiles - 1)) / 2);
}

function toLength(value: number | undefined): number {
  return value !== undefined && Number.isFinite(value) && value > 0 ? value : 0;
}

function toCount(value: number): number {
  return Math.floor(toLength(value));
}

function toShare(value: number | undefined): number {
  return value !== undefined && value >= 0 && value <= 1 ? value : STRIP_SHARE;
}

function toRatio(value: number | undefined): number {
  return toLength(value) || CAMERA_RATIO;
}

function toRange(ratio: number | RatioRange | undefined): RatioRange {
  if (typeof ratio !== 'object') return { min: toRatio(ratio), max: toRatio(ratio) };
  const min = toRatio(ratio.min);
  const max = toRatio(ratio.max);
  return { min: Math.min(min, max), max: Math.max(min, max) };
}
