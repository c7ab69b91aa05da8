import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const id = '[A-Z]\\d+';

/** The ids of all rules, in their order. */
const rules = [...readFileSync(join(root, 'src/protocol/README.md'), 'utf8').matchAll(/^- \*\*([A-Z]\d+)\*\*/gmu)].map(
  ([, rule]) => rule!,
);
const sections = [...new Set(rules.map((rule) => rule[0]!))];

/** The text of all files in some folders whose names end so, but for this one. */
function codeOf(folders: readonly string[], extension: string): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith(extension) && !path.startsWith('wire-rules'))
      .map((path) => readFileSync(join(root, folder, path), 'utf8')),
  );
}

/** The ids that end the name of a test, in parentheses: `(J1)`, `(4426, W4)`. */
function citedByNames(code: string): string[] {
  const names = code.matchAll(new RegExp(`\\((?:\\d+, )?(${id}(?:, ${id})*)\\)['"\`]`, 'gu'));
  return [...names].flatMap(([, ids]) => ids!.split(', '));
}

/** The ids that a comment names: `rule J1`, `rules W1 and W4`, `rules C1 to C6, D5`. */
function citedByComments(code: string): string[] {
  const comments = code.matchAll(new RegExp(`\\b[Rr]ules? (${id}(?:(?:, | and | to )${id})*)`, 'gu'));
  return [...comments].flatMap(([, ids]) => ids!.match(new RegExp(id, 'gu')) ?? []);
}

const isOfTheWire = (rule: string): boolean => sections.includes(rule[0]!);
const tests = codeOf(['test/unit', 'test/party', 'test/browser', 'test/e2e'], '.test.ts');
const citedByTests = new Set(tests.flatMap((code) => [...citedByNames(code), ...citedByComments(code)]));

describe('src/protocol/README.md', () => {
  it('has rules, numbered one after the other in each section', () => {
    expect(rules.length).toBeGreaterThan(35);
    for (const section of sections) {
      const own = rules.filter((rule) => rule.startsWith(section));
      expect(own).toEqual(own.map((_, at) => `${section}${at + 1}`));
    }
  });

  it('has no rule that no test holds', () => {
    expect(rules.filter((rule) => !citedByTests.has(rule))).toEqual([]);
  });

  it('is cited by tests and code for nothing that it does not say', () => {
    const citedByCode = codeOf(['src', 'party'], '.ts').flatMap(citedByComments);
    const cited = [...citedByTests, ...citedByCode].filter(isOfTheWire);
    expect(cited.filter((rule) => !rules.includes(rule))).toEqual([]);
  });
});
