import { chromium } from 'playwright-core';
import { chromiumArgs } from '../browser-options.mjs';
import { ensureBrowsers } from '../../scripts/ensure-browsers.mjs';
import { entriesOf, groups } from './contestants.js';
import type { Measurement } from './figures.js';
import { servePages } from './pages.js';
import { startServer, type ServerName } from './servers.js';
import { createSlowLine } from './slow-line.js';
import { runTrial } from './trial.js';

export interface Plan {
  readonly rounds: number;
  /** One-way delays of everything between the pages and the servers. */
  readonly delaysMs: readonly number[];
  /** The one module that is compared with the floor; all without. */
  readonly only: string | undefined;
  /** Called after each round. */
  progress(text: string): void;
}

export interface Outcome {
  readonly measurements: readonly Measurement[];
  readonly failures: readonly string[];
  readonly browserVersion: string;
}

/** Measures all contestants in every round, in changing order, so that a disturbance of the machine affects all of them alike. */
export async function measure({ rounds, delaysMs, only, progress }: Plan): Promise<Outcome> {
  const contests = groups.flatMap((group) =>
    entriesOf(group)
      .filter(({ module }) => !only || module === only || module === 'floor')
      .map((entry) => ({ entry, isAhead: group.isAhead })),
  );
  const measurements: Measurement[] = [];
  const failures: string[] = [];
  // Closed from the last to the first.
  const closing: (() => Promise<void>)[] = [];
  try {
    const pages = await servePages();
    closing.push(pages.close);
    const lines = new Map<ServerName, Awaited<ReturnType<typeof openLine>>>();
    for (const name of ['rooms', 'peerjs', 'relay'] as const) {
      const line = await openLine(name);
      closing.push(line.close);
      lines.set(name, line);
    }
    const browser = await chromium.launch({
      executablePath: (await ensureBrowsers()).chromium,
      args: [...chromiumArgs],
    });
    closing.push(() => browser.close());

    const bundleUrl = `http://127.0.0.1:${lines.get('rooms')?.port}/p2p-call.js`;
    // The round before the first warms the browser and the servers up, and is forgotten.
    for (let round = 0; round <= rounds; round += 1) {
      for (const delayMs of delaysMs) {
        for (const { entry, isAhead } of rotate(contests, round)) {
          const line = lines.get(entry.server)?.line;
          if (!line) continue;
          line.delayMs = delayMs;
          try {
            const trial = await runTrial(entry, isAhead, { browser, pageUrl: pages.url, bundleUrl, line });
            if (round > 0) measurements.push({ entry, delayMs, trial });
          } catch (error) {
            failures.push(`round ${round}, ${delayMs} ms: ${error instanceof Error ? error.message : error}`);
          }
        }
      }
      progress(round === 0 ? 'warmed up' : `round ${round} of ${rounds}`);
    }
    return { measurements, failures, browserVersion: browser.version() };
  } finally {
    for (const close of closing.reverse()) await close();
  }
}

async function openLine(name: ServerName) {
  const server = await startServer[name]();
  const line = await createSlowLine(server.port);
  return {
    line,
    port: server.port,
    close: async () => {
      await line.close();
      await server.stop();
    },
  };
}

function rotate<T>(list: readonly T[], by: number): readonly T[] {
  const start = by % Math.max(list.length, 1);
  return [...list.slice(start), ...list.slice(0, start)];
}
