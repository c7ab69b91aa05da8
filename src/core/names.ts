import { limits } from '../protocol/limits.js';

/** As many letters as a call takes of a name. */
export const longestName: number = limits.nameLength;

/** So many people are named at once; the others are counted. */
const namedAtOnce = 3;

/**
 * Names some of several people and counts the others, so that a sentence does not grow too long. Nobody becomes "1 other": a fourth
 * name takes no more room.
 */
export function nameSome(names: readonly string[]): { readonly named: readonly string[]; readonly more: number } {
  const count = names.length <= namedAtOnce + 1 ? names.length : namedAtOnce;
  return { named: names.slice(0, count), more: names.length - count };
}
