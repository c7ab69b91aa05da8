import { expect } from '@open-wc/testing';
import type { P2PStage } from '../../../src/components/p2p-stage/p2p-stage.js';
import { controls } from '../../../src/components/shared/controls.js';
import { joinedFacts, prejoinFacts } from '../../fakes/fake-call-view.js';
import { until } from '../support/until.js';
import { clearStage, find, findAll, settled, show, showCall } from './scene.js';

afterEach(clearStage);

const namesIn = (root: Element): string[] => findAll(root, '[data-name]').map(({ dataset }) => dataset['name'] ?? '');

function createStage(attributes: Record<string, string>): P2PStage {
  const stage = document.createElement('p2p-stage');
  for (const [name, value] of Object.entries(attributes)) stage.setAttribute(name, value);
  return stage;
}

describe('p2p-stage', () => {
  it('shows a call that stands elsewhere, and asks it for what is pressed', async () => {
    const call = await showCall(joinedFacts(['Grace']), { id: 'elsewhere' });
    const stage = show(createStage({ for: 'elsewhere' }));
    await until(() => findAll(stage, 'p2p-video-tile').length === 2, 'both tiles');
    const leave = await until(() => find(find(stage, 'p2p-leave-button')!, 'button'), 'its leave button');
    const asked: string[] = [];
    call.addEventListener('p2p-leave-request', ({ type }) => asked.push(type));
    leave.click();
    expect(asked).to.deep.equal(['p2p-leave-request']);
    call.view.tell({ type: 'panel-changed', panel: 'chat' });
    await settled(stage);
    expect(find(stage, 'p2p-chat')?.getAttribute('for')).to.equal('elsewhere');
  });

  it('is only the words of its place without a call', async () => {
    const stage = show(createStage({}));
    await settled(stage);
    expect(find(stage, 'p2p-grid')).to.equal(undefined);
    expect(find(stage, 'p2p-controls')).to.equal(undefined);
  });

  it('compact, has the tiles and the controls that a small window has room for', async () => {
    const call = await showCall(joinedFacts(['Grace']));
    call.append(document.createElement('i'));
    const stage = createStage({ compact: '' });
    call.append(stage);
    await until(() => find(stage, 'p2p-grid'), 'the tiles');
    await settled(stage);
    const compact = controls.filter(({ isCompact, isPossible }) => isCompact && (isPossible?.() ?? true));
    expect(namesIn(stage)).to.deep.equal(compact.map(({ name }) => name));
    expect(find(stage, 'p2p-status')).to.equal(undefined);
    call.view.tell({ type: 'viewing-changed', changes: { pip: true } });
    await settled(stage);
    expect(find(stage, 'p2p-grid')).to.not.equal(undefined);
  });

  it('inside an interface of the page opens panels where that has it, and nowhere else', async () => {
    const call = await showCall(joinedFacts(['Grace']));
    const own = document.createElement('section');
    own.append(createStage({}));
    call.append(own);
    await until(() => find(own, 'p2p-grid'), 'the tiles in the stage of the page');
    call.view.tell({ type: 'panel-changed', panel: 'chat' });
    await until(() => find(own, '.side p2p-chat'), 'the chat in it');
    expect(findAll(call, 'p2p-chat')).to.have.lengthOf(1);
  });

  it('leaves an interface of the page to the layout of the page', async () => {
    const call = await showCall(joinedFacts(['Grace']));
    call.style.display = 'flex';
    const [first, second] = [document.createElement('b'), document.createElement('b')];
    first.style.flex = second.style.flex = '1';
    call.append(first, second);
    await settled(call);
    const half = call.clientWidth / 2;
    expect([first, second].map(({ offsetWidth }) => offsetWidth)).to.deep.equal([half, half]);
    expect(first.offsetHeight).to.equal(call.clientHeight);
  });

  it('takes white space for no interface, and text for one', async () => {
    const call = await showCall(prejoinFacts());
    call.append('\n  ', document.createComment('later'));
    await settled(call);
    expect(find(call, 'p2p-prejoin')).to.not.equal(undefined);
    call.append('One moment …');
    await until(() => !find(call, 'p2p-prejoin'), 'the text alone');
    call.replaceChildren();
    await until(() => find(call, 'p2p-prejoin'), 'the pre-join screen');
  });

  it('has what the page shows to one who is alone in the place of its own', async () => {
    const call = await showCall(joinedFacts());
    const own = () => find(call, '.empty')?.textContent?.trim();
    expect(own()).to.not.equal('');
    const page = document.createElement('p');
    page.slot = 'empty';
    page.textContent = 'Nobody yet';
    call.append(page);
    await until(() => own() === '', 'nothing of its own');
    expect(page.getClientRects().length).to.equal(1);
    page.remove();
    await until(() => own(), 'its own once more');
  });

  it('keeps its looks in another document, also when it comes there later', async () => {
    const frame = show(document.createElement('iframe'));
    const page = frame.contentDocument!;
    const call = await showCall(joinedFacts(['Grace']), { id: 'call' });
    const looksOf = (stage: Element): string[] => {
      const view = stage.ownerDocument.defaultView!;
      const inside = [find(stage, '.stage')!, find(stage, '.tile')!, find(stage, 'p2p-controls [part=controls]')];
      return inside.map((one) => (one ? view.getComputedStyle(one).display : ''));
    };
    const moved = show(createStage({ for: 'call' }));
    await until(() => find(moved, '.tile'), 'a tile');
    const before = looksOf(moved);
    expect(before[0]).to.equal('flex');
    page.body.append(moved);
    expect(looksOf(moved)).to.deep.equal(before);
    const styled = findAll(moved, '*').filter((one) => one.shadowRoot);
    expect(styled.every(({ shadowRoot }) => (shadowRoot?.adoptedStyleSheets.length ?? 0) > 0)).to.equal(true);
    document.body.append(moved);
    expect(looksOf(moved)).to.deep.equal(before);
    call.remove();
  });
});
