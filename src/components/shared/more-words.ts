import type { Dictionary } from '../../locales/en.js';
import { type More, moreEn } from '../../locales/en-more.js';

/**
 * The words of what comes on demand. Only elements in files of their own import this, so that a call is joined without the
 * English ones; other languages bring all their words along.
 */
export function moreOf(words: Dictionary): More {
  return words.more ?? moreEn;
}
