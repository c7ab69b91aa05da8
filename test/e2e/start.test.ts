import { readFileSync } from 'node:fs';
import { get } from 'node:https';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { WebSocket } from 'ws';
import getPort from 'get-port';
import { isPortTaken } from '../../scripts/room-server.mjs';
import { bearersOf, mark } from './support/processes.js';
import { launchSite, startSite } from './support/site.js';
import type { Site } from './support/site.js';

const patience = { timeout: 20_000, interval: 50 };
const root = fileURLToPath(new URL('../..', import.meta.url));

async function startForTest(...options: Parameters<typeof startSite>): Promise<Site> {
  const site = await startSite(...options);
  onTestFinished(() => site.stop());
  return site;
}

/** Whether a WebSocket to a room opens. */
function opensRoom(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/parties/main/start`);
    socket.once('open', () => {
      socket.close();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

describe('npm start', () => {
  it('serves the playground, the bundle for every origin, and rooms from one port', async () => {
    const { url } = await startForTest();
    const page = await fetch(`${url}/`);
    expect(page.headers.get('content-type')).toMatch(/^text\/html/);
    expect(await page.text()).toContain('src="/p2p-call.js"');

    const bundle = await fetch(`${url}/p2p-call.js`);
    expect(bundle.headers.get('content-type')).toMatch(/javascript/);
    expect(bundle.headers.get('access-control-allow-origin')).toBe('*');

    expect(await opensRoom(url)).toBe(true);
  });

  it('prints its address on one line', async () => {
    const site = await startForTest();
    const lines = site.output().split('\n');
    expect(lines.filter((line) => line.includes(`${site.url}/`))).toHaveLength(1);
    expect(site.output()).not.toMatch(/PartyKit|pk:inf/);
  });

  it('runs twice at the same time on two ports', async () => {
    const sites = await Promise.all([startForTest(), startForTest()]);
    for (const { url } of sites) expect(await opensRoom(url)).toBe(true);
  });

  it('says so when its port is taken, and fails', async () => {
    const { port } = await startForTest();
    const second = await launchSite({ port });
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain(`Port ${port} is taken`);
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('ends well on %s and leaves no process behind', async (signal) => {
    const env = mark();
    const site = await startSite({ env });
    if (process.platform === 'linux') expect(bearersOf(env).join('\n')).toMatch(/workerd/);
    site.process.kill(signal);
    expect(await site.ended).toBe(0);
    expect(bearersOf(env)).toEqual([]);
    expect(await isPortTaken(site.port)).toBe(false);
  });

  it('leaves no process behind when it is killed', async () => {
    const env = mark();
    const site = await startSite({ env });
    site.process.kill('SIGKILL');
    await vi.waitFor(() => expect(bearersOf(env)).toEqual([]), patience);
    await vi.waitFor(async () => expect(await isPortTaken(site.port)).toBe(false), patience);
  });

  it.each(['SIGTERM', 'SIGKILL'] as const)('leaves no process behind when npm gets %s', async (signal) => {
    const env = mark();
    const site = await startSite({ env, command: ['npm', 'start'] });
    site.process.kill(signal);
    await vi.waitFor(() => expect(bearersOf(env)).toEqual([]), patience);
    await vi.waitFor(async () => expect(await isPortTaken(site.port)).toBe(false), patience);
  });
});

describe('npm run start:lan', () => {
  it('serves over HTTPS with a certificate for this computer', async () => {
    const port = await getPort();
    const site = await startForTest({ port, command: [process.execPath, 'scripts/start.mjs', '--lan'] });
    expect(site.output()).toContain(`https://localhost:${port}/`);
    const ca = readFileSync(`${root}/.cache/certificate/certificate.pem`);
    for (const host of ['localhost', '127.0.0.1']) {
      const status = await new Promise((resolve, reject) => {
        get(`https://${host}:${port}/p2p-call.js`, { ca }, (answer) => {
          answer.resume();
          resolve(answer.statusCode);
        }).once('error', reject);
      });
      expect(status).toBe(200);
    }
  });
});
