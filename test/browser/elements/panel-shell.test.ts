import { expect } from '@open-wc/testing';
import { define } from '../../../src/components/shared/define.js';
import { FakePanel } from '../../fakes/fake-panel.js';
import { joinedFacts } from '../../fakes/fake-call-view.js';
import { clearStage, find, settled, showCall } from './scene.js';
import { requestsAt } from '../support/requests-at.js';

define({ 'fake-panel': FakePanel });

afterEach(clearStage);

/** A panel that is open in a call, and the requests that reach the call. */
async function showPanel(open = true) {
  const call = await showCall(joinedFacts());
  const panel = document.createElement('fake-panel');
  call.append(panel);
  if (open) call.view.tell({ type: 'panel-changed', panel: 'people' });
  await settled(call);
  const asked = requestsAt(call, 'p2p-panel-request');
  return { call, panel, asked, close: () => find<HTMLButtonElement>(panel, '[aria-label=Close]') };
}

function press(target: Element, key: string): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true });
  target.dispatchEvent(event);
  return event;
}

describe('PanelShell', () => {
  it('names the panel after its title', async () => {
    const { panel } = await showPanel();
    const region = find(panel, '[part=panel]')!;
    const title = find(panel, '[part=panel-title]')!;
    expect(title.textContent).to.equal('People');
    expect(region.getAttribute('aria-labelledby')).to.equal(title.id);
  });

  it('asks to close it, by its button and by Escape', async () => {
    const { panel, asked, close } = await showPanel();
    close()!.click();
    expect(asked).to.deep.equal([{ panel: 'people', open: false }]);
    expect(press(find(panel, '.first')!, 'Escape').defaultPrevented).to.equal(true);
    expect(asked).to.have.lengthOf(2);
    press(find(panel, '.first')!, 'Enter');
    expect(asked).to.have.lengthOf(2);
  });

  it('leaves an Escape alone that something inside has answered', async () => {
    const { panel, asked } = await showPanel();
    find(panel, 'input')!.addEventListener('keydown', (event) => event.preventDefault());
    press(find(panel, 'input')!, 'Escape');
    expect(asked).to.deep.equal([]);
  });

  it('has nothing to close where the page put the panel for good', async () => {
    const { panel, asked, close } = await showPanel(false);
    expect(close()).to.equal(undefined);
    expect(press(find(panel, '.first')!, 'Escape').defaultPrevented).to.equal(false);
    expect(asked).to.deep.equal([]);
  });

  it('takes the focus to what wants it first, else to the title', async () => {
    const { panel } = await showPanel();
    panel.focus();
    expect(panel.shadowRoot!.activeElement?.localName).to.equal('h2');
    panel.hasField = true;
    await panel.updateComplete;
    panel.focus();
    expect(panel.shadowRoot!.activeElement?.localName).to.equal('input');
  });
});
