// Builds `dist/`:
//
//   *.js, *.d.ts              the package, a module each, for npm
//   bundle/p2p-call.js        all that joining needs in one minified file, for the script tag; the rest in chunks beside it
//   LICENSES.txt              what the licences of the projects in it demand; also beside the bundle
//   custom-elements.json …    what editors and JSX know of the elements
//   site/                     the demo with the bundle, as `npm start` serves it
//
// Nothing is built when nothing has changed since the last build; `--force` builds all the same.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ensurePackages } from './ensure-packages.mjs';
import { licencesFile } from './licences.mjs';
import { root } from './root.mjs';
import { runTool } from './run-tool.mjs';

const inputs = ['src', 'demo', 'package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts'];
const inputsOfTools = [
  'custom-elements-manifest.config.mjs',
  'scripts/build.mjs',
  'scripts/licences.mjs',
  'scripts/share-main.mjs',
];
const stampPath = join(root, '.cache/built');
const dist = join(root, 'dist');

// What is built is for others, whatever this process was started for: Lit has a second build that talks to developers.
process.env['NODE_ENV'] = 'production';

await ensurePackages();
const stamp = fingerprint([...inputs, ...inputsOfTools]);
if (process.argv.includes('--force') || !existsSync(dist) || readIfThere(stampPath) !== stamp) {
  process.exitCode = (await buildAll()) ? 0 : 1;
} else {
  console.log('dist/ is up to date.');
}

/** Builds beside the finished files and swaps at the end, so that a failed build leaves the last good one. */
async function buildAll() {
  const fresh = join(root, `.cache/dist-${process.pid}`);
  mkdirSync(fresh, { recursive: true });
  try {
    const site = join(fresh, 'site');
    const bundle = join(fresh, 'bundle');
    /** @type {[string, () => Promise<number>][]} */
    const steps = [
      [
        'modules',
        () => runTool('typescript', ['-p', 'src/tsconfig.build.json', '--outDir', fresh], { command: 'tsc' }),
      ],
      [
        'bundle',
        () => runTool('vite', ['build', '--mode', 'bundle', '--outDir', bundle, '--emptyOutDir', '--logLevel', 'warn']),
      ],
      ['site', () => buildSite(site, bundle)],
      ['manifest', () => buildManifest(fresh)],
    ];
    for (const [name, step] of steps) {
      const startedMs = performance.now();
      if ((await step()) !== 0) {
        console.error(`Building the ${name} failed.`);
        return false;
      }
      console.log(`built ${name} in ${((performance.now() - startedMs) / 1000).toFixed(1)} s`);
    }
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

/**
 * @param {string} site
 * @param {string} bundle
 */
async function buildSite(site, bundle) {
  mkdirSync(site, { recursive: true });
  if (existsSync(join(root, 'demo/index.html'))) {
    const code = await runTool('vite', [
      'build',
      '--mode',
      'site',
      '--outDir',
      site,
      '--emptyOutDir',
      '--logLevel',
      'warn',
    ]);
    if (code !== 0) return code;
  }
  cpSync(bundle, site, { recursive: true });
  return 0;
}

/** @param {string} folder */
function buildManifest(folder) {
  return runTool(
    '@custom-elements-manifest/analyzer',
    ['analyze', '--config', 'custom-elements-manifest.config.mjs', '--quiet'],
    {
      command: 'cem',
      env: { MANIFEST_FOLDER: relative(root, folder) },
    },
  );
}

/** @param {string[]} paths */
function fingerprint(paths) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap(filesBelow).sort()) hash.update(`${path}\0`).update(readFileSync(join(root, path)));
  return hash.digest('hex');
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesBelow(path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  try {
    return readdirSync(full, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length + 1));
  } catch {
    return [path];
  }
}

/** @param {string} path */
function readIfThere(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
