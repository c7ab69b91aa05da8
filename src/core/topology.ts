/** Which links to open and which to close. */
export interface LinkChanges<Id> {
  readonly open: readonly Id[];
  readonly close: readonly Id[];
}

/**
 * What leads from the links there are to the links there should be: one to each participant in `want`, and none to
 * anybody else. Each id is named once, in the order in which it was given.
 */
export function diffLinks<Id>(have: Iterable<Id>, want: Iterable<Id>): LinkChanges<Id> {
  const there = new Set(have);
  const wanted = new Set(want);
  return {
    open: [...wanted].filter((id) => !there.has(id)),
    close: [...there].filter((id) => !wanted.has(id)),
  };
}
