// Runs the command-line tools that came with the packages. It starts them with Node itself, for two reasons: no shell
// or shim stands between (a signal reaches the tool), and it does not matter whether npm made the file executable.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

/**
 * The script behind a command of an installed package: the only or first one, unless it is named.
 *
 * @param {string} packageName
 * @param {string} [command]
 */
export function commandPath(packageName, command = packageName) {
  const folder = join(root, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : (bin[command] ?? Object.values(bin)[0]));
}

/**
 * Runs a Node script to its end, sharing this terminal.
 *
 * @param {string[]} args the script and its arguments
 * @param {{ env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<number>} the exit code; 1 when a signal ended it
 */
export async function runNode(args, { env } = {}) {
  const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  const [code] = await once(child, 'close');
  return code ?? 1;
}

/**
 * Runs a command of an installed package in the same way.
 *
 * @param {string} packageName
 * @param {string[]} args
 * @param {{ command?: string, env?: NodeJS.ProcessEnv }} [options]
 */
export function runTool(packageName, args, { command, env } = {}) {
  return runNode([commandPath(packageName, command), ...args], { env });
}
