// Uses nothing but Node, as it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './root.mjs';

/**
 * Installs the packages when `node_modules` is missing or differs from `package-lock.json`.
 *
 * @throws {Error} when the installation fails
 */
export function ensurePackages() {
  const reason = whyInstall();
  if (!reason) return;
  console.log(`Installing packages (${reason}) …`);
  // Under `npm run` the running npm names its own script; otherwise the one on the path is taken.
  const script = process.env['npm_execpath'];
  const [command, ...args] = script?.endsWith('npm-cli.js') ? [process.execPath, script, 'ci'] : ['npm', 'ci'];
  const shell = command === 'npm' && process.platform === 'win32';
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell });
  if (status !== 0) throw new Error(`npm ci ended with code ${status}.`);
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

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) ensurePackages();
