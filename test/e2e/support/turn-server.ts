import { spawn, spawnSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import getPort from 'get-port';

export interface TurnServer {
  readonly url: string;
  readonly secret: string;
  stop(): Promise<void>;
}

const paths = ['/usr/bin/turnserver', '/usr/local/bin/turnserver', '/opt/homebrew/bin/turnserver'];

/** Finds coturn, or gets it as Debian's package where we may. */
function turnServerPath(): string {
  const find = (): string | undefined => paths.find((path) => existsSync(path));
  if (!find() && process.getuid?.() === 0) {
    console.info('coturn: installing the package');
    spawnSync('sh', ['-c', 'apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq coturn'], {
      stdio: 'ignore',
    });
  }
  const path = find();
  if (!path)
    throw new Error('This test needs coturn: install it (Debian: apt-get install coturn, macOS: brew install coturn).');
  return path;
}

/** Starts a real TURN server that takes short-lived credentials (`use-auth-secret`). */
export async function startTurnServer(): Promise<TurnServer> {
  const path = turnServerPath();
  const [port, secret, folder] = [await getPort(), 'a secret of the relay', await mkdtemp(join(tmpdir(), 'turn-'))];
  const address =
    Object.values(networkInterfaces())
      .flat()
      .find((one) => one?.family === 'IPv4' && !one.internal)?.address ?? '127.0.0.1';
  const child = spawn(
    path,
    [
      '-n',
      `--listening-ip=${address}`,
      `--relay-ip=${address}`,
      `--listening-port=${port}`,
      '--use-auth-secret',
      `--static-auth-secret=${secret}`,
      '--realm=test.example',
      '--no-tls',
      '--no-dtls',
      '--no-cli',
      `--log-file=${join(folder, 'log')}`,
      '--simple-log',
      `--pidfile=${join(folder, 'pid')}`,
      `--userdb=${join(folder, 'db')}`,
    ],
    { stdio: 'ignore' },
  );
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  await Promise.race([answers(address, port), ended.then(() => Promise.reject(new Error('coturn did not start.')))]);
  return {
    url: `turn:${address}:${port}?transport=udp`,
    secret,
    async stop() {
      child.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Resolves once a STUN binding request is answered (RFC 8489 section 2). */
async function answers(address: string, port: number): Promise<void> {
  const socket = createSocket('udp4');
  const answer = new Promise<void>((resolve) => socket.once('message', () => resolve()));
  const header = Buffer.from([0x00, 0x01, 0x00, 0x00, 0x21, 0x12, 0xa4, 0x42]);
  const asking = setInterval(() => socket.send(Buffer.concat([header, randomBytes(12)]), port, address), 100);
  await answer;
  clearInterval(asking);
  socket.close();
}
