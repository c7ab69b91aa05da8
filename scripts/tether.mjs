// Runs one command and dies with whoever started it, together with everything the command has started.
//
//   node scripts/tether.mjs COMMAND ARGS…      started as the head of its own process group, with a pipe as its input
//
// A parent that ends in whatever way, killed included, closes the pipe. Signals alone cannot promise that: nobody gets
// to send one after `kill -9`. Every end here is SIGKILL: the room server keeps nothing on disk that a gentler end
// would save.
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { parentOf } from './life-of-starter.mjs';

const [command = '', ...args] = process.argv.slice(2);
const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });

child.once('error', (error) => {
  console.error(error.message);
  endGroup();
});
child.once('close', endGroup);
process.stdin.once('end', endChild).once('error', endChild).resume();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, endChild);

/** Ends the command's children first, so that it can bury them: where process 1 buries nobody, orphans stay as zombies. */
async function endChild() {
  const { pid } = child;
  if (pid === undefined) return endGroup();
  for (const grandchild of childrenOf(pid)) kill(grandchild);
  for (let attempt = 0; attempt < 40 && childrenOf(pid).length > 0; attempt += 1) await delay(25);
  kill(pid);
}

function endGroup() {
  if (process.platform !== 'win32') kill(-process.pid);
  process.exit(1);
}

/** @param {number} pid */
function kill(pid) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
}

/**
 * The children of a process, where the system tells (Linux). Elsewhere none, and the end of the group takes them.
 *
 * @param {number} pid
 * @returns {number[]}
 */
function childrenOf(pid) {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .filter((candidate) => parentOf(candidate) === pid);
  } catch {
    return [];
  }
}
