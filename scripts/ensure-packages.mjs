import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

/**
 * Installs the packages when `node_modules` is missing or differs from `package-lock.json`.
 *
 * @returns {Promise<void>}
 * @throws {Error} when the installation fails
 */
export async function ensurePackages() {
  const reason = whyInstall();
  if (!reason) return;
  console.log(`Installing packages (${reason}) …`);
  const code = await npm(['ci']);
  if (code !== 0) throw new Error(`npm ci ended with code ${code}.`);
}

/** @returns {string | undefined} */
function whyInstall() {
  const installedPath = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installedPath)) return 'node_modules is missing';
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(installedPath, 'utf8')).packages;
  // Versions are compared instead of file times: a checkout gives every file a new time.
  for (const [path, { version, optional, peer }] of Object.entries(wanted)) {
    if (path === '' || (!installed[path] && (optional || peer))) continue;
    if (installed[path]?.version !== version) return `${path} should be at ${version}`;
  }
  return undefined;
}

/**
 * @param {string[]} args
 * @returns {Promise<number>}
 */
function npm(args) {
  // Under `npm run` the running npm names its own script; otherwise the one on the path is taken.
  const script = process.env['npm_execpath'];
  const ownNpm = script?.endsWith('npm-cli.js');
  const [command, before] = ownNpm && script ? [process.execPath, [script]] : ['npm', []];
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...before, ...args], {
      cwd: root,
      stdio: 'inherit',
      shell: !ownNpm && process.platform === 'win32',
    });
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}
