import { networkInterfaces } from 'node:os';
import { SignJWT } from 'jose';
import type { Browser as Chromium, Page as ChromiumPage } from 'playwright-core';
import type { Browser as Firefox } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { chromium, firefox } from './support/browsers.js';
import { countFrames, hearsSound, keepConnections, type Page, untilInPage } from './support/in-page.js';
import { type Site, startSite } from './support/site.js';
import { freeze } from './support/processes.js';
import { startTurnServer } from './support/turn-server.js';

let chromiumBrowser: Chromium;

beforeAll(async () => {
  chromiumBrowser = await chromium();
});
afterAll(() => chromiumBrowser.close());

async function startForTest(env: Record<string, string> = {}): Promise<Site> {
  const site = await startSite({ env });
  onTestFinished(() => site.stop());
  return site;
}

async function firefoxForTest(): Promise<Firefox> {
  const browser = await firefox();
  onTestFinished(() => void browser.process()?.kill('SIGKILL'));
  return browser;
}

async function chromiumPage(url: string): Promise<ChromiumPage> {
  const context = await chromiumBrowser.newContext();
  onTestFinished(() => context.close());
  await context.addInitScript(keepConnections);
  const page = await context.newPage();
  await page.goto(url);
  await untilInPage(page, `document.querySelector('p2p-call')?.state === 'prejoin'`, 'the pre-join screen');
  return page;
}

async function firefoxPage(browser: Firefox, url: string): Promise<Page> {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(keepConnections);
  await page.goto(url);
  const driven: Page = { evaluate: <T>(script: string) => page.evaluate(script) as Promise<T> };
  await untilInPage(driven, `document.querySelector('p2p-call')?.state === 'prejoin'`, 'the pre-join screen');
  return driven;
}

/** Sets attributes of the call on a page, then joins; resolves with the state or the code of the error. */
function join(page: Page, attributes: Record<string, string> = {}): Promise<string> {
  return page.evaluate(`(async () => {
    const call = document.querySelector('p2p-call');
    for (const [name, value] of Object.entries(${JSON.stringify(attributes)})) call.setAttribute(name, value);
    return call.join().then(() => call.state, (error) => error.code);
  })()`);
}

const connected = `document.querySelector('p2p-call').participants.some((one) => !one.self && one.connection === 'connected')`;

describe('a Chromium and a Firefox that open the printed address', () => {
  it('see and hear each other', async () => {
    const site = await startForTest();
    const fox = await firefoxForTest();
    const [first, second] = [await chromiumPage(`${site.url}/`), await firefoxPage(fox, `${site.url}/`)];
    // As a person does: by the button.
    await first.getByRole('button', { name: 'Join call' }).click();
    await untilInPage(first, `document.querySelector('p2p-call').state === 'joined'`, 'Chromium joins');
    expect(await join(second)).toBe('joined');
    for (const page of [first, second]) {
      await untilInPage(page, connected, 'they are connected');
      await untilInPage(page, countFrames, 'a stream');
      await untilInPage(page, 'window.framesSeen > 10', 'moving pictures');
      await untilInPage(page, hearsSound, 'sound');
    }

    // The other machine loses power and closes nothing. Its tile is greyed at first and removed soon after.
    freeze(fox.process()?.pid);
    const other = `document.querySelector('p2p-call').participants.find((one) => !one.self)`;
    await untilInPage(first, `${other}?.connection === 'reconnecting'`, 'it is shown as lost');
    await untilInPage(first, `${other} === undefined`, 'it is gone');
    expect(await first.evaluate(`document.querySelector('p2p-call').state`)).toBe('joined');
  });
});

describe('a page from an insecure origin', () => {
  const address = Object.values(networkInterfaces())
    .flat()
    .find((one) => one?.family === 'IPv4' && !one.internal)?.address;

  it.skipIf(!address)('says insecure-context, and joins without camera and microphone', async () => {
    const site = await startForTest();
    const page = await chromiumPage(`http://${address}:${site.port}/`);
    const code = await untilInPage(page, `document.querySelector('p2p-call').error?.code`, 'an error');
    expect(code).toBe('insecure-context');
    expect(await join(page)).toBe('joined');
    expect(await page.evaluate(`document.querySelector('p2p-call').self.camera`)).toBe('blocked');
  });
});

