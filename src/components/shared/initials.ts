/** One letter, digit or emoji with all code points that are joined to it: what people see as one character. */
const sign =
  /[\p{L}\p{N}]\p{M}*|\p{Extended_Pictographic}(?:\p{M}|\p{Emoji_Modifier}|\u{200d}\p{Extended_Pictographic})*/u;

/** The first characters of the first and of the last word; empty if there is none. */
export function initialsOf(name: string): string {
  const signs = name.split(/[\s\-–—_.@]+/u).flatMap((word) => sign.exec(word)?.[0] ?? []);
  return [signs[0] ?? '', signs.length > 1 ? (signs.at(-1) ?? '') : ''].join('').toLocaleUpperCase();
}

/** A hue in degrees. It depends on the name only, so a participant has the same colour on every screen. */
export function hueOf(name: string): number {
  let hash = 0;
  for (const letter of name) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 4_294_967_296;
  // Twelve hues, 30° apart, are easy to distinguish.
  return (hash % 12) * 30 + 15;
}
