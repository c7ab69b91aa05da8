// Writes what can be read out of the code into the documents, between `<!-- generated: … -->` and `<!-- end -->`.
//
//   node scripts/docs.mjs            writes
//   node scripts/docs.mjs --check    fails where a document is not as it would be written, or says nothing of an error code
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensurePackages } from './ensure-packages.mjs';
import { root } from './root.mjs';
import { runNode } from './run-tool.mjs';

/**
 * @typedef {{ name: string, description?: string, default?: string, type?: { text: string } }} Entry
 * @typedef {Entry & { kind: string, attribute?: string, readonly?: boolean, parameters?: (Entry & { optional?: boolean })[] }} Member
 * @typedef {{ attributes?: (Entry & { fieldName?: string })[], members?: Member[], events?: Entry[], slots?: Entry[] }} Api
 * @typedef {{ cssParts?: Entry[], cssProperties?: Entry[], cssStates?: Entry[] }} Styling
 * @typedef {Api & Styling & { tagName: string, description: string }} Element
 * @typedef {(string | undefined)[]} Row
 */

const isCheck = process.argv.includes('--check');

ensurePackages();
if ((await runNode(['scripts/build.mjs'])) !== 0) throw new Error('The build failed, so there is nothing to read.');
const prettier = await import('prettier');

/** @type {{ modules: { declarations: Element[] }[] }} */
const manifest = JSON.parse(readFileSync(join(root, 'dist/custom-elements.json'), 'utf8'));
const elements = manifest.modules.flatMap(({ declarations }) => declarations);
/** @param {string} path */
const importBuilt = (path) => import(pathToFileURL(join(root, 'dist', path)).href);
/** @type {{ errorCodes: readonly string[] }} */
const { errorCodes } = await importBuilt('core/call-error.js');
/** @type {{ en: { errors: Record<string, { title: string, text: string, remedy: string }> } }} */
const { en } = await importBuilt('locales/en.js');

/**
 * What is written between two marks, by the first word of the mark and its subject.
 *
 * @type {Record<string, (subject: string) => string>}
 */
const kinds = {
  attributes: (tag) =>
    table(
      ['Attribute', 'Values', 'Default', ''],
      element(tag).attributes?.map(({ name, fieldName = name, type, default: initial = '', description }) => [
        code(name) + (fieldName === name ? '' : `<br>property ${code(fieldName)}`),
        // Without the quotes and the `undefined` of the property.
        code(bare(type?.text.replace(/ \| undefined$/, '')).replace(/^string$/, 'text')),
        ["''", '{}', 'undefined', ''].includes(initial) ? '' : code(bare(initial)),
        description,
      ]),
    ),
  properties: (tag) =>
    table(
      ['Property', 'Type', ''],
      membersOf(tag, 'field')
        .filter(({ attribute }) => attribute === undefined)
        .map(({ name, type, readonly, description = '' }) => [
          code(name),
          code(type?.text),
          description + (readonly ? ' Read-only.' : ''),
        ]),
    ),
  methods: (tag) =>
    table(
      ['Method', ''],
      membersOf(tag, 'method')
        // Behind its overloads stands what implements them all, which nobody calls as it is written.
        .filter(({ name }, at, all) => all.findIndex((one) => one.name === name) === at || all[at + 1]?.name === name)
        .map(({ name, parameters = [], description }) => {
          const written = parameters.map(
            (one) =>
              `${one.name}${one.optional || one.default !== undefined ? '?' : ''}: ${one.type?.text ?? 'unknown'}`,
          );
          return [code(`${name}(${written.join(', ')})`), description];
        }),
    ),
  events: (tag) => list('Event', '`detail`, and when', element(tag).events),
  slots: (tag) => list('Slot', '', element(tag).slots, (name) => (name ? code(name) : 'default')),
  parts: (tag) => list('Part', '', element(tag).cssParts),
  'custom-properties': (tag) => list('Custom property', '', element(tag).cssProperties),
  states: (tag) => list('State', '', element(tag).cssStates, (name) => code(`:state(${name})`)),
  tags: () =>
    table(
      ['Element', ''],
      elements.map(({ tagName, description }) => [
        `[${code(`<${tagName}>`)}](#${tagName})`,
        /^[^]*?\.(?=\s|$)/.exec(description)?.[0],
      ]),
    ),
  /** Everything about every element but `p2p-call`, which has a chapter of its own. */
  elements: () =>
    elements
      .filter(({ tagName }) => tagName !== 'p2p-call')
      .flatMap(({ tagName, description }) => [
        `### ${tagName}`,
        description,
        ...['attributes', 'properties', 'events', 'slots', 'parts', 'custom-properties'].map((kind) =>
          kinds[kind]?.(tagName),
        ),
      ])
      .filter(Boolean)
      .join('\n\n'),
  /** What people read about an error. */
  words: (errorCode) => {
    const { title, text, remedy } = known(en.errors[errorCode], errorCode);
    return `> **${title}.** ${text} ${remedy}`.trim();
  },
};

let isStale = false;
const documents = readdirSync(join(root, 'docs'), { recursive: true }).map((name) => join(root, 'docs', String(name)));
for (const path of [join(root, 'README.md'), ...documents.filter((name) => name.endsWith('.md')).sort()]) {
  const before = readFileSync(path, 'utf8');
  const filled = before.replaceAll(
    /(<!-- generated: ([\w-]+) ?([\w-]*) -->\n)[^]*?(<!-- end -->)/g,
    (_, begin, kind, subject, end) => `${begin}\n${known(kinds[kind], kind)(subject)}\n\n${end}`,
  );
  const after = await prettier.format(filled, { ...(await prettier.resolveConfig(path)), filepath: path });
  if (after === before) continue;
  isStale = true;
  if (!isCheck) writeFileSync(path, after);
  console.log(`${relative(root, path)} ${isCheck ? 'is stale: run npm run docs' : 'written'}`);
}
const explained = readFileSync(join(root, 'docs/guides/errors.md'), 'utf8');
const unexplained = errorCodes.filter((errorCode) => !explained.includes(`### ${errorCode}\n`));
for (const errorCode of unexplained) console.log(`docs/guides/errors.md says nothing of ${errorCode}`);
if (unexplained.length > 0 || (isCheck && isStale)) process.exitCode = 1;
else console.log(isStale ? 'The documents are up to date now.' : 'The documents are up to date.');

/** @param {string} tag */
function element(tag) {
  return known(
    elements.find(({ tagName }) => tagName === tag),
    tag,
  );
}

/** @param {string} tag @param {Member['kind']} kind */
function membersOf(tag, kind) {
  return (element(tag).members ?? []).filter((member) => member.kind === kind);
}

/** @param {string} [text] */
function code(text = '') {
  return `\`${text}\``;
}

/** @param {string} [text] */
function bare(text = 'string') {
  return text.replaceAll("'", '');
}

/** @param {string} head @param {string} meaning @param {Entry[]} [entries] @param {(name: string) => string} [write] */
function list(head, meaning, entries = [], write = code) {
  return table(
    [head, meaning],
    entries.map(({ name, description }) => [write(name), description]),
  );
}

/** @param {Row} heads @param {Row[]} [rows] */
function table(heads, rows = []) {
  if (rows.length === 0) return '';
  const escaped = rows.map((row) => row.map((cell = '') => cell.replaceAll('\n', ' ').replaceAll('|', '\\|')));
  return [heads, heads.map(() => '---'), ...escaped].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** @template T @param {T | undefined} value @param {string} name */
function known(value, name) {
  if (value === undefined) throw new Error(`A document asks for ${name}, which is not there.`);
  return value;
}
