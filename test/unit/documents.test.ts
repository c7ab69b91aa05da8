import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'src/protocol/README.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];

describe('the documents', () => {
  for (const path of documents) {
    const text = readFileSync(join(root, path), 'utf8');

    it(`${path} names only files and folders that there are`, () => {
      const named = [...text.matchAll(/`((?:src|party|demo|test|scripts|docs)(?:\/[\w.-]+)+)`/g)].map(
        ([, name = '']) => name,
      );
      expect(named.filter((name) => !existsSync(join(root, name)))).toEqual([]);
    });

    it(`${path} links only to files that there are`, () => {
      const links = [...text.matchAll(/\]\(([^)#:\s]+)(?:#[^)]*)?\)/g)].map(([, link = '']) => link);
      expect(links.filter((link) => !existsSync(join(root, dirname(path), link)))).toEqual([]);
    });
  }
});

describe('the decision records', () => {
  const records = documents.filter((path) => /decisions.\d/.test(path)).toSorted();

  it('are numbered without a gap', () => {
    expect(records.map(numberOf)).toEqual(records.map((_, index) => index + 1));
  });

  for (const path of records) {
    it(`${path} says when and whether it holds, the problem, the decision, why, and its price, in 30 lines`, () => {
      const text = readFileSync(join(root, path), 'utf8');
      expect(text.startsWith(`# ${numberOf(path)}. `)).toBe(true);
      expect(text).toMatch(/^Date: \d{4}-\d{2}-\d{2}\. Status: (accepted|replaced by \[decision \d+\]\(.+\))\.$/m);
      const parts = [...text.matchAll(/^\*\*(\w+)\.\*\*/gm)].map(([, part]) => part);
      expect(parts).toEqual(['Problem', 'Decision', 'Why', 'Price']);
      expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(30);
    });
  }
});

function numberOf(path: string): number {
  return Number(/(\d{4})-/.exec(path)?.[1]);
}
