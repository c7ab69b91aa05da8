import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';
import { controls } from '../../src/components/shared/controls.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Who may import what: folders and files of the project by their path, packages by their name. The first line that
 * fits a file holds for it. `own` stands for the folder of the element and the folders of those that it renders.
 */
const walls: readonly { of: string; may: readonly string[] }[] = [
  { of: 'src/protocol', may: ['src/protocol', 'valibot'] },
  { of: 'src/core', may: ['src/core', 'src/protocol'] },
  { of: 'src/session', may: ['src/session', 'src/core', 'src/protocol'] },
  { of: 'src/locales', may: ['src/locales', 'src/core'] },
  {
    of: 'src/components/shared',
    may: ['src/components/shared', 'src/core', 'src/locales', 'lit', '@lit/context'],
  },
  {
    of: 'src/components/p2p-call',
    may: ['own', 'src/components/shared', 'src/core', 'src/session', 'src/locales', 'lit', '@lit/context'],
  },
  { of: 'src/components', may: ['own', 'src/components/shared', 'src/core', 'src/locales', 'lit', '@lit/context'] },
  // The entry points only gather what the others make.
  { of: 'src', may: ['src/classes.js', 'src/components', 'src/core', 'src/locales', 'src/session'] },
  // Runs any machine, on any platform.
  { of: 'party/host.ts', may: ['src/protocol'] },
  // The one file that knows the platform.
  { of: 'party/partykit.ts', may: ['party', 'src/protocol', 'partykit'] },
  { of: 'party', may: ['party', 'src/protocol', 'jose'] },
  { of: 'demo', may: ['demo', 'p2p-call'] },
];

/** Time and chance are arguments here, so that a test can choose them. */
const timeless = [
  'src/protocol',
  'src/core',
  'party/room.ts',
  'party/access.ts',
  'party/host.ts',
  'party/room-machine.ts',
  'party/ice-cache.ts',
];

const clocks = [
  'Date.now',
  'Math.random',
  'performance',
  'crypto',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'requestAnimationFrame',
  'requestIdleCallback',
];

interface Source {
  readonly path: string;
  /** Paths of the project and names of packages. */
  readonly imports: readonly string[];
  /** Every name in the code, and every `object.property` of two plain names. */
  readonly names: ReadonlySet<string>;
  /** Tags of our elements in its templates. */
  readonly tags: ReadonlySet<string>;
}

const sources = ['src', 'party', 'demo'].flatMap(filesBelow).map(readSource);

describe('the walls', () => {
  it('see every source file', () => {
    expect(sources.length).toBeGreaterThan(20);
    expect(sources.flatMap(({ imports }) => imports).length).toBeGreaterThan(sources.length);
  });

  it('leave no file without a rule', () => {
    expect(sources.filter(({ path }) => !wallOf(path)).map(({ path }) => path)).toEqual([]);
  });

  for (const { of, may } of walls) {
    it(`${of} imports nothing but ${may.join(', ')}`, () => {
      const breaches = sources
        .filter(({ path }) => wallOf(path)?.of === of)
        .flatMap((source) =>
          source.imports.filter((name) => !isAllowed(source, name, may)).map((name) => [source.path, name]),
        );
      expect(breaches).toEqual([]);
    });
  }
});

describe('the clocks', () => {
  for (const folder of timeless) {
    it(`are not read in ${folder}`, () => {
      const breaches = sources
        .filter(({ path }) => isWithin(path, folder))
        .flatMap(({ path, names }) => clocks.filter((clock) => names.has(clock)).map((clock) => [path, clock]));
      expect(breaches).toEqual([]);
    });
  }

  it('are looked for in files that exist', () => {
    expect(timeless.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});

describe('the elements', () => {
  const tags = existsSync(join(root, 'src/components'))
    ? readdirSync(join(root, 'src/components')).filter((name) => name !== 'shared')
    : [];

  for (const tag of tags) {
    it(`${tag} has a class without side effects and a file that registers it`, () => {
      const element = sources.find(({ path }) => path === `src/components/${tag}/${tag}.ts`);
      const define = sources.find(({ path }) => path === `src/components/${tag}/define.ts`);
      expect(element, `${tag}.ts`).toBeDefined();
      expect(define, 'define.ts').toBeDefined();
      expect(element?.names.has('customElements.define')).toBe(false);
      expect(element?.imports).not.toContain('src/components/shared/define.js');
    });
  }
});

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => normalize(join(folder, name)).replaceAll('\\', '/'));
}

function readSource(path: string): Source {
  const text = readFileSync(join(root, path), 'utf8');
  const imports: string[] = [];
  const names = new Set<string>();
  const tags = new Set<string>();
  visit(parseSync(path, text).program, (node) => {
    const { type, source, name, object, property } = node;
    if (/^(Import|Export|TSImport)/.test(String(type)) && isNode(source) && typeof source['value'] === 'string') {
      imports.push(resolve(path, source['value']));
    }
    if (type === 'TemplateElement' && isNode(node['value'])) {
      for (const [, tag = ''] of String(node['value']['raw']).matchAll(/<(p2p-[a-z-]+)/g)) tags.add(tag);
    }
    if (type === 'Identifier') names.add(String(name));
    if (type === 'MemberExpression' && isNode(object) && isNode(property)) {
      names.add(`${String(object['name'])}.${String(property['name'])}`);
    }
  });
  return { path, imports, names, tags };
}

type SyntaxNode = Readonly<Record<string, unknown>>;

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null;
}

function visit(value: unknown, look: (node: SyntaxNode) => void): void {
  if (Array.isArray(value)) for (const item of value) visit(item, look);
  else if (isNode(value)) {
    look(value);
    for (const inner of Object.values(value)) visit(inner, look);
  }
}

function resolve(from: string, specifier: string): string {
  if (specifier.startsWith('/')) return specifier;
  if (specifier.startsWith('.')) return normalize(join(dirname(from), specifier)).replaceAll('\\', '/');
  const [scopeOrName = '', name = ''] = specifier.split('/');
  return scopeOrName.startsWith('@') ? `${scopeOrName}/${name}` : scopeOrName;
}

function wallOf(path: string): (typeof walls)[number] | undefined {
  return walls.find(({ of }) => isWithin(path, of));
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

function isAllowed({ path }: Source, imported: string, may: readonly string[]): boolean {
  if (may.some((allowed) => isWithin(imported, allowed))) return true;
  if (!may.includes('own')) return false;
  const [, tag = ''] = /^src\/components\/([a-z0-9-]+)\//.exec(path) ?? [];
  const [, otherTag = ''] = /^src\/components\/([a-z0-9-]+)\//.exec(imported) ?? [];
  return otherTag === tag || tagsInside(tag).has(otherTag);
}

/** The tags that an element renders, and those that these render. Those of controls stand in their records alone. */
function tagsInside(tag: string, known = new Set<string>()): ReadonlySet<string> {
  const rendered = sources
    .filter(({ path }) => isWithin(path, `src/components/${tag}`))
    .flatMap(({ tags, names }) => [...tags, ...(names.has('unsafeStatic') ? controls.map((one) => one.tag) : [])])
    .filter((inner) => !known.has(inner));
  for (const inner of rendered) known.add(inner);
  for (const inner of rendered) tagsInside(inner, known);
  return known;
}
