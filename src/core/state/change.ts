/** The value with changes, frozen; the same object where nothing changes. */
export function change<T extends object>(value: T, changes: Partial<T>): T {
  const keys = Object.keys(changes) as (keyof T)[];
  return keys.every((key) => value[key] === changes[key]) ? value : Object.freeze({ ...value, ...changes });
}

/** The entries with one set, or removed where `value` is undefined. */
export function withEntry<T extends object, K extends keyof T>(entries: T, key: K, value: T[K] | undefined): T {
  if (entries[key] === value) return entries;
  const next = { ...entries };
  if (value === undefined) delete next[key];
  else next[key] = value;
  return Object.freeze(next);
}

/** A decoded object is always a new one: the known one stays while both say the same, so that nothing seems to change. */
export function sameJson<T>(known: T, next: T): T {
  return JSON.stringify(known) === JSON.stringify(next) ? known : next;
}
