import getPort from 'get-port';
import { startRoomServer } from '../../../scripts/room-server.mjs';

/** The page asks again after this long: it waits 20 s for an answer, and a slow machine may take longer to start a server. */
const patienceMs = 10_000;

/**
 * A real room server for each browser, and the command `room-server` by which a page has it started or stopped. The answer is
 * its address, which it keeps, or nothing where that takes longer: the page asks again.
 *
 * @returns {import('@web/test-runner').TestRunnerPlugin}
 */
export function roomServerPlugin() {
  /** @type {Map<string, ReturnType<typeof ownRoomServer>>} */
  const servers = new Map();
  return {
    name: 'room-server',
    async executeCommand({ command, payload, session }) {
      if (command !== 'room-server') return undefined;
      const { name } = session.browser;
      const server = servers.get(name) ?? ownRoomServer();
      servers.set(name, server);
      const { action } = /** @type {{ action?: unknown }} */ (payload ?? {});
      if (action !== 'start' && action !== 'stop') throw new Error(`room-server knows no action ${action}.`);
      /** @type {NodeJS.Timeout | undefined} */
      let timer;
      const patience = new Promise((resolve) => (timer = setTimeout(resolve, patienceMs, '')));
      return Promise.race([server[action](), patience]).finally(() => clearTimeout(timer));
    },
    async serverStop() {
      await Promise.allSettled([...servers.values()].map((server) => server.stop()));
    },
  };
}

/** One room server, in one place. What is under way is not begun again, and one is over before the next begins. */
function ownRoomServer() {
  const port = getPort();
  /** @type {Promise<import('../../../scripts/room-server.mjs').RoomServer> | undefined} */
  let running;
  /** @type {Promise<unknown>} */
  let stopping = Promise.resolve();
  const address = async () => `http://localhost:${await port}`;

  const begin = async () => {
    await stopping;
    return startRoomServer({ port: await port, serve: 'dist/site', onLine: printTrouble });
  };
  return {
    start: async () => {
      running ??= begin();
      const started = running;
      // One that did not start may be started again.
      await started.catch((error) => {
        if (running === started) running = undefined;
        throw error;
      });
      return address();
    },
    stop: async () => {
      const ending = running;
      running = undefined;
      if (ending) stopping = ending.then((server) => server.stop());
      await stopping;
      return address();
    },
  };
}

/** @param {string} line */
function printTrouble(line) {
  if (/\[pk:(err|wrn)\]/.test(line)) console.error(`room server: ${line}`);
}
