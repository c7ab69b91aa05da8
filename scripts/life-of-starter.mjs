import { readFileSync } from 'node:fs';

/** How long this may outlive what has started it. */
const lookEveryMs = 500;

/**
 * Tells when this process should end: on a signal, or when what started it is gone. A terminal that is closed, or a
 * test run that is killed, does not always send a signal.
 *
 * @returns {{ ended: Promise<void> }}
 */
export function lifeOfStarter() {
  const starters = startersOf();
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve());
    const timer = setInterval(() => {
      if (startersOf() !== starters) resolve();
    }, lookEveryMs);
    timer.unref();
  });
  return { ended };
}

/**
 * The parent, and under `npm run` the parent's parent too: between npm and this process may stand a shell that would
 * wait here for ever.
 */
function startersOf() {
  return process.env['npm_lifecycle_event'] ? `${process.ppid} ${parentOf(process.ppid)}` : `${process.ppid}`;
}

/**
 * The parent of a process where the system tells (Linux, the one whose shell stays).
 *
 * @param {number} pid
 * @returns {number | undefined}
 */
export function parentOf(pid) {
  try {
    // The command's name stands in brackets and may hold anything; behind it come the state and the parent.
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1]);
  } catch {
    return undefined;
  }
}
