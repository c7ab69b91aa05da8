import { limits } from './limits.js';

// Control characters, bidirectional overrides and isolates (UAX 9), invisible fillers, lone surrogates: a name with them can
// reorder or hide the words around it.
const spaces = /\s+/gu;
const hidden = '\\p{Cs}\\u061c\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u2064\\u2066-\\u206f\\ufeff\\ufff9-\\ufffb';
const unprintable = new RegExp(`[\\p{Cc}${hidden}]`, 'gu');
// The same but for line breaks.
const invisible = new RegExp(`(?!\\n)[\\p{Cc}${hidden}]`, 'gu');
// More marks on one letter than any script uses: stacked to cover the lines above and below.
const stackedMarks = /(\p{M}{4})\p{M}+/gu;

/** One line of plain text: no control or bidi characters, white space folded, at most `length` code points. */
export function cleanText(text: string, length: number): string {
  // The text is cut before the expressions run, so that a hostile text costs no more than a long honest one.
  const cut = text.slice(0, length * 8);
  // A line break is white space and a control character: it becomes a space before control characters are removed. Removing
  // brings other characters together, so letters are composed and spaces folded afterwards.
  const printable = cut.replace(spaces, ' ').replace(unprintable, '');
  const clean = printable.normalize('NFC').replace(spaces, ' ').replace(stackedMarks, '$1').trim();
  return [...clean].slice(0, length).join('').trim();
}

/** A display name as it is shown; may be empty. */
export function cleanName(name: string): string {
  return cleanText(name, limits.nameLength);
}

/** A message of a chat as it is shown, with its line breaks; empty where nothing is left. At most 4,000 code points. */
export function cleanMessage(text: string): string {
  const clean = text
    .slice(0, limits.messageLength * 8)
    .replace(/\r\n?|[\u2028\u2029]/gu, '\n')
    .replaceAll('\t', '  ')
    .replace(invisible, '')
    .normalize('NFC')
    .replace(stackedMarks, '$1')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
  return [...clean].slice(0, limits.messageLength).join('').trim();
}

/** The room that a text names, in NFC so that names that look the same are the same; undefined unless it has 1 to 128 code points. */
export function cleanRoom(room: string): string | undefined {
  const clean = room
    .slice(0, limits.roomLength * 8)
    .normalize('NFC')
    .replace(/\p{Cs}/gu, '')
    .trim();
  const length = [...clean].length;
  return length > 0 && length <= limits.roomLength && room.length <= limits.roomLength * 8 ? clean : undefined;
}

/** A room as one segment of a path (RFC 3986 section 3.3). The room server reads it back with `roomFromPath`. */
export function roomToPath(room: string): string {
  // A path takes "." and ".." as steps, even when they are encoded, but not the same in full-width characters.
  return encodeURIComponent(/^\.{1,2}$/u.test(room) ? room.replaceAll('.', '．') : room);
}

/** The room that a path segment names; undefined when it names none. */
export function roomFromPath(segment: string): string | undefined {
  try {
    return cleanRoom(decodeURIComponent(segment));
  } catch {
    return undefined;
  }
}

/** UTF-8 length in bytes. There is no encoder, as this module uses nothing but the language. */
export function utf8Bytes(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
