/** A stretch of a message: plain text, or an address that people may open. */
export interface Stretch {
  readonly text: string;
  /** The address; always http or https. */
  readonly href?: string;
}

const candidates = /(?:https?:\/\/|www\.)[^\s<>"'`]+/giu;
/** Punctuation at the end of an address that belongs to the sentence around it. */
const trailing = /[.,;:!?…。、，！？*_~)\]}]$/u;
const openings: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/**
 * Splits a message where addresses begin and end. If an address looks different from the place it leads to (a name before the
 * host, letters of other scripts), the link shows the address as the browser will open it, or there is no link at all.
 */
export function findLinks(message: string): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let end = 0;
  for (const { 0: found, index } of message.matchAll(candidates)) {
    const text = withoutTrailing(found);
    const url = parseWebAddress(text);
    // A match in the middle of a word is no address: "awww.example".
    if (!url || /[\p{L}\p{N}@]$/u.test(message.slice(0, index))) continue;
    if (index > end) stretches.push({ text: message.slice(end, index) });
    const isPlain = text.toLowerCase().includes(url.host);
    stretches.push({ text: isPlain ? text : url.href, href: url.href });
    end = index + text.length;
  }
  if (end < message.length) stretches.push({ text: message.slice(end) });
  return stretches;
}

function parseWebAddress(text: string): URL | undefined {
  try {
    const url = new URL(/^www\./iu.test(text) ? `https://${text}` : text);
    const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
    return isWeb && !url.username && !url.password && url.hostname.includes('.') ? url : undefined;
  } catch {
    return undefined;
  }
}

function withoutTrailing(found: string): string {
  let text = found;
  for (let last = text.at(-1) ?? ''; trailing.test(text); last = text.at(-1) ?? '') {
    const opening = openings[last];
    // If the opening bracket belongs to the address, so does the closing one.
    if (opening && text.split(opening).length >= text.split(last).length) break;
    text = text.slice(0, -1);
  }
  return text;
}
