import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import getPort from 'get-port';
import { root } from './root.mjs';
import { commandPath } from './run-tool.mjs';

/** The variables of the room server; each that is set here is passed on to it. */
const variables = /^(P2P|CLOUDFLARE_TURN)_/;
/** A start that takes longer than this has failed; a slow machine needs some 10 s. */
const startTimeoutMs = 120_000;

/**
 * @typedef {Awaited<ReturnType<typeof startRoomServer>>} RoomServer
 * @typedef {object} RoomServerOptions
 * @property {number} [port] default: a free one
 * @property {string} [serve] a folder of files to serve from the same port
 * @property {{ keyPath: string, certificatePath: string }} [https]
 * @property {Record<string, string>} [vars] variables of the room server, ahead of those of the environment
 * @property {(line: string) => void} [onLine] gets each line that the server prints
 */

/**
 * Starts PartyKit's own development server with the rooms in `party/`, and waits until it answers. It ends with this process,
 * however this ends.
 *
 * @param {RoomServerOptions} [options]
 * @throws {Error} when the port is taken, or with what the server printed when it does not come up
 */
export async function startRoomServer({ port, serve, https, vars, onLine } = {}) {
  port ??= await getPort();
  if (await isPortTaken(port)) throw new Error(`Port ${port} is taken. Choose another with PORT=….`);

  const passedOn = Object.entries({ ...process.env, ...vars }).filter(([name]) => variables.test(name));
  const child = spawn(
    process.execPath,
    [
      join(root, 'scripts/kill-with-parent.mjs'),
      process.execPath,
      commandPath('partykit'),
      ...['dev', '--port', String(port), '--persist', 'false', '--disable-request-cf-fetch', '--no-hotkeys'],
      ...(serve ? ['--serve', serve] : []),
      ...(https ? ['--https', '--https-key-path', https.keyPath, '--https-cert-path', https.certificatePath] : []),
      ...passedOn.flatMap(([name, value]) => ['--var', `${name}=${value}`]),
    ],
    { cwd: root, detached: true, stdio: ['pipe', 'pipe', 'pipe'] },
  );
  /** Settles when the server is gone, for whatever reason. */
  const ended = once(child, 'close');
  // Writing to a process that is gone is no error worth a crash: `ended` tells.
  child.stdin.on('error', () => {});

  /** @type {string[]} */
  const printed = [];
  let timer;
  const ready = new Promise((resolve) => {
    timer = setTimeout(resolve, startTimeoutMs, 'late');
    for (const stream of [child.stdout, child.stderr]) {
      createInterface(stream).on('line', (line) => {
        if (printed.push(line) > 200) printed.shift();
        if (/Ready on/.test(line)) resolve('ready');
        onLine?.(line);
      });
    }
  });
  /** Ends it with everything that it started; settles when all is gone. */
  const stop = async () => {
    child.stdin.end();
    await ended;
  };

  const outcome = await Promise.race([ready, ended.then(() => 'ended')]);
  clearTimeout(timer);
  if (outcome !== 'ready') {
    await stop();
    throw new Error(`The room server did not come up (${outcome}). It printed:\n${printed.join('\n')}`);
  }
  return { port, url: `${https ? 'https' : 'http'}://localhost:${port}`, ended, stop };
}

/** What the server prints in the ordinary course: its banner, its addresses, a line for each request. */
const noise = /^\s*$|^🎈|^-+$|^Build succeeded|\[pk:inf\]|Shutting down|shut down/u;

/**
 * Prints a line of the room server if it tells of trouble.
 *
 * @param {string} line
 */
export function printRoomServerLine(line) {
  // eslint-disable-next-line no-control-regex -- the terminal's own control sequences are what is removed
  const text = line.replace(/\u001b\[[0-9;]*[A-Za-z]/g, '');
  if (!noise.test(text)) console.log(`room server: ${text}`);
}

/**
 * Whether somebody listens on a port already.
 *
 * @param {number} port
 * @returns {Promise<boolean>}
 */
export function isPortTaken(port) {
  return new Promise((resolve) => {
    const server = createServer().once('error', () => resolve(true));
    server.listen(port, '0.0.0.0', () => server.close(() => resolve(false)));
  });
}
