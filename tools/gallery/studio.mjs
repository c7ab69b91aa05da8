// Where the pictures of the documents and of the gallery are taken: the built package, a room server, Chromium, and drawn
// people in the place of cameras.
import { createServer } from 'node:http';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumArgs } from '../../test/browser-options.mjs';
import { ensureBrowsers } from '../../scripts/ensure-browsers.mjs';
import getPort from 'get-port';
import { startRoomServer } from '../../scripts/room-server.mjs';
import { root } from '../../scripts/root.mjs';
import { runNode } from '../../scripts/run-tool.mjs';

/**
 * @typedef {Record<string, string>} Attributes of the call
 * @typedef {object} Studio
 * @property {string} url the room server, which serves the built site too
 * @property {(attributes: Attributes, options?: import('playwright-core').BrowserContextOptions, scale?: number) => Promise<import('playwright-core').Page>} enter
 *   opens a page that is nothing but the call; its person is drawn by the `name`, 1280×720 times `scale`
 * @property {() => Promise<void>} clear closes all pages
 * @property {() => Promise<void>} close
 */

/**
 * Builds, and opens the studio.
 *
 * @param {Record<string, string>} [vars] variables of the room server
 * @returns {Promise<Studio>}
 */
export async function openStudio(vars = {}) {
  const { chromium: executablePath } = await ensureBrowsers();
  if ((await runNode(['scripts/build.mjs'])) !== 0)
    throw new Error('The build failed, so there is nothing to photograph.');
  const server = await startRoomServer({ serve: 'dist/site', vars });
  // A page of its own origin, as most pages with a call are.
  const pages = createServer(({ url = '/' }, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(pageOf(server.url, new URL(url, server.url).searchParams));
  });
  const port = await getPort();
  await new Promise((resolve) => pages.listen(port, () => resolve(undefined)));
  const browser = await chromium.launch({ executablePath, args: chromiumArgs });
  /** @type {import('playwright-core').BrowserContext[]} */
  let contexts = [];
  const clear = async () => {
    await Promise.all(contexts.map((context) => context.close()));
    contexts = [];
  };
  return {
    url: server.url,
    clear,
    async enter(attributes, options = {}, scale = 1) {
      const context = await browser.newContext({ viewport: { width: 320, height: 240 }, ...options });
      contexts.push(context);
      await context.addInitScript(
        `globalThis.sitter = ${JSON.stringify(attributes['name'])}; globalThis.sitterScale = ${scale};`,
      );
      await context.addInitScript({ path: join(root, 'tools/gallery/people.js') });
      const page = await context.newPage();
      await page.goto(`http://localhost:${port}/?${new URLSearchParams(attributes)}`);
      await page.waitForFunction(`customElements.get('p2p-call')`);
      return page;
    },
    async close() {
      await browser.close();
      pages.close();
      await server.stop();
    },
  };
}

/**
 * Waits until so many are connected, the person of this page among them.
 *
 * @param {import('playwright-core').Page} page
 * @param {number} count
 */
export async function waitForPeople(page, count) {
  await page.waitForFunction(
    `document.querySelector('p2p-call').participants.filter(({ connection }) => connection === 'connected').length === ${count}`,
    undefined,
    { timeout: 120_000 },
  );
}

/**
 * @param {string} serverUrl
 * @param {URLSearchParams} attributes
 */
function pageOf(serverUrl, attributes) {
  const { lang = 'en', dir = 'ltr' } = Object.fromEntries(attributes);
  const written = [...attributes].map(([name, value]) => `${name}="${value}"`).join(' ');
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
      <p2p-call ${written}></p2p-call>
    </html>`;
}
