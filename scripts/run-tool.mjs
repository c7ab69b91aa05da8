// Runs the command-line tools that came with the packages. It starts them with Node itself, for two reasons: no shell
// or shim stands between (a signal reaches the tool), and it does not matter whether npm made the file executable.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

/**
 * The script behind a command of an installed package.
 *
 * @param {string} packageName
 * @param {string} [command] defaults to the package's only or first command
 * @returns {string} absolute path
 */
export function commandPath(packageName, command) {
  const folder = join(root, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const script = typeof bin === 'string' ? bin : (bin[command ?? packageName] ?? Object.values(bin)[0]);
  return join(folder, script);
}

/**
 * Runs a Node script to its end, sharing this terminal.
 *
 * @param {string[]} args the script and its arguments
 * @param {{ env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<number>} the exit code; 1 when a signal ended it
 */
export function runNode(args, { env } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}

/**
 * Runs a command of an installed package to its end, sharing this terminal.
 *
 * @param {string} packageName
 * @param {string[]} args
 * @param {{ command?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<number>} the exit code
 */
export function runTool(packageName, args, { command, env } = {}) {
  return runNode([commandPath(packageName, command), ...args], { env });
}
