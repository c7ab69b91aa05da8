import type { Browser as Chromium, Page as ChromiumPage } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { chromium, firefox } from './support/browsers.js';
import { type Page, untilInPage } from './support/in-page.js';
import { startSite } from './support/site.js';

let browser: Chromium;

beforeAll(async () => {
  browser = await chromium();
});
afterAll(() => browser.close());

async function chromiumPage(url: string): Promise<ChromiumPage> {
  const context = await browser.newContext();
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

async function firefoxPage(url: string): Promise<Page> {
  const fox = await firefox();
  onTestFinished(() => void fox.process()?.kill('SIGKILL'));
  const page = await fox.newPage();
  await page.goto(url);
  return { evaluate: <T>(script: string) => page.evaluate(script) as Promise<T> };
}

async function join(page: Page, name: string): Promise<void> {
  await untilInPage(page, `document.querySelector('p2p-call')?.state === 'prejoin'`, 'the pre-join screen');
  await page.evaluate(`(async () => {
    const call = document.querySelector('p2p-call');
    window.told = [];
    for (const type of ['p2p-message', 'p2p-reaction', 'p2p-hand-change']) {
      call.addEventListener(type, ({ detail }) => window.told.push(detail.text ?? detail.emoji ?? 'hand'));
    }
    call.name = ${JSON.stringify(name)};
    await call.join();
  })()`);
}

function connectedTo(count: number): string {
  return `document.querySelector('p2p-call').participants.filter((one) => !one.self && one.connection === 'connected').length === ${count}`;
}

describe('three browsers in one call', () => {
  it('talk: chat by keyboard, reactions, hands, and the whole chat for the one who comes late', async () => {
    const site = await startSite();
    onTestFinished(() => site.stop());
    const url = `${site.url}/?room=talk`;
    const [ada, bo] = [await chromiumPage(url), await firefoxPage(url)];
    await join(ada, 'Ada');
    await join(bo, 'Bo');
    for (const page of [ada, bo]) await untilInPage(page, connectedTo(1), 'the two are connected');

    // As a person does: opens the chat, and the focus is where one writes.
    await ada.getByRole('button', { name: 'Chat' }).click();
    await ada.getByRole('textbox', { name: 'Message' }).waitFor();
    await ada.keyboard.type('Hello Bo');
    await ada.keyboard.press('Shift+Enter');
    await ada.keyboard.type('see https://example.com');
    await ada.keyboard.press('Enter');
    await untilInPage(bo, `window.told.includes('Hello Bo\\nsee https://example.com')`, 'the message arrives');
    await bo.evaluate(`document.querySelector('p2p-call').sendMessage('Hello Ada')`);
    await ada.getByText('Hello Ada', { exact: true }).waitFor();
    expect(await ada.getByRole('link', { name: 'https://example.com' }).getAttribute('rel')).toContain('noopener');

    await bo.evaluate(`document.querySelector('p2p-call').react('🎉')`);
    await ada.locator('p2p-reactions').getByText('🎉').waitFor();
    await bo.evaluate(`document.querySelector('p2p-call').setHand(true)`);
    await untilInPage(ada, `window.told.includes('hand')`, 'the hand goes up');

    const cy = await chromiumPage(url);
    await join(cy, 'Cy');
    await untilInPage(cy, connectedTo(2), 'the third is connected to both');
    await untilInPage(
      cy,
      `window.told.includes('Hello Ada') && window.told.some((one) => one.startsWith('Hello Bo'))`,
      'the chat so far',
    );
    await cy.getByRole('button', { name: /^Chat, 2 new messages$/ }).click();
    await cy.getByText('Hello Ada', { exact: true }).waitFor();
    await untilInPage(cy, `document.querySelector('p2p-call').participants.some((one) => one.handRaised)`, 'the hand');

    await ada.keyboard.press('Escape');
    await untilInPage(
      ada,
      `!document.querySelector('p2p-call').shadowRoot.querySelector('p2p-chat')`,
      'Escape closes the chat',
    );
  });
});
