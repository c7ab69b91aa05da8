import { freePort } from '../../../scripts/free-port.mjs';
import { startRoomServer } from '../../../scripts/room-server.mjs';

/**
 * A real room server for the tests, and the command `room-server` by which a page stops and starts it. It keeps its
 * address over that.
 *
 * @returns {Promise<{ url: string, plugin: import('@web/test-runner').TestRunnerPlugin }>}
 */
export async function roomServerPlugin() {
  const port = await freePort();
  const start = () => startRoomServer({ port, serve: 'dist/site', onLine: printTrouble });
  /** @type {import('../../../scripts/room-server.mjs').RoomServer | undefined} */
  let server = await start();

  const stop = async () => {
    await server?.stop();
    server = undefined;
  };
  const actions = {
    stop,
    start: async () => {
      server ??= await start();
    },
    restart: async () => {
      await stop();
      server = await start();
    },
  };

  return {
    url: server.url,
    plugin: {
      name: 'room-server',
      async executeCommand({ command, payload }) {
        if (command !== 'room-server') return undefined;
        const name = /** @type {{ action?: keyof typeof actions }} */ (payload ?? {}).action;
        const action = name && actions[name];
        if (!action) throw new Error(`room-server knows no action ${name}.`);
        await action();
        return true;
      },
      serverStop: stop,
    },
  };
}

/** @param {string} line */
function printTrouble(line) {
  if (/\[pk:(err|wrn)\]/.test(line)) console.error(`room server: ${line}`);
}
