import { freePort } from '../../../scripts/free-port.mjs';
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
      return Promise.race([server[action](), new Promise((resolve) => setTimeout(resolve, patienceMs, ''))]);
    },
    async serverStop() {
      for (const server of servers.values()) await server.stop();
    },
  };
}

/** One room server, in one place. What is under way is not begun again. */
function ownRoomServer() {
  const port = freePort();
  /** @type {Promise<import('../../../scripts/room-server.mjs').RoomServer> | undefined} */
  let running;
  const addressOf = async () => `http://localhost:${await port}`;
  return {
    start: async () => {
      running ??= port.then((known) => startRoomServer({ port: known, serve: 'dist/site', onLine: printTrouble }));
      await running;
      return addressOf();
    },
    stop: async () => {
      const stopping = running;
      await (await stopping)?.stop();
      if (running === stopping) running = undefined;
      return addressOf();
    },
  };
}

/** @param {string} line */
function printTrouble(line) {
  if (/\[pk:(err|wrn)\]/.test(line)) console.error(`room server: ${line}`);
}
