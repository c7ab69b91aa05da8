// Runs one command and dies with whoever started it, together with everything the command has started.
//
//   node scripts/kill-with-parent.mjs COMMAND ARGS…   started as the head of a process group, with a pipe as its input
//
// A parent that ends in whatever way, killed included, closes the pipe. Signals alone cannot promise that: nobody gets
// to send one after `kill -9`.
import { spawn } from 'node:child_process';

const [command = '', ...args] = process.argv.slice(2);
const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });

child.once('error', end).once('close', end);
process.stdin.once('end', end).once('error', end).resume();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, end);

/** At once, as the room server keeps nothing on disk that a gentler end would save. */
function end() {
  child.kill('SIGKILL');
  if (process.platform !== 'win32') process.kill(-process.pid, 'SIGKILL');
  process.exit(1);
}
