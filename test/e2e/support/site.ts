import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import getPort from 'get-port';

const root = fileURLToPath(new URL('../../..', import.meta.url));

export interface SiteOptions {
  /** Default: a free one. */
  readonly port?: number;
  /** Variables of the room server, for example. */
  readonly env?: Readonly<Record<string, string>>;
  /** Default: the command behind `npm start`. */
  readonly command?: readonly [string, ...string[]];
}

export interface Site {
  /** Without a slash at the end. */
  readonly url: string;
  readonly port: number;
  readonly process: ChildProcess;
  /** Settles with the exit code when the command is over; with the signal's name when a signal ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
  /** All that it printed so far. */
  output(): string;
  /** Ends it as Ctrl-C does, and waits for that. */
  stop(): Promise<void>;
}

/**
 * Starts what `npm start` starts: playground, widget and rooms on one port.
 *
 * @returns once it said that it is ready
 * @throws {Error} with what it printed, when it ends before that
 */
export async function startSite(options: SiteOptions = {}): Promise<Site> {
  const site = await launchSite(options);
  const outcome = await Promise.race([site.ready, site.ended.then(() => 'ended' as const)]);
  if (outcome === 'ended') throw new Error(`The site did not start. It printed:\n${site.output()}`);
  return site;
}

/** The same, but without waiting. */
export async function launchSite(options: SiteOptions = {}): Promise<Site & { readonly ready: Promise<void> }> {
  const { port = await getPort(), env = {}, command = [process.execPath, 'scripts/start.mjs'] } = options;
  const [file, ...args] = command;
  const child = spawn(file, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PORT: String(port), ...env },
  });
  let output = '';
  let tellReady = (): void => {};
  const ready = new Promise<void>((resolve) => (tellReady = resolve));
  const hear = (chunk: Buffer): void => {
    output += chunk.toString();
    if (output.includes('Ready: ')) tellReady();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) =>
    child.once('close', (code, signal) => resolve(code ?? signal)),
  );
  return {
    url: `http://localhost:${port}`,
    port,
    process: child,
    ready,
    ended,
    output: () => output,
    stop: async () => {
      child.kill('SIGINT');
      await ended;
    },
  };
}
