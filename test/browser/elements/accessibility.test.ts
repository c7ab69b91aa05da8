import { expect } from '@open-wc/testing';
import 'axe-core';
import type { AxeResults, RunOptions } from 'axe-core';
import { joinedFacts } from '../../fakes/fake-call-view.js';
import { until } from '../support/until.js';
import { clearStage, find, findAll, scenes, settled, showCall, stilled, tilesOf } from './scene.js';

// Not a module: it puts itself there.
const { axe } = globalThis as unknown as { axe: { run(root: Element, options: RunOptions): Promise<AxeResults> } };

afterEach(clearStage);

async function violationsOf(call: Element): Promise<string[]> {
  await settled(call);
  // What fades in has its contrast when it is there.
  await stilled();
  const { violations } = await axe.run(call, { rules: { region: { enabled: false } } });
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('\n')}`,
  );
}

describe('every state of a call', () => {
  for (const theme of ['light', 'dark']) {
    for (const [scene, facts] of Object.entries(scenes)) {
      it(`is accessible: ${scene}, ${theme}`, async () => {
        const call = await showCall(facts, { theme });
        expect(await violationsOf(call)).to.deep.equal([]);
      });
    }

    it(`is accessible: keyboard shortcuts, ${theme}`, async () => {
      await import('../../../src/components/p2p-shortcuts/define.js');
      const call = await showCall([...joinedFacts(['Grace']), { type: 'panel-changed', panel: 'shortcuts' }], {
        theme,
      });
      expect(await violationsOf(call)).to.deep.equal([]);
    });

    it(`is accessible: the menu of a tile with the connection, ${theme}`, async () => {
      const call = await showCall(joinedFacts(['Grace']), { theme });
      const [, tile] = tilesOf(call);
      find(tile!, '.more')!.click();
      const menu = await until(() => find(call, 'p2p-tile-menu'), 'the menu');
      await until(() => findAll(menu, 'button').length > 0, 'its rows');
      findAll(menu, 'button').at(-1)!.click();
      await until(() => find(menu, 'p2p-link-detail')?.shadowRoot, 'the connection');
      expect(await violationsOf(call)).to.deep.equal([]);
    });

    it(`is accessible: the menu of the controls with its reactions, ${theme}`, async () => {
      const call = await showCall(joinedFacts(['Grace']), { theme });
      call.style.width = '390px';
      const more = await until(() => find(call, '.button.more'), 'the menu');
      more.click();
      const reactions = find(call, 'p2p-reaction-button')!;
      await until(() => reactions.getBoundingClientRect().height > 0, 'the open menu');
      expect(await violationsOf(call)).to.deep.equal([]);
      find(reactions, 'button')!.click();
      const picker = await until(() => find(reactions, 'p2p-reaction-picker'), 'the reactions');
      await until(() => picker.shadowRoot, 'their file');
      expect(await violationsOf(call)).to.deep.equal([]);
    });
  }
});
