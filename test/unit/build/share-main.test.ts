import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as Main from './fixture/main.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'p2p-call-chunks-'));

/** A fresh copy of the main file, as a page gets it that asks for it with this query. */
const load = (query: string): Promise<typeof Main> =>
  import(/* @vite-ignore */ `${pathToFileURL(join(folder, 'p2p-call.js')).href}${query}`);

// The very configuration of the bundle, with another entry.
beforeAll(async () => {
  await build({
    root,
    configFile: join(root, 'vite.config.ts'),
    mode: 'bundle',
    logLevel: 'error',
    build: {
      outDir: folder,
      lib: {
        entry: fileURLToPath(new URL('./fixture/main.ts', import.meta.url)),
        formats: ['es'],
        fileName: 'p2p-call',
      },
    },
  });
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The files with code in them. */
const scripts = (): string[] => readdirSync(folder).filter((name) => name.endsWith('.js'));

describe('shareMain', () => {
  it('makes a chunk of each dynamic import and of what several chunks have in common', () => {
    const names = scripts().map((name) => name.replace(/-[0-9a-f]{8}\.js$/, ''));
    expect(names.sort()).toEqual(['p2p-call-frame', 'p2p-call-other', 'p2p-call-panel', 'p2p-call.js']);
  });

  it('has chunks use the copy that loaded them, whatever its query, and run nothing of it again', async () => {
    const main = await load('?v=1');
    const panel = await main.openPanel();
    const other = await main.openOther();
    const Base = Object.getPrototypeOf(main.Public);
    expect(panel).toBeInstanceOf(Base);
    expect(other).toBeInstanceOf(Base);
    expect(panel).toHaveProperty('runsOfMain.count', 1);
  });

  it('lets a second copy load, whose chunks use the first', async () => {
    const first = await load('?v=1');
    const second = await load('?v=2');
    expect(second.Public).not.toBe(first.Public);
    expect(await second.openPanel()).toBeInstanceOf(Object.getPrototypeOf(first.Public));
  });

  it('shows pages no more than the exports they were promised', async () => {
    expect(Object.keys(await load('?v=1')).sort()).toEqual(['Public', 'openOther', 'openPanel']);
  });

  it('leaves no import of the main file by its name', () => {
    for (const name of scripts()) {
      expect(readFileSync(join(folder, name), 'utf8')).not.toContain('"./p2p-call.js"');
    }
  });
});
