import { expect, it } from 'vitest';
import { untilInPage } from './support/in-page.js';
import { siteInChromium } from './support/site-in-chromium.js';

const site = siteInChromium();

it('takes no focus that nobody gave it, with a chat beside the call', async () => {
  const page = await site.openPage();
  const body = `<!doctype html><title>Beside</title><script type="module" src="/p2p-call.js"></script>
    <p>An article.</p><p2p-call id="call" room="focus"></p2p-call><p2p-chat for="call"></p2p-chat>`;
  await page.route('**/beside.html', (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto(`${site.url}/beside.html`);
  const field = `document.querySelector('p2p-chat').shadowRoot?.querySelector('textarea')`;
  await untilInPage(page, `document.querySelector('p2p-call')?.state === 'prejoin' && !!${field}`, 'a chat');
  // The browser gives the focus with the next picture.
  await page.evaluate(`new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))`);
  expect(await page.evaluate(`document.activeElement === document.body`)).toBe(true);
});
