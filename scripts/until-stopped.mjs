import { existsSync, readFileSync } from 'node:fs';

/** How long this process may outlive the one that started it. */
const lookEveryMs = 500;

/**
 * Settles when this process should end: on a signal, or when what started it is gone. A terminal that is closed, or a
 * test run that is killed, does not always send a signal.
 *
 * @returns {Promise<void>}
 */
export function untilStopped() {
  const starters = startersOf();
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve());
    setInterval(() => startersOf() !== starters && resolve(), lookEveryMs).unref();
  });
}

/** The parent; under `npm run` its parent too, as a shell may stand between that waits for this process for ever. */
function startersOf() {
  // Linux, the one system whose shell stays, tells the parent of a process.
  const status = `/proc/${process.ppid}/status`;
  const isUnderNpm = process.env['npm_lifecycle_event'] && existsSync(status);
  return `${process.ppid} ${isUnderNpm ? /^PPid:.*/m.exec(readFileSync(status, 'utf8')) : ''}`;
}
