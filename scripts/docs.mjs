// Writes docs/api.md, the tables of what each element takes, does and tells, from the comments above the elements.
//
//   node scripts/docs.mjs           writes it
//   node scripts/docs.mjs --check   fails when it is not up to date
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ensurePackages } from './ensure-packages.mjs';
import { root } from './root.mjs';
import { runNode } from './run-tool.mjs';

/** @typedef {Record<string, any>} Entry a declaration or a part of one, in the form of custom-elements.json */

const path = join(root, 'docs/api.md');

await ensurePackages();
if ((await runNode(['scripts/build.mjs'])) !== 0) process.exit(1);
const wanted = await tables();
if (process.argv.includes('--check')) {
  const isSame = existsSync(path) && readFileSync(path, 'utf8') === wanted;
  if (!isSame) console.error('docs/api.md is not up to date: npm run docs');
  process.exitCode = isSame ? 0 : 1;
} else {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, wanted);
}

async function tables() {
  /** @type {{ modules: { declarations: Entry[] }[] }} */
  const manifest = JSON.parse(readFileSync(join(root, 'dist/custom-elements.json'), 'utf8'));
  const elements = manifest.modules
    .flatMap(({ declarations }) => declarations)
    // The call first, for everything else serves it.
    .sort((a, b) => rank(a).localeCompare(rank(b)));
  const markdown = [
    '# The elements',
    '<!-- Written by `npm run docs` from the comments in src/components. -->',
    ...elements.flatMap(chaptersOf),
  ].join('\n\n');
  const { format, resolveConfig } = await import('prettier');
  return format(markdown, { ...(await resolveConfig(path)), parser: 'markdown' });
}

/** @param {Entry} element */
function rank({ tagName }) {
  return tagName === 'p2p-call' ? '' : tagName;
}

/**
 * @param {Entry} element
 * @returns {string[]}
 */
function chaptersOf(element) {
  // A property that an attribute sets stands with the attribute.
  const fields = (element.members ?? []).filter(
    (/** @type {Entry} */ { kind, attribute }) => kind === 'field' && !attribute,
  );
  const methods = (element.members ?? []).filter((/** @type {Entry} */ { kind }) => kind === 'method');
  return [
    `## \`<${element.tagName}>\``,
    element.description ?? '',
    ...table('Attribute (property where it differs)', element.attributes, ({ name, fieldName, type }) => [
      fieldName && fieldName !== name ? `${name} (${fieldName})` : name,
      type?.text,
    ]),
    ...table('Property', fields, ({ name, type, readonly }) => [
      name,
      [type?.text, readonly && 'read-only'].filter(Boolean).join(', '),
    ]),
    ...table('Method', methods, ({ name, parameters = [], return: returned }) => [
      `${name}(${parameters.map((/** @type {Entry} */ parameter) => `${parameter.name}${parameter.optional ? '?' : ''}`).join(', ')})`,
      returned?.type?.text,
    ]),
    ...table('Event', element.events, ({ name, type }) => [name, type?.text]),
    ...table('Slot', element.slots, ({ name }) => [name || '(default)']),
    ...table('Part', element.cssParts, ({ name }) => [name]),
    ...table('Custom property', element.cssProperties, ({ name, default: initial }) => [name, initial]),
    ...table('Custom state', element.cssStates, ({ name }) => [name]),
  ];
}

/**
 * @param {string} title
 * @param {Entry[] | undefined} entries
 * @param {(entry: Entry) => (string | undefined)[]} columnsOf name, and type where there are types
 * @returns {string[]}
 */
function table(title, entries, columnsOf) {
  if (!entries || entries.length === 0) return [];
  const hasType = entries.some((entry) => columnsOf(entry)[1]);
  const rows = entries.map((entry) => {
    const [name, type] = columnsOf(entry);
    const words = cell(entry['description'] ?? '');
    return hasType ? `| ${code(name)} | ${code(type)} | ${words} |` : `| ${code(name)} | ${words} |`;
  });
  const heads = hasType ? `| ${title} | Type | |\n|---|---|---|` : `| ${title} | |\n|---|---|`;
  return [[heads, ...rows].join('\n')];
}

/** @param {string | undefined} text */
function code(text) {
  return text ? `\`${cell(text)}\`` : '';
}

/** @param {string} text */
function cell(text) {
  return text
    .replace(/\s+/g, ' ')
    .replaceAll('|', String.raw`\|`)
    .trim();
}
