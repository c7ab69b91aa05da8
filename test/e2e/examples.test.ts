import { beforeAll, expect, it } from 'vitest';
import type { Caller } from './support/caller.js';
import { each, threeBrowsers } from './support/three-browsers.js';

const browsers = threeBrowsers();
let ada: Caller;
let bo: Caller;
let cy: Caller;

beforeAll(() => ({ ada, bo, cy } = browsers));

/** What a person does on the page before they can join. */
const before: Readonly<Record<string, (caller: Caller) => Promise<void>>> = {
  support: (caller) => caller.presses('Talk to us'),
  async telehealth(caller) {
    await caller.presses('Join call');
    await caller.until(
      `focused()?.id === 'consent' && call.state === 'prejoin' && reads('Please agree')`,
      'nobody enters without consent',
    );
    await caller.strikes(' ');
  },
};

/** What the example is about. */
const inside: Readonly<Record<string, () => Promise<void>>> = {
  async brands() {
    const accent = `getComputedStyle(call).getPropertyValue('--p2p-color-accent')`;
    const harbor = await bo.run<string>(accent);
    await bo.presses('Arcade');
    await bo.until(`${accent} !== ${JSON.stringify(harbor)}`, 'another brand');
    expect(await ada.run(accent)).toBe(harbor);
  },
  async tutoring() {
    await cy.presses('Raised hand');
    await each([ada, bo], `!!inTile('${cy.id}', '[part~="tile-hand"]')`, 'a hand');
    await bo.presses('Message');
    await bo.types('What is a vertex?');
    await bo.strikes('Enter');
    await each([ada, cy], `reads('What is a vertex?')`, 'the question, in a chat that is always open');
    await ada.resizes(1280, 720);
    await ada.until(`seen('.person').length === 3`, 'who is there, on a large screen');
    expect(await ada.run(`document.documentElement.scrollHeight`), 'the toolbar is in view').toBe(720);
    await ada.resizes(800, 600);
  },
  async support() {
    await bo.presses('Leave call');
    await bo.until(`!call && !document.querySelector('dialog.support').open`, 'the widget is out of the way');
  },
};

for (const example of ['team', 'brands', 'support', 'telehealth', 'tutoring']) {
  it(`${example} brings three together`, async () => {
    for (const caller of [ada, bo, cy]) {
      await caller.opens(`${browsers.url}/${example}.html`);
      await before[example]?.(caller);
      await caller.presses('Join call');
      await caller.isIn();
    }
    for (const one of [ada, bo, cy]) {
      const others = [ada, bo, cy].filter((other) => other !== one);
      await each(others, `(await sound('${one.id}')) > 0`, 'each is heard');
      // Customers begin without a camera.
      if (example !== 'support') await each(others, `hasPicture('${one.id}')`, 'each is seen');
    }
    await inside[example]?.();
  });
}
