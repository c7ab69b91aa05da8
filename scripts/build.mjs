// Builds `dist/`:
//
//   *.js, *.d.ts              the package, a module each, for npm
//   bundle/p2p-call.js        all that joining needs in one minified file, for the script tag; the rest in chunks beside it
//   LICENSES.txt              what the licences of the projects in it demand; also beside the bundle
//   custom-elements.json …    what editors and JSX know of the elements
//   site/                     the demo with the bundle, as `npm start` serves it
//
// Nothing is built when nothing has changed since the last build; `--force` builds all the same.
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ensurePackages } from './ensure-packages.mjs';
import { fingerprint } from './fingerprint.mjs';
import { licencesFile } from './licences.mjs';
import { root } from './root.mjs';
import { runTool } from './run-tool.mjs';

const inputs = ['src', 'demo', 'scripts', 'package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts'];
const stampPath = join(root, '.cache/built');
const dist = join(root, 'dist');

ensurePackages();
// What is built is for others, whatever this process was started for: Lit has a second build that talks to developers.
// Set no sooner, as npm would leave out the packages that build.
process.env['NODE_ENV'] = 'production';
const stamp = fingerprint([...inputs, 'custom-elements-manifest.config.mjs']);
const isFresh = existsSync(dist) && existsSync(stampPath) && readFileSync(stampPath, 'utf8') === stamp;
if (isFresh && !process.argv.includes('--force')) console.log('dist/ is up to date.');
else process.exitCode = (await buildAll()) ? 0 : 1;

/** Builds beside the finished files and swaps at the end, so that a failed build leaves the last good one. */
async function buildAll() {
  const fresh = join(root, `.cache/dist-${process.pid}`);
  mkdirSync(fresh, { recursive: true });
  try {
    const site = join(fresh, 'site');
    const bundle = join(fresh, 'bundle');
    /** @type {[string, string, string[], { command?: string, env?: NodeJS.ProcessEnv }?][]} */
    const steps = [
      ['modules', 'typescript', ['-p', 'src/tsconfig.build.json', '--outDir', fresh], { command: 'tsc' }],
      ['bundle', 'vite', ['build', '--mode', 'bundle', '--outDir', bundle, '--emptyOutDir', '--logLevel', 'warn']],
      ['site', 'vite', ['build', '--mode', 'site', '--outDir', site, '--emptyOutDir', '--logLevel', 'warn']],
      [
        'manifest',
        '@custom-elements-manifest/analyzer',
        ['analyze', '--config', 'custom-elements-manifest.config.mjs', '--quiet'],
        { command: 'cem', env: { MANIFEST_FOLDER: relative(root, fresh) } },
      ],
    ];
    for (const [name, ...step] of steps) {
      const startedMs = performance.now();
      if ((await runTool(...step)) !== 0) {
        console.error(`Building the ${name} failed.`);
        return false;
      }
      console.log(`built ${name} in ${((performance.now() - startedMs) / 1000).toFixed(1)} s`);
    }
    cpSync(bundle, site, { recursive: true });
    // The modules for npm hold the icons.
    cpSync(join(bundle, licencesFile), join(fresh, licencesFile));
    rmSync(dist, { recursive: true, force: true });
    renameSync(fresh, dist);
    writeFileSync(stampPath, stamp);
    return true;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}
