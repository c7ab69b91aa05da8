import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';
import { en } from '../../../src/locales/en.js';

type SyntaxNode = Readonly<Record<string, unknown>>;
/** Where in a dictionary a value comes from; `*` is a key that only running the code can tell. */
type Path = readonly string[];
/** The variables of a function that hold a part of a dictionary. */
type Bindings = Map<string, Path>;

const root = fileURLToPath(new URL('../../../src', import.meta.url));

/** Every part of a dictionary that the sources take out of it. */
const taken: Path[] = [];
/** Every name and text in the sources: what can stand for a `*`. */
const mentioned = new Set<string>();

for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
  if (!name.endsWith('.ts') || name.startsWith('locales')) continue;
  read(parseSync(name, readFileSync(join(root, name), 'utf8')).program, new Map());
}

describe('every word of the dictionary', () => {
  it('is used by an element', () => {
    const unused = pathsOf(en).filter((path) => !taken.some((part) => fits(part, path)));
    expect(unused.map((path) => path.join('.'))).toEqual([]);
  });
});

function pathsOf(words: object, path: Path = []): Path[] {
  return Object.entries(words).flatMap(([key, word]) =>
    typeof word === 'object' ? pathsOf(word as object, [...path, key]) : [[...path, key]],
  );
}

/** Whether taking `part` takes the word at `path`: a group that is handed on is used as a whole. */
function fits(part: Path, path: Path): boolean {
  return part.every((key, index) => {
    const word = path[index];
    return word !== undefined && (key === '*' ? mentioned.has(word) : key === word);
  });
}

/** Walks through code in its order, noting which variables hold parts of a dictionary, and which parts are used. */
function read(value: unknown, known: Bindings): void {
  if (Array.isArray(value)) {
    for (const item of value) read(item, known);
    return;
  }
  if (!isNode(value)) return;
  const { type } = value;
  // `Dictionary['check']` names a word without using it.
  if (type === 'TSIndexedAccessType') return;
  if (type === 'Literal' && typeof value['value'] === 'string') mentioned.add(value['value']);
  const path = pathOf(value, known);
  if (path) {
    // The whole dictionary is handed on in many places, which uses none of its words yet.
    if (path.length > 0) taken.push(path);
    if (type === 'MemberExpression' && value['computed']) read(value['property'], known);
    return;
  }
  if (type === 'VariableDeclarator') {
    const { id, init } = value;
    const from = pathOf(init, known);
    if (from) return bind(id, from, known);
    if (isNode(id) && hasWords(init)) return bindKeys(id, dictionaryOf, known);
  }
  if (Array.isArray(value['params']) && 'body' in value) {
    const inner = new Map(known);
    for (const parameter of value['params'] as SyntaxNode[]) bindParameter(parameter, inner);
    return read(value['body'], inner);
  }
  for (const child of Object.values(value)) read(child, known);
}

function bindParameter(parameter: SyntaxNode, known: Bindings): void {
  const annotation = parameter['typeAnnotation'];
  const typed = isNode(annotation) ? annotation['typeAnnotation'] : undefined;
  const typeName = isNode(typed) && isNode(typed['typeName']) ? typed['typeName']['name'] : undefined;
  if (typeName === 'Dictionary') bind(parameter, [], known);
  else if (typeName === 'WordsProvider') bindKeys(parameter, dictionaryOf, known);
  else if (parameter['type'] === 'Identifier') known.delete(String(parameter['name']));
}

function bind(target: unknown, path: Path, known: Bindings): void {
  if (!isNode(target)) return;
  if (target['type'] === 'Identifier') known.set(String(target['name']), path);
  else bindKeys(target, (key) => [...path, key], known);
}

function bindKeys(pattern: SyntaxNode, pathOfKey: (key: string) => Path | undefined, known: Bindings): void {
  if (pattern['type'] !== 'ObjectPattern') return;
  for (const property of pattern['properties'] as SyntaxNode[]) {
    const { key, value } = property;
    const path = isNode(key) ? pathOfKey(String(key['name'] ?? key['value'])) : undefined;
    if (path) bind(value, path, known);
  }
}

/** Of what an element or a controller of words has, `words` is the dictionary. */
function dictionaryOf(key: string): Path | undefined {
  return key === 'words' ? [] : undefined;
}

/** The part of a dictionary that an expression gives, if it gives one. */
function pathOf(value: unknown, known: Bindings): Path | undefined {
  if (!isNode(value)) return undefined;
  if (value['type'] === 'Identifier') return known.get(String(value['name']));
  if (value['type'] !== 'MemberExpression') return undefined;
  const { object, property, computed } = value;
  const name = isNode(property) ? String(property['name']) : '';
  if (hasWords(object) && name === 'words') return [];
  const path = pathOf(object, known);
  return path && [...path, computed ? '*' : name];
}

/** An element itself, `this`, or `this.#words`, its controller of words. */
function hasWords(value: unknown): boolean {
  if (!isNode(value)) return false;
  if (value['type'] === 'ThisExpression') return true;
  const { property } = value;
  return isNode(property) && property['type'] === 'PrivateIdentifier' && property['name'] === 'words';
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null;
}
