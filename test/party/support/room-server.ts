import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import getPort from 'get-port';

const root = fileURLToPath(new URL('../../..', import.meta.url));

export type RoomServerOptions = {
  /** Variables of the room server. */
  readonly env?: Readonly<Record<string, string>>;
  /** Folder that keeps what is in storage; without one a server that stops forgets all. */
  readonly persist?: string;
  /** A free one, unless given. */
  readonly port?: number;
  /** What runs in the place of `party/partykit.ts`, from the project's root. */
  readonly script?: string;
};

export type RoomServer = {
  /** `ws://host:port`, without a path. */
  readonly url: string;
  readonly port: number;
  /** All that it printed so far. */
  readonly output: () => string;
  /** Ends it and all it started, and waits for that. */
  readonly stop: () => Promise<void>;
  /** The same without a warning to it, as when the machine loses power. */
  readonly kill: () => Promise<void>;
};

/** How long a bundle and a start may take on a busy machine. */
const startTimeoutMs = 90_000;

/** Starts the real room server with `partykit dev` and waits until it takes connections. */
export async function startRoomServer(options: RoomServerOptions = {}): Promise<RoomServer> {
  const port = options.port ?? (await getPort());
  const child = spawn(
    process.execPath,
    [
      'node_modules/partykit/dist/bin.mjs',
      'dev',
      ...(options.script === undefined ? [] : [options.script]),
      '--config=test/party/support/partykit.json',
      `--port=${port}`,
      `--persist=${options.persist ?? false}`,
      '--disable-request-cf-fetch',
      '--no-hotkeys',
      ...Object.entries(options.env ?? {}).map(([name, value]) => `--var=${name}=${value}`),
    ],
    // A group of its own: it starts a compiler and the runtime, which would outlive it.
    { cwd: root, detached: true, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let output = '';
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const signal = (name: NodeJS.Signals): void => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, name);
    } catch {
      // The whole group is gone already.
    }
  };
  const killOnExit = (): void => signal('SIGKILL');
  process.once('exit', killOnExit);
  const end = async (name: NodeJS.Signals): Promise<void> => {
    signal(name);
    const impatience = setTimeout(() => signal('SIGKILL'), 5_000);
    await ended;
    clearTimeout(impatience);
    process.off('exit', killOnExit);
  };
  try {
    await new Promise<void>((resolve, reject) => {
      const fail = (): void => reject(new Error(`The room server did not start:\n${output}`));
      const deadline = setTimeout(fail, startTimeoutMs);
      const hear = (chunk: Buffer): void => {
        // ROOM_LOG=1 shows what it prints, to find out why a test fails.
        if (process.env['ROOM_LOG']) process.stderr.write(chunk);
        output += chunk.toString();
        if (!output.includes('Ready on')) return;
        clearTimeout(deadline);
        resolve();
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      child.once('close', fail);
    });
  } catch (error) {
    await end('SIGKILL');
    throw error;
  }
  return {
    url: `ws://127.0.0.1:${port}`,
    port,
    output: () => output,
    stop: () => end('SIGINT'),
    kill: () => end('SIGKILL'),
  };
}
