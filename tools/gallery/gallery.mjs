// A gallery to leaf through: real calls in every state, on phone, tablet and desktop, light and dark.
//
//   node tools/gallery/gallery.mjs               gallery/*.png and gallery/index.html
//   node tools/gallery/gallery.mjs four chat     only these scenes
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/root.mjs';
import { openStudio, waitForPeople } from './studio.mjs';

/** @typedef {import('playwright-core').Page} Page */

/**
 * @typedef {object} Scene
 * @property {string} name
 * @property {string[]} [others] who else is there
 * @property {Record<string, string>} [attributes] of the photographed call
 * @property {boolean} [before] stays on the pre-join screen
 * @property {(page: Page, others: Page[]) => Promise<void>} [act] what happens ahead of the picture
 */

const sizes = { phone: [390, 844], tablet: [820, 1180], desktop: [1280, 800] };
const schemes = /** @type {const} */ (['light', 'dark']);

/** Pictures have grown to their sharpness, tiles have come to rest, files on demand are there. */
const settlingMs = 2_500;
/** After a change of size or colours. */
const turnMs = 700;

const eight = ['Kofi', 'Mei', 'Tomás', 'Priya', 'Omar', 'Yuki', 'Lena'];

/**
 * Dispatches a request, as an element of the page would.
 *
 * @param {Page} page
 * @param {string} type
 * @param {object} detail
 */
const ask = (page, type, detail) =>
  page.evaluate(
    `document.querySelector('p2p-call').dispatchEvent(new CustomEvent('${type}', { detail: ${JSON.stringify(detail)}, bubbles: true }))`,
  );

/**
 * Calls a method of the call.
 *
 * @param {Page} page
 * @param {string} method
 * @param {...unknown} values
 */
const call = (page, method, ...values) =>
  page.evaluate(`document.querySelector('p2p-call').${method}(...${JSON.stringify(values)})`);

/** @param {Page} page @param {Page[]} others */
const talk = async (page, others) => {
  await call(others[0] ?? page, 'sendMessage', 'Good morning! Shall we start with the numbers?');
  await call(page, 'sendMessage', 'Yes, one minute. The draft is at https://example.com/draft');
  await call(others[1] ?? page, 'sendMessage', 'Take your time.\nI have questions on page 3.');
};

/** @type {Scene[]} */
const scenes = [
  { name: 'prejoin', before: true },
  { name: 'prejoin-camera-off', before: true, attributes: { camera: 'off', name: '' } },
  { name: 'alone' },
  { name: 'two', others: ['Kofi'] },
  {
    name: 'two-camera-off',
    others: ['Kofi'],
    act: async (_, [kofi]) => void (kofi && (await call(kofi, 'setCamera', false))),
  },
  { name: 'muted', others: ['Kofi'], attributes: { mic: 'off', camera: 'off' } },
  { name: 'three', others: ['Kofi', 'Mei'] },
  { name: 'four', others: ['Kofi', 'Mei', 'Tomás'] },
  { name: 'eight', others: eight },
  { name: 'spotlight', others: eight.slice(0, 4), attributes: { layout: 'spotlight' } },
  {
    name: 'screen',
    others: ['Kofi', 'Mei'],
    act: async (_, [kofi]) => void (kofi && (await call(kofi, 'setScreen', true))),
  },
  {
    name: 'hands-and-reactions',
    others: ['Kofi', 'Mei', 'Tomás'],
    act: async (page, others) => {
      await Promise.all([page, ...others.slice(1)].map((one) => call(one, 'setHand', true)));
      for (const one of others) await call(one, 'react', '👏');
    },
  },
  {
    name: 'chat',
    others: ['Kofi', 'Mei'],
    act: async (page, others) => {
      await talk(page, others);
      await ask(page, 'p2p-panel-request', { panel: 'chat', open: true });
    },
  },
  {
    name: 'people',
    others: ['Kofi', 'Mei', 'Tomás'],
    act: async (page) => void (await ask(page, 'p2p-panel-request', { panel: 'people', open: true })),
  },
  {
    name: 'settings',
    others: ['Kofi'],
    act: async (page) => void (await ask(page, 'p2p-panel-request', { panel: 'settings', open: true })),
  },
  {
    name: 'reconnecting',
    others: ['Kofi'],
    // The room server and the other one are gone, without a word. Either alone would change nothing here.
    act: async (page, [kofi]) => {
      // The last picture stays, so there has to be one.
      await page.waitForFunction(
        `[...(document.querySelector('p2p-call').shadowRoot.querySelector('p2p-grid')?.shadowRoot.querySelectorAll('p2p-video-tile') ?? [])]
          .filter((tile) => tile.shadowRoot.querySelector('.tile.picture')).length === 2`,
      );
      await page.context().setOffline(true);
      await kofi?.goto('chrome://crash').catch(() => undefined);
      await page.waitForFunction(`document.querySelector('p2p-call').state === 'reconnecting'`, undefined, {
        timeout: 60_000,
      });
    },
  },
  {
    name: 'files-missing',
    others: ['Kofi'],
    act: async (page) => {
      await page.route(/p2p-call-[a-z-]+-[0-9a-f]+\.js/, (route) => route.abort());
      await page.reload();
      await waitForPeople(page, 2);
    },
  },
  { name: 'left', others: ['Kofi'], act: async (page) => void (await call(page, 'leave')) },
  {
    name: 'removed',
    others: ['Kofi'],
    // The first in the room is the host: here the other one.
    attributes: { late: '' },
    act: async (page, [kofi]) => {
      const id = await page.evaluate(`document.querySelector('p2p-call').self.id`);
      if (kofi) await call(kofi, 'remove', id);
      await page.waitForFunction(`document.querySelector('p2p-call').state === 'left'`);
    },
  },
  {
    name: 'failed',
    before: true,
    attributes: { server: 'http://localhost:9', autojoin: '' },
    act: async (page) => {
      await page.waitForFunction(`document.querySelector('p2p-call').state === 'failed'`, undefined, {
        timeout: 60_000,
      });
    },
  },
  { name: 'bad-room', before: true, attributes: { room: ' ' } },
  {
    name: 'arabic',
    others: ['Kofi', 'Mei', 'Tomás'],
    attributes: { lang: 'ar', dir: 'rtl' },
    act: async (page, others) => {
      await talk(page, others);
      await ask(page, 'p2p-panel-request', { panel: 'chat', open: true });
    },
  },
  { name: 'arabic-prejoin', before: true, attributes: { lang: 'ar', dir: 'rtl' } },
];

