import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { chromium } from './support/browsers.js';
import { untilInPage } from './support/in-page.js';
import { type Site, startSite } from './support/site.js';

let browser: Browser;
let site: Site;
let rooms = 0;
let address: string;

beforeAll(async () => {
  browser = await chromium();
  site = await startSite({ command: ['npm', 'start'] });
});
afterAll(async () => {
  await browser.close();
  // Ctrl-C reaches npm and what it runs at once; a signal to npm alone is passed on only if it is this one.
  site.process.kill('SIGTERM');
  await site.ended;
});
beforeEach(() => {
  rooms += 1;
  address = `${site.url}/?room=playground-${rooms}`;
});

/** A page in a browser of its own; whatever it says to the console beyond the ordinary fails the test. */
async function open(url: string, viewport = { width: 1_200, height: 900 }): Promise<Page> {
  const context = await browser.newContext({ viewport });
  const noise: string[] = [];
  onTestFinished(async () => {
    await context.close();
    expect(noise).toEqual([]);
  });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) noise.push(message.text());
  });
  page.on('pageerror', (error) => noise.push(String(error)));
  await page.goto(url);
  await state(page, 'prejoin');
  return page;
}

function state(page: Page, expected: string): Promise<unknown> {
  return untilInPage(page, `document.querySelector('p2p-call')?.state === '${expected}'`, expected);
}

function attribute(page: Page, name: string): Promise<string | null> {
  return page.evaluate(`document.querySelector('p2p-call').getAttribute('${name}')`);
}

function setAttribute(page: Page, name: string, value: string): Promise<void> {
  return page.evaluate(`document.querySelector('p2p-call').setAttribute('${name}', '${value}')`);
}

async function htmlToCopy(page: Page): Promise<string> {
  return (await page.locator('#html').textContent()) ?? '';
}

const connected = `document.querySelector('p2p-call').participants.some(({ self, connection }) => !self && connection === 'connected')`;

describe('the playground', () => {
  it('brings two pages together through the link that invites', async () => {
    const first = await open(address);
    const link = await first.locator('#invite-link').inputValue();
    expect(await first.locator('#open-link').getAttribute('href')).toBe(link);
    const second = await open(link);
    for (const page of [first, second]) await page.getByRole('button', { name: 'Join call' }).click();
    for (const page of [first, second]) await untilInPage(page, connected, 'they are connected');
    expect(await first.locator('#property-participants li').count()).toBe(2);
  });

  it('writes each event into its log, and how methods end', async () => {
    const page = await open(address);
    await page.getByRole('button', { name: 'join()' }).click();
    const log = page.locator('#events');
    await log.getByText('p2p-joined').waitFor();
    await log.getByText('p2p-before-join').waitFor();
    await log.getByText('resolved').waitFor();
    await page.getByRole('button', { name: 'Clear' }).click();
    expect(await log.locator('li').count()).toBe(0);
    await page.getByRole('button', { name: 'leave()' }).click();
    await log.getByText('reason: left').waitFor();
  });

  it('sets and takes away attributes by its controls', async () => {
    const page = await open(address);
    const choose = (group: string, choice: string): Promise<void> =>
      page.getByRole('group', { name: group, exact: true }).getByLabel(choice, { exact: true }).check();
    await choose('layout', 'spotlight');
    expect(await attribute(page, 'layout')).toBe('spotlight');
    await choose('layout', 'auto');
    expect(await attribute(page, 'layout')).toBe(null);
    await choose('mic', 'off');
    expect(await attribute(page, 'mic')).toBe('off');
    await page.getByLabel('audio-only').check();
    expect(await attribute(page, 'audio-only')).toBe('');
    await page.getByLabel('lang').selectOption('de');
    await page.getByRole('button', { name: 'Anruf beitreten' }).waitFor();
    await page.getByLabel('name', { exact: true }).fill('Ada & "Bo"');
    await page.getByLabel('name', { exact: true }).blur();
    expect(await attribute(page, 'name')).toBe('Ada & "Bo"');
    await page.getByRole('button', { name: 'Reset' }).click();
    expect(await htmlToCopy(page)).toContain(`<p2p-call room="playground-${rooms}"></p2p-call>`);
  });

  it('follows attributes that are set by hand, and leaves them as they are', async () => {
    const page = await open(address);
    await setAttribute(page, 'layout', 'grid');
    await setAttribute(page, 'controls', 'leave mic');
    await setAttribute(page, 'max-upload', '500');
    await untilInPage(page, `document.querySelector('[name=layout][value=grid]').checked`, 'the control follows');
    expect(await page.getByLabel('camera', { exact: true }).last().isChecked()).toBe(false);
    await page.getByLabel('autojoin').check();
    expect(await attribute(page, 'layout')).toBe('grid');
    expect(await attribute(page, 'controls')).toBe('leave mic');
    const html = await htmlToCopy(page);
    for (const written of ['layout="grid"', 'controls="leave mic"', 'max-upload="500"', 'autojoin']) {
      expect(html).toContain(written);
    }
    await setAttribute(page, 'room', 'by hand');
    await untilInPage(page, `document.querySelector('#invite-link').value.endsWith('?room=by+hand')`, 'the link');
    await page.reload();
    await untilInPage(page, `document.querySelector('p2p-call')?.state === 'joined'`, 'it joins again by itself');
    expect(await attribute(page, 'layout')).toBe('grid');
    expect(await attribute(page, 'room')).toBe('by hand');
  });

  it('gives HTML that puts the same call on another page', async () => {
    const page = await open(address);
    await setAttribute(page, 'name', 'Ada <"&> Bo');
    await setAttribute(page, 'metadata', '{"seat":4}');
    await page.getByLabel('autojoin').check();
    const html = await htmlToCopy(page);
    const server = createServer((_, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(
        `<!doctype html><html lang="en"><title>Mine</title><link rel="icon" href="data:,"><body style="margin: 0">${html}</body></html>`,
      );
    }).listen(0);
    onTestFinished(() => void server.close());
    const context = await browser.newContext({ viewport: { width: 740, height: 360 } });
    onTestFinished(() => context.close());
    const other = await context.newPage();
    await other.goto(`http://localhost:${(server.address() as AddressInfo).port}/`);
    await state(other, 'joined');
    expect(await other.evaluate(`document.querySelector('p2p-call').self`)).toMatchObject({
      name: 'Ada <"&> Bo',
      metadata: { seat: 4 },
    });
    await page.getByRole('button', { name: 'join()' }).click();
    await untilInPage(other, connected, 'it meets the playground');
    expect(await toolbarBottom(other)).toBeLessThanOrEqual(360);
  });

  it('shows the toolbar on a phone that lies on its side', async () => {
    const page = await open(address, { width: 740, height: 360 });
    const join = await page.getByRole('button', { name: 'Join call' }).boundingBox();
    expect((join?.y ?? 999) + (join?.height ?? 999)).toBeLessThanOrEqual(360);
    await page.getByRole('button', { name: 'Join call' }).click();
    await state(page, 'joined');
    await page.getByRole('button', { name: 'Leave call' }).waitFor();
    expect(await toolbarBottom(page)).toBeLessThanOrEqual(360);
  });
});

/** Where the toolbar ends, CSS pixels from the top of the window. */
async function toolbarBottom(page: Page): Promise<number> {
  const box = await page.getByRole('toolbar').boundingBox();
  return box ? box.y + box.height : Number.POSITIVE_INFINITY;
}
