// A gallery to leaf through: real calls in every state, on phone, tablet and desktop, light and dark.
//
//   node tools/gallery/gallery.mjs               gallery/*.png and gallery/index.html
//   node tools/gallery/gallery.mjs four chat     only these scenes
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/root.mjs';
import { call, openPanel, openStudio, talk, until, untilConnected } from './studio.mjs';

/** @typedef {import('playwright-core').Page} Page */

/**
 * @typedef {object} Scene
 * @property {string[]} [others] who else is there
 * @property {Record<string, string>} [attributes] of the photographed call
 * @property {boolean} [before] stays on the pre-join screen
 * @property {boolean} [isLate] comes after the others
 * @property {(page: Page, others: Page[]) => Promise<void>} [act] what happens ahead of the picture
 */

const sizes = { phone: [390, 844], tablet: [820, 1180], desktop: [1280, 800] };
const schemes = /** @type {const} */ (['light', 'dark']);

/** Pictures have grown to their sharpness, tiles have come to rest, files on demand are there. */
const settlingMs = 2_500;
/** After a change of size or colours. */
const turnMs = 700;

const seven = ['Kofi', 'Mei', 'Tomás', 'Priya', 'Omar', 'Yuki', 'Lena'];
const [two, three, four] = [seven.slice(0, 1), seven.slice(0, 2), seven.slice(0, 3)];

/** @type {Record<string, Scene>} */
const scenes = {
  prejoin: { before: true },
  'prejoin-camera-off': { before: true, attributes: { camera: 'off', name: '' } },
  alone: {},
  two: { others: two },
  'two-camera-off': { others: two, act: (_, [kofi]) => call(kofi, 'setCamera', false) },
  muted: { others: two, attributes: { mic: 'off', camera: 'off' } },
  three: { others: three },
  four: { others: four },
  eight: { others: seven },
  spotlight: { others: seven.slice(0, 4), attributes: { layout: 'spotlight' } },
  screen: { others: three, act: (_, [kofi]) => call(kofi, 'setScreen', true) },
  'hands-and-reactions': {
    others: four,
    async act(page, others) {
      await Promise.all([page, ...others.slice(1)].map((one) => call(one, 'setHand', true)));
      for (const one of others) await call(one, 'react', '👏');
    },
  },
  chat: { others: three, act: talk },
  people: { others: four, act: (page) => openPanel(page, 'people') },
  settings: { others: two, act: (page) => openPanel(page, 'settings') },
  reconnecting: {
    others: two,
    // The room server and the other one are gone, without a word. Either alone would change nothing here.
    async act(page, [kofi]) {
      // The last picture stays, so there has to be one.
      await page.waitForTimeout(settlingMs);
      await page.context().setOffline(true);
      await kofi?.goto('chrome://crash').catch(() => undefined);
      await until(page, `call.state === 'reconnecting'`);
    },
  },
  'files-missing': {
    others: two,
    async act(page) {
      await page.route(/p2p-call-[a-z-]+-[0-9a-f]+\.js/, (route) => route.abort());
      await page.reload();
      await untilConnected(page, 2);
    },
  },
  left: { others: two, act: (page) => call(page, 'leave') },
  removed: {
    others: two,
    // The first in the room is the host: here the other one.
    isLate: true,
    async act(page, [kofi]) {
      await call(kofi, 'remove', await page.evaluate(`document.querySelector('p2p-call').self.id`));
      await until(page, `call.state === 'left'`);
    },
  },
  failed: {
    before: true,
    attributes: { server: 'http://localhost:9', autojoin: '' },
    act: (page) => until(page, `call.state === 'failed'`),
  },
  'bad-room': { before: true, attributes: { room: ' ' } },
  arabic: { others: four, attributes: { lang: 'ar', dir: 'rtl' }, act: talk },
  'arabic-prejoin': { before: true, attributes: { lang: 'ar', dir: 'rtl' } },
};

const wanted = process.argv.slice(2);
const folder = join(root, 'gallery');
mkdirSync(folder, { recursive: true });
const studio = await openStudio();
try {
  for (const [name, scene] of Object.entries(scenes)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    try {
      await photograph(name, scene);
      console.log(name);
    } catch (error) {
      console.log(`${name}: ${error instanceof Error ? error.message : String(error)}`);
      process.exitCode = 1;
    }
    await studio.clear();
  }
} finally {
  await studio.close();
}
writeFileSync(join(folder, 'index.html'), indexOf(readdirSync(folder).filter((file) => file.endsWith('.png'))));

/** @param {string} name @param {Scene} scene */
async function photograph(name, { others: names = [], attributes = {}, before = false, isLate = false, act }) {
  const room = `gallery-${name}`;
  const own = { room, name: 'Ada', ...(before ? undefined : { autojoin: '' }), ...attributes };
  const early = isLate ? undefined : await studio.enter(own);
  const others = [];
  const isCrowd = names.length > 4;
  for (const other of names) {
    const speaks = other === 'Kofi';
    // Many send to each other, and two cores carry that: small pictures, one voice, and nothing drawn that nobody looks at.
    const sitter = await studio.enter(
      { room, name: other, autojoin: '', ...(isCrowd && !speaks && { mic: 'off' }) },
      {},
      { scale: isCrowd ? 0.3 : 1, speaks },
    );
    await sitter.evaluate(`document.querySelector('p2p-call').append(document.createElement('i'))`);
    others.push(sitter);
  }
  const page = early ?? (await studio.enter(own));
  if (!before) await untilConnected(page, names.length + 1);
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
  const sections = Object.keys(scenes).map((name) => {
    const own = Object.keys(sizes).flatMap((size) => schemes.map((scheme) => `${name}-${size}-${scheme}.png`));
    const images = own
      .filter((file) => files.includes(file))
      .map((file) => `<a href="${file}"><img src="${file}" alt="${file}" loading="lazy" height="420"></a>`);
    return images.length > 0 ? `<h2>${name}</h2><div>${images.join('')}</div>` : '';
  });
  const style =
    'body { margin: 2rem; font: 1rem system-ui; background: #8b93a3 } div { display: flex; gap: 1rem; overflow-x: auto }';
  return `<!doctype html><meta charset="utf-8"><title>p2p-call in pictures</title><style>${style}</style>${sections.join('\n')}`;
}
