const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The first letter of the first and of the last word, as people count letters: an emoji or a joined sign is one. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s\-–—_.@]+/u).filter((word) => /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(word));
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words.slice(0, 1);
  return ends.map((word) => firstLetter(word ?? '')).join('');
}

function firstLetter(word: string): string {
  for (const { segment } of graphemes.segment(word)) {
    if (/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(segment)) return segment.toLocaleUpperCase();
  }
  return '';
}

/** A hue in degrees, always the same for the same name, so that people keep their colour on every screen. */
export function hueOf(name: string): number {
  let hash = 0;
  for (const letter of name) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 4_294_967_296;
  // Twelve hues, 30° apart: neighbours are told apart at a glance.
  return (hash % 12) * 30 + 15;
}
