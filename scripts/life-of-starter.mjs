/**
 * Tells when this process should end: on a signal, or when the process that started it is gone. A terminal that is
 * closed, or a test run that is killed, does not always send a signal.
 *
 * @returns {{ ended: Promise<void> }}
 */
export function lifeOfStarter() {
  const starter = process.ppid;
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve());
    const timer = setInterval(() => {
      if (process.ppid !== starter) resolve();
    }, 500);
    timer.unref();
  });
  return { ended };
}
