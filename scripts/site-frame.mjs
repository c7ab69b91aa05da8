import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const place = /<!-- frame: ([a-z]+) -->/g;

/**
 * Puts into each page of the demo what it has in common with the others, where it says `<!-- frame: name -->`: the file
 * `site/name.html` of the demo. In the list of pages, the one that is open is marked.
 *
 * @param {string} folder the demo
 * @returns {import('vite').Plugin}
 */
export function siteFrame(folder) {
  /** @param {string} html @returns {string} */
  const framed = (html) =>
    html.replace(place, (_, name) => framed(readFileSync(join(folder, 'site', `${name}.html`), 'utf8').trim()));
  return {
    name: 'site-frame',
    enforce: 'pre',
    transformIndexHtml: {
      order: 'pre',
      handler: (html, { path }) =>
        framed(html).replace(`<a href="${path.replace(/index\.html$/, '')}">`, (link) =>
          link.replace('>', ' aria-current="page">'),
        ),
    },
  };
}
