import { expect } from '@open-wc/testing';
import 'axe-core';
import type { AxeResults, RunOptions } from 'axe-core';
import { clearStage, scenes, settled, showCall } from './scene.js';

// Not a module: it puts itself there.
const { axe } = globalThis as unknown as { axe: { run(root: Element, options: RunOptions): Promise<AxeResults> } };

afterEach(clearStage);

describe('every state of a call', () => {
  for (const theme of ['light', 'dark']) {
    for (const [scene, facts] of Object.entries(scenes)) {
      it(`is accessible: ${scene}, ${theme}`, async () => {
        const call = await showCall(facts, { theme });
        await settled(call);
        // What fades in has its contrast when it is there; only spinners never end.
        const ending = document
          .getAnimations()
          .filter((one) => one.effect?.getComputedTiming().iterations !== Infinity);
        await Promise.all(ending.map((one) => one.finished));
        const { violations } = await axe.run(call, { rules: { region: { enabled: false } } });
        const found = violations.map(
          ({ id, nodes }) =>
            `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('\n')}`,
        );
        expect(found).to.deep.equal([]);
      });
    }
  }
});
