// What can be said about the project without running it: format, lint, types, and whether the package is sound.
import { ensurePackages } from './ensure-packages.mjs';
import { runNode, runTool } from './run-tool.mjs';

/** Each folder with its own walls is a project of its own, so that the compiler keeps them. */
const projects = ['.', 'src/protocol', 'src/core', 'party', 'test', 'test/browser', 'demo', 'scripts', 'tools/gallery'];

/** The declarations as an importing project sees them, read with all its strictness: JSX types included, and what they promise. */
const declarations = [...['index', 'classes', 'jsx'].map((name) => `dist/${name}.d.ts`), 'test/types/jsx.ts'];
const strictly =
  '--noEmit --ignoreConfig --strict --target es2022 --module esnext --moduleResolution bundler --types'.split(' ');

/** @param {string[]} args */
const tsc = (...args) => runTool('typescript', args, { command: 'tsc' });

/** @type {Record<string, () => Promise<number>>} */
const checks = {
  format: () => runTool('prettier', ['--check', '.']),
  lint: () => runTool('oxlint', ['--deny-warnings']),
  ...Object.fromEntries(projects.map((folder) => [`types of ${folder}`, () => tsc('-p', folder)])),
  // What follows looks at what would be published.
  build: () => runNode(['scripts/build.mjs']),
  package: () => runTool('publint', ['--strict']),
  'types of the package': () =>
    runTool('@arethetypeswrong/cli', ['--pack', '.', '--profile', 'esm-only', '--quiet'], { command: 'attw' }),
  'types as others read them': () => tsc(...strictly, '', ...declarations),
  'tables in the documents': () => runNode(['scripts/docs.mjs', '--check']),
  'pictures in the documents': () => runNode(['tools/gallery/sources.mjs']),
};

ensurePackages();
const failed = [];
for (const [name, check] of Object.entries(checks)) {
  console.log(`\n— ${name}`);
  if ((await check()) !== 0) failed.push(name);
}
console.log(failed.length === 0 ? '\nAll checks passed.' : `\nFailed: ${failed.join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
