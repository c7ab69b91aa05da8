// Takes the pictures of the documents: a real call of several people in Chromium, through the room server.
//
//   node tools/gallery/screenshot.mjs            docs/images/call-light.png, call-dark.png and call-phone.png
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/root.mjs';
import { openStudio, waitForPeople } from './studio.mjs';

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

const folder = join(root, 'docs/images');
mkdirSync(folder, { recursive: true });
const studio = await openStudio();
try {
  for (const picture of pictures) {
    await photograph(picture);
    console.log(`docs/images/${picture.file}`);
  }
} finally {
  await studio.close();
}

/** @param {typeof pictures[number]} picture */
async function photograph({ file, width, height, scale, colorScheme, people: present }) {
  const room = file.replace('.png', '');
  const [photographed, ...others] = present;
  const page = await studio.enter(
    { room, autojoin: '', ...photographed },
    { viewport: { width, height }, deviceScaleFactor: scale, colorScheme },
  );
  for (const person of others) await studio.enter({ room, autojoin: '', ...person });
  await waitForPeople(page, present.length);
  await page.waitForTimeout(settlingMs);
  await page.screenshot({ path: join(folder, file) });
  await studio.clear();
}