describe('a room server with a token secret', () => {
  const secret = 'a secret of the site and its room server';

  function aToken(claims: Record<string, unknown>, key = secret): Promise<string> {
    const expiry = Math.floor(Date.now() / 1_000) + 600;
    return new SignJWT({ sub: 'p1', exp: expiry, ...claims })
      .setProtectedHeader({ alg: 'HS256' })
      .sign(new TextEncoder().encode(key));
  }

  it('lets in those with a token, under the name that it gives, and refuses the others with bad-token', async () => {
    const site = await startForTest({ P2P_TOKEN_SECRET: secret });
    const page = await chromiumBrowser.newPage();
    onTestFinished(() => page.close());
    await page.goto(`${site.url}/?room=ward`);
    await untilInPage(page, `document.querySelector('p2p-call')?.state === 'failed'`, 'it is refused');
    expect(await page.evaluate(`document.querySelector('p2p-call').error.code`)).toBe('bad-token');

    const room = await page.evaluate<string>(`document.querySelector('p2p-call').room`);
    for (const token of [
      await aToken({ room }, 'another secret of 32 characters.'),
      await aToken({ room: 'other' }),
      await aToken({ room, exp: 1 }),
      'x',
    ]) {
      expect(await join(page, { token })).toBe('bad-token');
    }
    expect(await join(page, { token: await aToken({ room, name: 'Dr. Ada', role: 'host' }) })).toBe('joined');
    expect(await page.evaluate(`document.querySelector('p2p-call').self`)).toMatchObject({
      name: 'Dr. Ada',
      role: 'host',
    });
  });
});

describe('a room server with a TURN server', () => {
  it('gives credentials that work: two calls with relays alone see each other', async () => {
    const turn = await startTurnServer();
    onTestFinished(() => turn.stop());
    const site = await startForTest({ P2P_TURN_URLS: turn.url, P2P_TURN_SECRET: turn.secret });
    const pages = [await chromiumPage(`${site.url}/?room=relay`), await chromiumPage(`${site.url}/?room=relay`)];
    for (const page of pages) {
      await page.getByLabel('relay-only').check();
      expect(await join(page)).toBe('joined');
    }
    for (const page of pages) {
      await untilInPage(
        page,
        `document.querySelector('p2p-call').participants.some((one) => one.path === 'relayed')`,
        'a relayed path',
      );
      await untilInPage(page, countFrames, 'a stream');
      await untilInPage(page, 'window.framesSeen > 10', 'moving pictures');
    }
  });

  it('is found by the check, as is everything else that a call needs', async () => {
    const turn = await startTurnServer();
    onTestFinished(() => turn.stop());
    const site = await startForTest({ P2P_TURN_URLS: turn.url, P2P_TURN_SECRET: turn.secret });
    const page = await chromiumPage(`${site.url}/?room=check`);
    await page.evaluate(`
      document.querySelector('p2p-call').id = 'checked';
      const check = document.createElement('p2p-check');
      check.htmlFor = 'checked';
      check.addEventListener('p2p-check-done', ({ detail }) => (window.results = detail.results));
      document.body.prepend(check);
    `);
    await page.getByRole('button', { name: 'Start the check' }).click();
    await page.getByRole('button', { name: 'Yes', exact: true }).click();
    await untilInPage(page, 'window.results', 'the check is done');
    expect(await page.evaluate('window.results')).toEqual({
      microphone: 'passed',
      camera: 'passed',
      speaker: 'passed',
      server: 'passed',
      // It connects; a server on this machine itself sees no address from outside.
      connection: expect.stringMatching(/^(passed|doubtful)$/) as string,
      relay: 'passed',
    });
  });
});
