// Takes the pictures of the documents: a real call of several people in Chromium, through the room server.
//
//   node tools/gallery/screenshot.mjs   docs/images/*.png, and of which sources they are in docs/images/sources.txt
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/root.mjs';
import { sourcesOfPictures, sourcesPath } from './sources.mjs';
import { call, openStudio, talk, untilConnected } from './studio.mjs';

/** @typedef {import('playwright-core').Page} Page */

const desktop = { viewport: { width: 1200, height: 750 }, deviceScaleFactor: 1.25 };
const phone = { viewport: { width: 390, height: 780 }, deviceScaleFactor: 2 };

/** The first one's screen is photographed. */
const names = ['Ada', 'Kofi', 'Mei', 'Tomás'];

/** @type {{ file: string, options: import('./studio.mjs').ContextOptions, count: number, act(page: Page, others: Page[]): Promise<void> }[]} */
const pictures = [
  {
    file: 'call-light.png',
    options: { ...desktop, colorScheme: 'light' },
    count: 4,
    async act(_, [kofi, mei]) {
      await call(mei, 'setMicrophone', false);
      await call(kofi, 'setHand', true);
    },
  },
  {
    file: 'call-dark.png',
    options: { ...desktop, colorScheme: 'dark' },
    count: 4,
    act: talk,
  },
  { file: 'call-phone.png', options: { ...phone, colorScheme: 'light' }, count: 2, act: async () => undefined },
];

/** After this all pictures have grown to their full sharpness, and what came on demand is there. */
const settlingMs = 8_000;

const studio = await openStudio();
try {
  for (const { file, options, count, act } of pictures) {
    const [first = '', ...rest] = names.slice(0, count);
    const page = await studio.enter({ room: file, name: first, autojoin: '' }, options);
    const others = [];
    for (const name of rest)
      others.push(await studio.enter({ room: file, name, autojoin: '' }, {}, { speaks: name === 'Kofi' }));
    await untilConnected(page, count);
    await act(page, others);
    await page.waitForTimeout(settlingMs);
    await page.screenshot({ path: join(root, 'docs/images', file) });
    console.log(`docs/images/${file}`);
    await studio.clear();
  }
  writeFileSync(sourcesPath, `${sourcesOfPictures()}\n`);
} finally {
  await studio.close();
}
