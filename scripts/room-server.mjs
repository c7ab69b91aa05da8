import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort, isPortTaken } from './free-port.mjs';
import { root } from './root.mjs';
import { commandPath } from './run-tool.mjs';

/** The variables of the room server; each that is set here is passed on to it. */
const variables = [
  'P2P_TOKEN_SECRET',
  'P2P_ALLOWED_ORIGINS',
  'P2P_MAX_PARTICIPANTS',
  'P2P_STUN_URLS',
  'P2P_TURN_URLS',
  'P2P_TURN_SECRET',
  'CLOUDFLARE_TURN_KEY_ID',
  'CLOUDFLARE_TURN_API_TOKEN',
];

/** A start that takes longer than this has failed; a slow machine needs some 10 s. */
const startTimeoutMs = 120_000;

/**
 * @typedef {object} RoomServerOptions
 * @property {number} [port] default: a free one
 * @property {string} [serve] a folder of files to serve from the same port
 * @property {{ keyPath: string, certificatePath: string }} [https]
 * @property {Record<string, string>} [vars] variables of the room server, ahead of those of the environment
 * @property {(line: string) => void} [onLine] gets each line that the server prints
 */

/**
 * @typedef {object} RoomServer
 * @property {number} port
 * @property {string} url
 * @property {Promise<void>} ended settles when the server is gone, for whatever reason
 * @property {() => Promise<void>} stop ends it with everything that it started; settles when all is gone
 */

/**
 * Starts PartyKit's own development server with the rooms in `party/`. It ends with this process, however this ends.
 *
 * @param {RoomServerOptions} [options]
 * @returns {Promise<RoomServer>} once it answers
 * @throws {Error} when the port is taken, or with what the server printed when it does not come up
 */
export async function startRoomServer({ port, serve, https, vars, onLine } = {}) {
  port ??= await freePort();
  if (await isPortTaken(port)) throw new Error(`Port ${port} is taken. Choose another with PORT=….`);

  const args = ['dev', '--port', String(port), '--persist', 'false', '--disable-request-cf-fetch', '--no-hotkeys'];
  if (serve) args.push('--serve', serve);
  if (https) args.push('--https', '--https-key-path', https.keyPath, '--https-cert-path', https.certificatePath);
  for (const name of variables) {
    const value = vars?.[name] ?? process.env[name];
    if (value !== undefined) args.push('--var', `${name}=${value}`);
  }

  const child = spawn(
    process.execPath,
    [join(root, 'scripts/tether.mjs'), process.execPath, commandPath('partykit'), ...args],
    { cwd: root, detached: true, stdio: ['pipe', 'pipe', 'pipe'] },
  );
  const ended = new Promise((resolve) => child.once('close', () => resolve(undefined)));
  // Writing to a tether that is gone is no error worth a crash: `ended` tells.
  child.stdin.on('error', () => {});

  /** @type {string[]} */
  const printed = [];
  let tellReady = () => {};
  const ready = new Promise((resolve) => (tellReady = () => resolve('ready')));
  for (const stream of [child.stdout, child.stderr]) {
    createInterface(stream).on('line', (line) => {
      printed.push(line);
      if (printed.length > 200) printed.shift();
      if (/Ready on/.test(line)) tellReady();
      onLine?.(line);
    });
  }

  const stop = async () => {
    child.stdin.end();
    await ended;
  };

  const url = `${https ? 'https' : 'http'}://localhost:${port}`;
  let timer;
  const timeout = new Promise((resolve) => (timer = setTimeout(resolve, startTimeoutMs, 'late')));
  const outcome = await Promise.race([ready, ended.then(() => 'ended'), timeout]);
  clearTimeout(timer);
  if (outcome !== 'ready') {
    await stop();
    throw new Error(`The room server did not come up (${outcome}). It printed:\n${printed.join('\n')}`);
  }
  return { port, url, ended, stop };
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
