// What can be said about the project without running it: format, lint, types, and whether the package is sound.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensurePackages } from './ensure-packages.mjs';
import { root } from './root.mjs';
import { runNode, runTool } from './run-tool.mjs';

/** Each folder with its own walls is a project of its own, so that the compiler keeps them. */
const projects = ['.', 'src/protocol', 'src/core', 'party', 'test', 'test/browser', 'demo', 'scripts'];

/** The declarations as an importing project sees them, read with all its strictness: JSX types included, and what they promise. */
const declarations = [...['index', 'classes', 'jsx'].map((name) => `dist/${name}.d.ts`), 'test/types/jsx.ts'];
const strictly =
  '--noEmit --ignoreConfig --strict --target es2022 --module esnext --moduleResolution bundler --types'.split(' ');

/** @type {[string, () => Promise<number>][]} */
const checks = [
  ['format', () => runTool('prettier', ['--check', '.'])],
  ['lint', () => runTool('oxlint', ['--deny-warnings'])],
  ...projects
    .filter((folder) => hasSources(folder))
    .map(
      /** @returns {[string, () => Promise<number>]} */
      (folder) => [`types of ${folder}`, () => runTool('typescript', ['-p', folder], { command: 'tsc' })],
    ),
  ['package', checkPackage],
  ['tables in docs/api.md', () => runNode(['scripts/docs.mjs', '--check'])],
];

await ensurePackages();
const failed = [];
for (const [name, check] of checks) {
  console.log(`\n— ${name}`);
  if ((await check()) !== 0) failed.push(name);
}
console.log(failed.length === 0 ? '\nAll checks passed.' : `\nFailed: ${failed.join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;

/** Builds, because publint and are-the-types-wrong look at what would be published. */
async function checkPackage() {
  if ((await runNode(['scripts/build.mjs'])) !== 0) return 1;
  const sound = await runTool('publint', ['--strict']);
  const typed = await runTool('@arethetypeswrong/cli', ['--pack', '.', '--profile', 'esm-only', '--quiet'], {
    command: 'attw',
  });
  const readable = await runTool('typescript', [...strictly, '', ...declarations], { command: 'tsc' });
  return sound + typed + readable;
}

/** @param {string} folder */
function hasSources(folder) {
  return (
    existsSync(join(root, folder, 'tsconfig.json')) &&
    readdirSync(join(root, folder), { recursive: true }).some((name) => /\.(ts|mjs)$/.test(String(name)))
  );
}
