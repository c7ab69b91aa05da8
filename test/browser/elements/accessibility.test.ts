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

    it(`is accessible: the settings with the check, ${theme}`, async () => {
      await import('../../../src/components/p2p-settings/define.js');
      await import('../../../src/components/p2p-check/define.js');
      const devices = (['microphone', 'camera', 'speaker'] as const).map((kind) => ({ kind, id: kind, label: kind }));
      const call = await showCall(
        [...joinedFacts(['Grace']), { type: 'devices-changed', devices }, { type: 'panel-changed', panel: 'settings' }],
        { theme },
      );
      const settings = find(call, 'p2p-settings')!;
      findAll(settings, 'button').at(-1)?.click();
      await until(() => find(call, 'p2p-check')?.shadowRoot?.querySelector('button'), 'the check');
      expect(await violationsOf(call)).to.deep.equal([]);
    });

    it(`is accessible: notices, ${theme}`, async () => {
      const call = await showCall(
        [
          ...joinedFacts(['Grace']),
          { type: 'source-changed', source: 'microphone', state: 'off', by: 'user' },
          { type: 'microphone-judged', silent: false, talkingWhileMuted: true },
          { type: 'deafened-changed', deafened: true },
        ],
        { theme },
      );
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
