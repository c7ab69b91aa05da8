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
 * @typedef {Entry & { fieldName?: string }} Attribute
 * @typedef {Entry & { kind: 'field' | 'method', attribute?: string, readonly?: boolean, parameters?: (Entry & { optional?: boolean })[], return?: { type: { text: string } } }} Member
 * @typedef {object} Element
 * @property {string} tagName
 * @property {string} description
 * @property {Attribute[]} [attributes]
 * @property {Member[]} [members]
 * @property {Entry[]} [events]
 * @property {Entry[]} [slots]
 * @property {Entry[]} [cssParts]
 * @property {Entry[]} [cssProperties]
 * @property {Entry[]} [cssStates]
 */

const isCheck = process.argv.includes('--check');

await ensurePackages();
if ((await runNode(['scripts/build.mjs'])) !== 0) throw new Error('The build failed, so there is nothing to read.');
const prettier = await import('prettier');

/** @type {{ modules: { declarations: Element[] }[] }} */
const manifest = JSON.parse(readFileSync(join(root, 'dist/custom-elements.json'), 'utf8'));
const elements = new Map(
  manifest.modules.flatMap(({ declarations }) => declarations).map((element) => [element.tagName, element]),
);
/** @type {{ errorCodes: readonly string[] }} */
const { errorCodes } = await importBuilt('core/call-error.js');
/** @type {{ en: { errors: Record<string, { title: string, text: string, remedy: string }> } }} */
const { en } = await importBuilt('locales/en.js');

/**
 * What each kind of block says, by the first word of its name.
 *
 * @type {Record<string, (subject: string) => string>}
 */
const kinds = {
  attributes: (tag) =>
    table(
      ['Attribute', 'Values', 'Default', ''],
      (element(tag).attributes ?? []).map(({ name, fieldName, type, default: initial, description }) => [
        code(name) + (fieldName && fieldName !== name ? `<br>property ${code(fieldName)}` : ''),
        code(valuesOf(type?.text)),
        initial === undefined || ["''", '{}', 'undefined'].includes(initial) ? '' : code(initial.replaceAll("'", '')),
        description,
      ]),
    ),
  properties: (tag) =>
    table(
      ['Property', 'Type', ''],
      membersOf(tag, 'field')
        .filter(({ attribute }) => attribute === undefined)
        .map(({ name, type, readonly, description }) => [
          code(name),
          code(type?.text),
          `${description}${readonly ? ' Read-only.' : ''}`,
        ]),
    ),
  methods: (tag) =>
    table(
      ['Method', ''],
      // Behind its overloads stands what implements them all, which nobody calls as it is written.
      membersOf(tag, 'method')
        .filter(
          ({ name }, index, all) =>
            all.findIndex((one) => one.name === name) === index || all[index + 1]?.name === name,
        )
        .map((method) => [code(signatureOf(method)), method.description]),
    ),
  events: (tag) => list(['Event', '`detail`, and when'], element(tag).events),
  slots: (tag) =>
    table(
      ['Slot', ''],
      (element(tag).slots ?? []).map(({ name, description }) => [name ? code(name) : 'default', description]),
    ),
  parts: (tag) => list(['Part', ''], element(tag).cssParts),
  'custom-properties': (tag) => list(['Custom property', ''], element(tag).cssProperties),
  states: (tag) =>
    table(
      ['State', ''],
      (element(tag).cssStates ?? []).map(({ name, description }) => [code(`:state(${name})`), description]),
    ),
  tags: () =>
    table(
      ['Element', ''],
      [...elements.values()].map(({ tagName, description }) => [
        `[${code(`<${tagName}>`)}](#${tagName})`,
        firstSentence(description),
      ]),
    ),
  /** Everything about every element but `p2p-call`, which has a chapter of its own. */
  elements: () =>
    [...elements.values()]
      .filter(({ tagName }) => tagName !== 'p2p-call')
      .map(({ tagName, description }) => `### ${tagName}\n\n${description}\n\n${blocksOf(tagName)}`)
      .join('\n\n'),
  /** What people read about an error. */
  words: (errorCode) => {
    const { title, text, remedy } = en.errors[errorCode] ?? fail(`There is no error ${errorCode}.`);
    return `> **${title}.** ${text} ${remedy}`.trim();
  },
};

let isStale = false;
for (const path of documents()) {
  const before = readFileSync(path, 'utf8');
  const after = await prettier.format(written(before), { ...(await prettier.resolveConfig(path)), filepath: path });
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

function documents() {
  const below = readdirSync(join(root, 'docs'), { recursive: true }).map((name) => join(root, 'docs', String(name)));
  return [join(root, 'README.md'), ...below].filter((path) => path.endsWith('.md')).sort();
}

/** @param {string} text */
function written(text) {
  return text.replaceAll(
    /(<!-- generated: ([\w-]+) ?([\w-]*) -->\n)[^]*?(<!-- end -->)/g,
    (_, begin, kind, subject, end) => {
      const write = kinds[kind] ?? fail(`Nothing generates ${kind}.`);
      return `${begin}\n${write(subject)}\n\n${end}`;
    },
  );
}

/** @param {string} tag */
function blocksOf(tag) {
  return ['attributes', 'properties', 'events', 'slots', 'parts', 'custom-properties']
    .map((kind) => kinds[kind]?.(tag) ?? '')
    .filter((block) => block !== '')
    .join('\n\n');
}

/** @param {string} tag */
function element(tag) {
  return elements.get(tag) ?? fail(`There is no element ${tag}.`);
}

/**
 * @param {string} tag
 * @param {Member['kind']} kind
 */
function membersOf(tag, kind) {
  return (element(tag).members ?? []).filter((member) => member.kind === kind);
}

/** @param {Member} method */
function signatureOf({ name, parameters = [] }) {
  const written = parameters.map(
    (one) => `${one.name}${one.optional || one.default !== undefined ? '?' : ''}: ${one.type?.text ?? 'unknown'}`,
  );
  return `${name}(${written.join(', ')})`;
}

/**
 * The values of an attribute, without the quotes and the `undefined` of the property.
 *
 * @param {string} [type]
 */
function valuesOf(type = 'string') {
  return type
    .replace(/ \| undefined$/, '')
    .replaceAll("'", '')
    .replace(/^string$/, 'text');
}

/** @param {string} text */
function firstSentence(text) {
  return /^[^]*?\.(?=\s|$)/.exec(text)?.[0] ?? text;
}

/** @param {string} [text] */
function code(text = '') {
  return `\`${text}\``;
}

/**
 * @param {string[]} heads
 * @param {Entry[]} [entries]
 */
function list(heads, entries = []) {
  return table(
    heads,
    entries.map(({ name, description }) => [code(name), description]),
  );
}

/**
 * @param {string[]} heads
 * @param {(string | undefined)[][]} rows
 */
function table(heads, rows) {
  if (rows.length === 0) return '';
  /** @param {(string | undefined)[]} cells */
  const line = (cells) =>
    `| ${cells.map((cell = '') => cell.replaceAll('\n', ' ').replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

/** @param {string} path */
function importBuilt(path) {
  return import(pathToFileURL(join(root, 'dist', path)).href);
}

/**
 * @param {string} message
 * @returns {never}
 */
function fail(message) {
  throw new Error(message);
}
