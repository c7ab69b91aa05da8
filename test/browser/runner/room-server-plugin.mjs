import { freePort } from '../../../scripts/free-port.mjs';
import { startRoomServer } from '../../../scripts/room-server.mjs';

/**
 * A real room server for each browser, and the command `room-server` by which a page learns its address, stops and starts it.
 * It keeps its address over that.
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
      const action = /** @type {{ action?: keyof Awaited<typeof server> }} */ (payload ?? {}).action;
      const act = action && (await server)[action];
      if (!act) throw new Error(`room-server knows no action ${action}.`);
      return act();
    },
    async serverStop() {
      for (const server of servers.values()) await (await server).stop();
    },
  };
}

/** What can be done with one room server; each resolves with its address. */
async function ownRoomServer() {
  const port = await freePort();
  const open = () => startRoomServer({ port, serve: 'dist/site', onLine: printTrouble });
  /** @type {import('../../../scripts/room-server.mjs').RoomServer | undefined} */
  let server = await open();
  const { url } = server;

  const stop = async () => {
    await server?.stop();
    server = undefined;
    return url;
  };
  const start = async () => {
    server ??= await open();
    return url;
  };
  return { address: async () => url, stop, start, restart: async () => (await stop(), start()) };
}

/** @param {string} line */
function printTrouble(line) {
  if (/\[pk:(err|wrn)\]/.test(line)) console.error(`room server: ${line}`);
}
