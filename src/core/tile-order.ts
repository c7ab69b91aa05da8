export interface TileOrderOptions<Id> {
  /** These come first, in this order. Ids that are not present are ignored. */
  readonly pinned?: readonly Id[];
  /** The speaker, who has to be in view. */
  readonly speaker?: Id;
  /** How many tiles are in view. Default: all. */
  readonly visible?: number;
  /** The self never gives way to a speaker, and never comes into view because it speaks: people know that they do. */
  readonly self?: Id;
}

/**
 * Orders tiles so that they move only when they must. A participant who stays keeps the place, newcomers go to the end, and the
 * last tile takes the place of a participant who leaves, so that one tile moves and not a whole row. A tile that has to come
 * forward (pinned, or speaking out of view) changes places with one other; the last unpinned tile in view gives way to a speaker.
 *
 * Pass the result as `previous` the next time: the order is stable as long as nothing changes.
 */
export function orderTiles<Id>(
  previous: readonly Id[],
  present: readonly Id[],
  options: TileOrderOptions<Id> = {},
): Id[] {
  const order = closeUp(previous, present);
  const pinned = [...new Set(options.pinned)].filter((id) => order.includes(id));
  pinned.forEach((id, place) => swap(order, order.indexOf(id), place));
  bringSpeakerIntoView(order, pinned, options);
  return order;
}

/** Puts those who stay at their old places and newcomers after them; the last ones take the places that are empty. */
function closeUp<Id>(previous: readonly Id[], present: readonly Id[]): Id[] {
  const here = new Set(present);
  const before = new Set(previous);
  const places: { readonly id: Id; readonly taken: boolean }[] = [
    ...[...before].map((id) => ({ id, taken: here.has(id) })),
    ...[...here].filter((id) => !before.has(id)).map((id) => ({ id, taken: true })),
  ];
  const order: Id[] = [];
  for (let place = 0; place < places.length; place += 1) {
    while (places.at(-1)?.taken === false) places.pop();
    const current = places[place];
    if (current === undefined) break;
    const next = current.taken ? current : places.pop();
    if (next !== undefined) order.push(next.id);
  }
  return order;
}

function bringSpeakerIntoView<Id>(order: Id[], pinned: readonly Id[], options: TileOrderOptions<Id>): void {
  const { speaker, self, visible = order.length } = options;
  if (speaker === undefined || speaker === self) return;
  const from = order.indexOf(speaker);
  if (from < visible) return;
  for (let place = Math.floor(visible) - 1; place >= pinned.length; place -= 1) {
    if (order[place] === self) continue;
    swap(order, from, place);
    return;
  }
}

function swap<Id>(order: Id[], a: number, b: number): void {
  [order[a], order[b]] = [order[b] as Id, order[a] as Id];
}
