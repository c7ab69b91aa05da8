import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import 'axe-core';
import type { AxeResults, RunOptions } from 'axe-core';
import { clearStage } from '../elements/scene.js';
import { showView, views } from './views.js';

// axe is no module: the script sets a global.
const { axe } = globalThis as unknown as { axe: { run(root: Element, options: RunOptions): Promise<AxeResults> } };

const isChromium = 'userAgentData' in navigator;

afterEach(clearStage);

async function violationsOf(call: Element, isForced = false): Promise<string[]> {
  const { violations } = await axe.run(call, {
    // Forced colours differ from those of the style sheet, so axe cannot judge the contrast.
    rules: { region: { enabled: false }, 'color-contrast': { enabled: !isForced } },
  });
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('\n')}`,
  );
}

const looks: Readonly<Record<string, Record<string, string>>> = {
  light: { theme: 'light' },
  'dark, right to left': { theme: 'dark', dir: 'rtl' },
};

for (const [look, attributes] of Object.entries(looks)) {
  describe(`axe finds nothing (A1): ${look}`, () => {
    for (const view of Object.keys(views)) {
      it(`in ${view}`, async () => {
        expect(await violationsOf(await showView(view, attributes))).to.deep.equal([]);
      });
    }
  });
}

// Only Chromium lets a test force colours.
if (isChromium) {
  describe('axe finds nothing (A1): forced colours', () => {
    before(() => emulateMedia({ forcedColors: 'active' }));
    after(() => emulateMedia({ forcedColors: 'none' }));

    for (const view of Object.keys(views)) {
      it(`in ${view}`, async () => {
        expect(matchMedia('(forced-colors: active)').matches).to.equal(true);
        expect(await violationsOf(await showView(view), true)).to.deep.equal([]);
      });
    }
  });
}
