// Where pictures are taken: the built package, a room server, Chromium, and drawn people in the place of cameras.
import { createServer } from 'node:http';
import { join } from 'node:path';
import getPort from 'get-port';
import { chromium } from 'playwright-core';
import { ensureBrowsers } from '../../scripts/ensure-browsers.mjs';
import { startRoomServer } from '../../scripts/room-server.mjs';
import { root } from '../../scripts/root.mjs';
import { runNode } from '../../scripts/run-tool.mjs';
import { chromiumArgs } from '../../test/browser-options.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').BrowserContextOptions} ContextOptions */

/**
 * Builds, and opens the studio.
 *
 * @returns what enters, what sends everybody home, and what closes the studio
 */
export async function openStudio() {
  const { chromium: executablePath } = await ensureBrowsers();
  if ((await runNode(['scripts/build.mjs'])) !== 0)
    throw new Error('The build failed: there is nothing to photograph.');
  const server = await startRoomServer({ serve: 'dist/site' });
  // A page of its own origin, as most pages with a call are.
  const pages = createServer(({ url = '/' }, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(pageOf(server.url, new URL(url, server.url).searchParams));
  });
  const port = await getPort();
  pages.listen(port);
  const browser = await chromium.launch({ executablePath, args: chromiumArgs });
  return {
    /**
     * Opens a page that is nothing but the call.
     *
     * @param {Record<string, string>} attributes of the call; its person is drawn by the `name`
     * @param {ContextOptions} [options]
     * @param {{ scale?: number, speaks?: boolean }} [person] how large the picture is, 1 for 1280×720
     */
    async enter(attributes, options = {}, { scale = 1, speaks = false } = {}) {
      const context = await browser.newContext({ viewport: { width: 320, height: 240 }, ...options });
      await context.addInitScript(
        `sitter = ${JSON.stringify(attributes['name'])}; sitterScale = ${scale}; sitterSpeaks = ${speaks};`,
      );
      await context.addInitScript({ path: join(root, 'tools/gallery/people.js') });
      const page = await context.newPage();
      await page.goto(`http://localhost:${port}/?${new URLSearchParams(attributes)}`);
      await page.waitForFunction(`customElements.get('p2p-call')`);
      return page;
    },
    async clear() {
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    async close() {
      await browser.close();
      pages.close();
      await server.stop();
    },
  };
}

/**
 * Calls a method of the call.
 *
 * @param {Page | undefined} page
 * @param {string} method
 * @param {...unknown} values
 */
export async function call(page, method, ...values) {
  if (!page) throw new Error(`Nobody is there to ${method}.`);
  await page.evaluate(`document.querySelector('p2p-call').${method}(...${JSON.stringify(values)})`);
}

/**
 * Opens a panel, as a button of the page would.
 *
 * @param {Page} page
 * @param {string} panel
 */
export async function openPanel(page, panel) {
  const detail = JSON.stringify({ panel, open: true });
  await page.evaluate(
    `document.querySelector('p2p-call').dispatchEvent(new CustomEvent('p2p-panel-request', { detail: ${detail}, bubbles: true }))`,
  );
}

/** @param {Page} page @param {Page[]} others */
export async function talk(page, [first, second]) {
  await call(first, 'sendMessage', 'Hello! Shall we start with the numbers?');
  await call(page, 'sendMessage', 'Yes, one minute. The draft is at https://example.com/draft');
  await call(second, 'sendMessage', 'Take your time.\nI have questions on page 3.');
  await openPanel(page, 'chat');
}

/**
 * Waits until this is true of the call.
 *
 * @param {Page} page
 * @param {string} condition in which `call` is the call
 */
export async function until(page, condition) {
  await page.waitForFunction(`(call => ${condition})(document.querySelector('p2p-call'))`, undefined, {
    timeout: 120_000,
  });
}

/**
 * Waits until so many are connected, the person of this page among them.
 *
 * @param {Page} page
 * @param {number} count
 */
export async function untilConnected(page, count) {
  await until(page, `call.participants.filter(({ connection }) => connection === 'connected').length === ${count}`);
}

/** @param {string} serverUrl @param {URLSearchParams} attributes */
function pageOf(serverUrl, attributes) {
  const { lang = 'en', dir = 'ltr' } = Object.fromEntries(attributes);
  return `<!doctype html>
    <html lang="${lang}" dir="${dir}">
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width" />
      <title>A call</title>
      <link rel="icon" href="data:," />
      <style>
        :root { color-scheme: light dark; }
        body { margin: 0; }
        p2p-call { block-size: 100dvh; }
        p2p-call::part(stage) { border-radius: 0; }
      </style>
      <script type="module" src="${serverUrl}/p2p-call.js"></script>
      <p2p-call ${[...attributes].map(([name, value]) => `${name}="${value}"`).join(' ')}></p2p-call>
    </html>`;
}
