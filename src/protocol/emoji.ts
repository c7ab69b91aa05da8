import { limits } from './limits.js';

const toned = '\\p{Extended_Pictographic}(?:\\ufe0f|\\p{Emoji_Modifier})?';

/**
 * One emoji as people see it (UTS 51, section 1.4.9): a flag, a key cap, or pictures joined to one, each with its skin tone;
 * the flags of regions that are spelled with tags.
 */
const pattern = new RegExp(
  `^(?:\\p{Regional_Indicator}{2}|[0-9#*]\\ufe0f?\\u20e3|\\u{1f3f4}[\\u{e0061}-\\u{e007a}]+\\u{e007f}|${toned}(?:\\u200d${toned})*)$`,
  'u',
);

/** Whether a value is one emoji and nothing else: all that a reaction may say. */
export function isEmoji(value: unknown): value is string {
  return typeof value === 'string' && value.length <= limits.emojiLength && pattern.test(value);
}
