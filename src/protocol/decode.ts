import * as v from 'valibot';

type Schema<T> = v.GenericSchema<unknown, T>;

/**
 * Makes the decoder of one kind of message: text of at most `length` UTF-16 units that is JSON and fits the schema, or undefined.
 * It never throws. Unknown properties are dropped, so that a newer sender may say more.
 */
export function decoderOf<T>(schema: Schema<T>, length: number): (text: unknown) => T | undefined {
  return (text) => {
    if (typeof text !== 'string' || text.length > length) return undefined;
    try {
      const result = v.safeParse(schema, JSON.parse(text));
      return result.success ? result.output : undefined;
    } catch {
      return undefined;
    }
  };
}