const wanted = process.argv.slice(2);
const folder = join(root, 'gallery');
mkdirSync(folder, { recursive: true });
const studio = await openStudio();
try {
  for (const scene of scenes) {
    if (wanted.length > 0 && !wanted.includes(scene.name)) continue;
    try {
      await photograph(scene);
      console.log(scene.name);
    } catch (error) {
      console.log(`${scene.name}: ${error instanceof Error ? error.message : String(error)}`);
      process.exitCode = 1;
    }
    await studio.clear();
  }
} finally {
  await studio.close();
}
writeFileSync(join(folder, 'index.html'), indexOf(readdirSync(folder).filter((file) => file.endsWith('.png'))));

/** @param {Scene} scene */
async function photograph({ name, others: names = [], attributes = {}, before = false, act }) {
  const room = `gallery-${name}`;
  const { late, ...own } = attributes;
  const enterSelf = () =>
    studio.enter(
      { room, name: 'Ada', ...(before ? undefined : { autojoin: '' }), ...own },
      { viewport: { width: 1280, height: 800 }, colorScheme: 'light' },
    );
  let page = late === undefined ? await enterSelf() : undefined;
  const others = [];
  for (const other of names) {
    // Many send to each other, and two cores carry that: small pictures, and nothing drawn that nobody looks at.
    const sitter = await studio.enter({ room, name: other, autojoin: '' }, {}, names.length > 4 ? 0.3 : 1);
    await sitter.evaluate(`document.querySelector('p2p-call').append(document.createElement('i'))`);
    others.push(sitter);
  }
  page ??= await enterSelf();
  if (!before) await waitForPeople(page, names.length + 1);
  await act?.(page, others);
  await page.waitForTimeout(settlingMs);
  for (const [size, [width = 0, height = 0]] of Object.entries(sizes)) {
    await page.setViewportSize({ width, height });
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme });
      await page.waitForTimeout(turnMs);
      await page.screenshot({ path: join(folder, `${name}-${size}-${colorScheme}.png`) });
    }
  }
}

/** @param {string[]} files */
function indexOf(files) {
  const sections = scenes.map(({ name }) => {
    const own = Object.keys(sizes).flatMap((size) => schemes.map((scheme) => `${name}-${size}-${scheme}.png`));
    const images = own
      .filter((file) => files.includes(file))
      .map((file) => `<a href="${file}"><img src="${file}" alt="${file}" loading="lazy" height="420" /></a>`);
    return images.length > 0 ? `<h2>${name}</h2><div>${images.join('')}</div>` : '';
  });
  return `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <meta name="viewport" content="width=device-width" />
  <title>p2p-call in pictures</title>
  <style>
    body { margin: 2rem; font: 1rem/1.5 system-ui, sans-serif; background: #8b93a3; }
    div { display: flex; gap: 1rem; overflow-x: auto; padding-block-end: 1rem; }
    img { display: block; border-radius: 8px; }
  </style>
  <h1>p2p-call in pictures</h1>
  ${sections.join('\n  ')}
</html>
`;
}
