// The parts that messages are made of. No sender learns what is wrong with its message, so a shape only says whether a value fits.
import * as v from 'valibot';
import { limits } from './limits.js';

/** A schema of which only the result counts. */
type Shape<T> = v.GenericSchema<unknown, T>;

/** A text of at most `most` UTF-16 units, which fits the pattern if there is one. */
export function text(most: number, pattern?: RegExp): Shape<string> {
  return v.custom<string>(
    (value) => typeof value === 'string' && value.length <= most && (!pattern || pattern.test(value)),
  );
}

/** A whole number from `least` to `most`. */
export function whole(least: number, most: number): Shape<number> {
  return v.custom<number>((value) => Number.isInteger(value) && Number(value) >= least && Number(value) <= most);
}

/** A number that counts, from `least` on. */
export function countFrom(least: number): Shape<number> {
  return whole(least, limits.count);
}

/** From `least` to `most` items of one kind, counted before any of them is looked at. */
export function list<T>(item: Shape<T>, most: number, least = 0): Shape<T[]> {
  return v.pipe(
    v.custom<unknown[]>((value) => Array.isArray(value) && value.length >= least && value.length <= most),
    v.array(item),
  );
}

/** An object that is passed on as it is; only the receiver decodes it. */
export const unread: Shape<Record<string, unknown>> = v.custom<Record<string, unknown>>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);

type Kinds<K extends string, S extends Record<string, v.ObjectEntries>> = {
  [T in keyof S]: Record<K, T> & v.InferOutput<v.ObjectSchema<S[T], undefined>>;
}[keyof S];

/** One of several objects; the text under `key` says which. */
export function kinds<K extends string, S extends Record<string, v.ObjectEntries>>(
  key: K,
  shapes: S,
): Shape<Kinds<K, S>> {
  const schemas = new Map<unknown, v.GenericSchema>(
    Object.entries(shapes).map(([kind, entries]) => [kind, v.object({ [key]: v.unknown(), ...entries })]),
  );
  const schemaFor = (value: unknown): v.GenericSchema =>
    schemas.get((value as Record<string, unknown> | null | undefined)?.[key]) ?? v.never();
  return v.lazy(schemaFor) as Shape<Kinds<K, S>>;
}
