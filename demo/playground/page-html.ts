import type { Attributes } from './attribute-form.js';
import { create } from '../site/find.js';

/** Longer lines are broken before each attribute. */
const longestLine = 76;

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' };

/** The HTML that puts the same call on another page. */
export function htmlOf(scriptUrl: string, attributes: Attributes): string {
  const script = `<script type="module" src="${scriptUrl}"></script>`;
  const written = [...attributes].flatMap(([name, value]) => {
    if (value === undefined) return [];
    return [value === '' ? name : `${name}="${value.replace(/[&"<>]/gu, (sign) => escapes[sign] ?? sign)}"`];
  });
  const line = ['<p2p-call', ...written].join(' ');
  const call = line.length <= longestLine ? `${line}>` : `<p2p-call\n${written.map((one) => `  ${one}\n`).join('')}>`;
  return `${script}\n${call}</p2p-call>`;
}

/** The same text with its tags, attributes and values told apart. */
export function highlightHtml(html: string): Node[] {
  const tokens = html.matchAll(/(?<tag><\/?[\w-]+|>)|(?<value>"[^"]*")|(?<attribute>[\w-]+(?==?))|[^<>"\w]+|./gu);
  return [...tokens].map(({ 0: text, groups = {} }) => {
    const kind = ['tag', 'value', 'attribute'].find((name) => groups[name] !== undefined);
    return kind ? create('span', kind, text) : document.createTextNode(text);
  });
}
