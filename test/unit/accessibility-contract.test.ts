import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The ids of all lines, in their order. */
const lines = [...readFileSync(join(root, 'docs/accessibility.md'), 'utf8').matchAll(/^- \*\*(A\d+)\*\*/gmu)].map(
  ([, id]) => id!,
);

/** The ids that the names of tests cite, each in parentheses: `(A1)`, `(A6, A9)`. */
const cited = new Set(
  ['test/browser', 'test/unit'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.test.ts') && !path.startsWith('accessibility-contract'))
      .flatMap((path) => namesIn(readFileSync(join(root, folder, path), 'utf8'))),
  ),
);

function namesIn(code: string): string[] {
  return [...code.matchAll(/\b(?:it|describe)\(\s*[`'"].*?\((A\d+(?:, A\d+)*)\)/gu)].flatMap(([, ids]) =>
    ids!.split(', '),
  );
}

describe('docs/accessibility.md', () => {
  it('has lines, numbered one after the other', () => {
    expect(lines.length).toBeGreaterThan(20);
    expect(lines).toEqual(lines.map((_, at) => `A${at + 1}`));
  });

  it('has no line that no test holds', () => {
    expect(lines.filter((id) => !cited.has(id))).toEqual([]);
  });

  it('is cited for nothing that it does not say', () => {
    expect([...cited].filter((id) => !lines.includes(id))).toEqual([]);
  });
});
