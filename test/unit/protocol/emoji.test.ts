import { describe, expect, it } from 'vitest';
import { isEmoji } from '../../../src/protocol/emoji.js';

describe('isEmoji', () => {
  for (const emoji of ['👍', '❤️', '❤', '👏🏽', '👩‍👩‍👧‍👦', '👩🏽‍🤝‍👨🏿', '🏳️‍🌈', '🇩🇪', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', '1️⃣', '🎉', '😂']) {
    it(`takes ${emoji}`, () => expect(isEmoji(emoji)).toBe(true));
  }

  const others: unknown[] = [
    '',
    'a',
    '1',
    '👍👍',
    '👍 ',
    '<b>',
    '\u200d',
    '👍\u202e',
    '🇩',
    `👩${'\u200d👩'.repeat(20)}`,
    'https://example.com',
    7,
    null,
    undefined,
    ['👍'],
  ];
  for (const other of others) {
    it(`refuses ${JSON.stringify(other)}`, () => expect(isEmoji(other)).toBe(false));
  }
});
