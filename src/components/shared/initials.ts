/** One letter, digit or emoji with all that is joined to it: to people that is one sign. */
const sign =
  /[\p{L}\p{N}]\p{M}*|\p{Extended_Pictographic}(?:\p{M}|\p{Emoji_Modifier}|\u{200d}\p{Extended_Pictographic})*/u;

/** The first sign of the first and of the last word; empty where there is none. */
export function initialsOf(name: string): string {
  const signs = name.split(/[\s\-–—_.@]+/u).flatMap((word) => sign.exec(word)?.[0] ?? []);
  return [signs[0] ?? '', signs.length > 1 ? (signs.at(-1) ?? '') : ''].join('').toLocaleUpperCase();
}

/** A hue in degrees, always the same for the same name, so that people keep their colour on every screen. */
export function hueOf(name: string): number {
  let hash = 0;
  for (const letter of name) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 4_294_967_296;
  // Twelve hues, 30° apart: neighbours are told apart at a glance.
  return (hash % 12) * 30 + 15;
}
