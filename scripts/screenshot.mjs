// Takes the pictures of the documents: a real call of several people in Chromium, through the room server, with drawn
// people in the place of cameras.
//
//   node scripts/screenshot.mjs            docs/images/call-light.png, call-dark.png and call-phone.png
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumArgs } from './browser-options.mjs';
import { ensureBrowsers } from './ensure-browsers.mjs';
import { ensurePackages } from './ensure-packages.mjs';
import { freePort } from './free-port.mjs';
import { startRoomServer } from './room-server.mjs';
import { root } from './root.mjs';
import { runNode } from './run-tool.mjs';

/** @typedef {{ name: string, mic?: 'off', camera?: 'off' }} Person */

/** Who takes part; the first one's screen is photographed. */
const people = /** @type {[Person, ...Person[]]} */ ([
  { name: 'Ada' },
  { name: 'Kofi' },
  { name: 'Mei', mic: 'off' },
  { name: 'Tomás' },
]);

/** @type {{ file: string, width: number, height: number, scale: number, colorScheme: 'light' | 'dark', people: Person[] }[]} */
const pictures = [
  { file: 'call-light.png', width: 1120, height: 720, scale: 1.25, colorScheme: 'light', people },
  { file: 'call-dark.png', width: 1120, height: 720, scale: 1.25, colorScheme: 'dark', people },
  { file: 'call-phone.png', width: 390, height: 780, scale: 2, colorScheme: 'light', people: people.slice(0, 2) },
];

/** After this all pictures have grown to their full sharpness. */
const settlingMs = 8_000;

await ensurePackages();
const { chromium: executablePath } = await ensureBrowsers();
if ((await runNode(['scripts/build.mjs'])) !== 0)
  throw new Error('The build failed, so there is nothing to photograph.');
const folder = join(root, 'docs/images');
mkdirSync(folder, { recursive: true });

const server = await startRoomServer({ serve: 'dist/site' });
// A page of its own origin, as most pages with a call are.
const pages = createServer(({ url = '/' }, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(pageOf(new URL(url, server.url).searchParams));
});
const pagesPort = await freePort();
await new Promise((resolve) => pages.listen(pagesPort, () => resolve(undefined)));
const pagesUrl = `http://localhost:${pagesPort}`;
const browser = await chromium.launch({ executablePath, args: chromiumArgs });
try {
  for (const picture of pictures) {
    await photograph(picture);
    console.log(`docs/images/${picture.file}`);
  }
} finally {
  await browser.close();
  pages.close();
  await server.stop();
}

/** @param {typeof pictures[number]} picture */
async function photograph({ file, width, height, scale, colorScheme, people: present }) {
  const room = file.replace('.png', '');
  const [photographed, ...others] = present;
  /** @type {import('playwright-core').BrowserContext[]} */
  const contexts = [];
  /** @param {Person | undefined} person @param {import('playwright-core').BrowserContextOptions} options */
  const enter = async (person, options) => {
    const context = await browser.newContext({ colorScheme, ...options });
    contexts.push(context);
    await context.addInitScript(`globalThis.sitter = ${JSON.stringify(person?.name)};`);
    await context.addInitScript({ path: join(root, 'scripts/screenshot-people.js') });
    const page = await context.newPage();
    await page.goto(`${pagesUrl}/?${new URLSearchParams({ room, ...person })}`);
    await page.waitForFunction(`document.querySelector('p2p-call').matches(':state(joined)')`);
    return page;
  };
  try {
    const page = await enter(photographed, { viewport: { width, height }, deviceScaleFactor: scale });
    for (const person of others) await enter(person, { viewport: { width: 320, height: 240 } });
    await page.waitForFunction(
      `document.querySelector('p2p-call').participants.filter(({ connection }) => connection === 'connected').length === ${present.length}`,
    );
    await page.waitForTimeout(settlingMs);
    await page.screenshot({ path: join(folder, file) });
  } finally {
    await Promise.all(contexts.map((context) => context.close()));
  }
}

/**
 * A page that is nothing but the call.
 *
 * @param {URLSearchParams} attributes
 */
function pageOf(attributes) {
  const written = [...attributes].map(([name, value]) => `${name}="${value}"`).join(' ');
  return `<!doctype html>
    <html lang="en">
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width" />
      <link rel="icon" href="data:," />
      <style>
        :root { color-scheme: light dark; }
        body { margin: 0; }
        p2p-call { block-size: 100dvh; }
        p2p-call::part(stage) { border-radius: 0; }
      </style>
      <script type="module" src="${server.url}/p2p-call.js"></script>
      <p2p-call ${written} autojoin></p2p-call>
    </html>`;
}
