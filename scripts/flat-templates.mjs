import { Visitor, parseSync } from 'vite';

/**
 * Takes the indentation out of `html`, `svg` and `css` templates, which a minifier has to leave as they are.
 *
 * @returns {import('vite').Plugin}
 */
export function flatTemplates() {
  return {
    name: 'flat-templates',
    enforce: 'pre',
    transform: { filter: { id: /[\\/]src[\\/].+\.ts$/ }, handler: (code, id) => ({ code: flat(code, id), map: null }) },
  };
}

/** @param {string} code @param {string} fileName */
export function flat(code, fileName) {
  /** @type {{ start: number, end: number, tidy: (text: string) => string }[]} */
  const pieces = [];
  new Visitor({
    TaggedTemplateExpression({ tag, quasi }) {
      const tidy = tag.type === 'Identifier' ? tidied[tag.name] : undefined;
      if (!tidy) return;
      for (const { start, end, tail } of quasi.quasis) {
        // The signs around a piece count to it: "`" or "}" before, "`" or "${" behind.
        pieces.push({ start: start + 1, end: end - (tail ? 1 : 2), tidy });
      }
    },
  }).visit(parseSync(fileName, code).program);
  // From the end, so that positions before it stay true.
  return pieces
    .sort((a, b) => b.start - a.start)
    .reduce(
      (text, { start, end, tidy }) => text.slice(0, start) + tidy(code.slice(start, end)) + text.slice(end),
      code,
    );
}

/**
 * What a template says without the white space that means nothing there. A run of white space with a line break in it is one
 * space to HTML and CSS; between two tags it is nothing, as in JSX.
 *
 * @type {Record<string, (text: string) => string>}
 */
const tidied = {
  html: tidyMarkup,
  svg: tidyMarkup,
  css: (text) =>
    text
      .replace(/\/\*[^]*?\*\//g, '')
      .replace(/\s*\n\s*/g, ' ')
      .replace(/ ?([{};,]) ?/g, '$1')
      .replace(/: /g, ':')
      .replace(/;}/g, '}'),
};

/** @param {string} text */
function tidyMarkup(text) {
  return text
    .replace(/>\s*\n\s*(?=<)/g, '>')
    .replace(/\s*\n\s*(?=\/?>)/g, '')
    .replace(/\s*\n\s*/g, ' ')
    .replace(/ \/>/g, '/>');
}
