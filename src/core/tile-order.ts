export interface TileOrderOptions<Id> {
  /** Come first, in this order. Those not present count for nothing. */
  readonly pinned?: readonly Id[];
  /** Who speaks now, and is to be in view. */
  readonly speaker?: Id;
  /** How many tiles are in view. Default: all. */
  readonly visible?: number;
  /** Never gives way to a speaker and is never brought into view for speaking: people know that they speak. */
  readonly self?: Id;
}

/**
 * Orders tiles so that they move only when they must: who stays keeps the place, newcomers go to the end, and the last
 * tile takes the place that a leaver leaves, so that one tile moves and not a whole row. A tile that has to come forward
 * (pinned, or speaking out of view) changes places with one other; the last unpinned tile in view gives way to a speaker.
 *
 * Feed the result back as `previous`: the order is stable as long as nothing changes.
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

/** Everyone who stays at the old place, newcomers after them, and places left empty taken by the last. */
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
