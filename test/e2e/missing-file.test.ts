import { expect, it } from 'vitest';
import { de } from '../../src/locales/de.js';
import { untilInPage } from './support/in-page.js';
import { siteInChromium } from './support/site-in-chromium.js';

const site = siteInChromium();

/** The button inside a control of the call. */
function button(tag: string): string {
  return `document.querySelector('p2p-call').shadowRoot.querySelector('p2p-stage').shadowRoot.querySelector('${tag}')?.shadowRoot.querySelector('button')`;
}

it('joins, mutes and leaves where no file came but the first', async () => {
  const page = await site.openPage();
  await page.addInitScript(`
    window.told = [];
    addEventListener('p2p-error', ({ detail }) => window.told.push(detail.error.code + ' ' + detail.error.subject));
  `);
  let isMissing = true;
  await page.route('**/p2p-call-*.js', (route) => {
    return isMissing ? route.abort() : route.continue();
  });
  await page.goto(`${site.url}/?room=missing-file`);
  await untilInPage(page, `document.querySelector('p2p-call')?.state === 'prejoin'`, 'the first screen');
  await page.getByRole('button', { name: 'Join call' }).press('Enter');
  await untilInPage(page, `document.querySelector('p2p-call').state === 'joined'`, 'in the call');
  await untilInPage(page, `${button('p2p-controls > p2p-leave-button')} && true`, 'a way to leave');
  await untilInPage(page, `document.activeElement.localName === 'p2p-call'`, 'the focus stays in the call');
  expect(await page.evaluate('window.told')).toContain('file-missing controls');
  await page.evaluate(`${button('p2p-controls > p2p-mic-button')}.click()`);
  await untilInPage(page, `document.querySelector('p2p-call').self.microphone === 'off'`, 'muted');
  await page.evaluate(`${button('p2p-controls > p2p-leave-button')}.click()`);
  await untilInPage(page, `document.querySelector('p2p-call').state === 'left'`, 'out of the call');
  // Nor its words in another language: it goes on in those that it has.
  const speak = (language: string) => page.evaluate(`document.querySelector('p2p-call').lang = '${language}'`);
  await speak('de');
  await untilInPage(page, `window.told.includes('file-missing de')`, 'the words are missed');
  await speak('en');
  isMissing = false;
  await page.getByRole('button', { name: 'Join call' }).click();
  await page.getByRole('toolbar', { name: 'Call controls' }).waitFor();
  // The keys are loaded together with the toolbar.
  await page.getByRole('button', { name: 'Camera', exact: true }).focus();
  await page.keyboard.press('m');
  await untilInPage(page, `document.querySelector('p2p-call').self.microphone === 'on'`, 'the keys work');
  await speak('de');
  await page.getByRole('toolbar', { name: de.controls }).waitFor();
  await untilInPage(page, `document.querySelector('p2p-call').error === undefined`, 'nothing is missing any more');
});
