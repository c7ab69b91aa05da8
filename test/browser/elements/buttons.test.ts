import { expect } from '@open-wc/testing';
import { joinedFacts } from '../../fakes/fake-call-view.js';
import { clearStage, find, findAll, settled, show, showCall } from './scene.js';

afterEach(clearStage);

function button(root: Element, tag: string): HTMLButtonElement {
  return find<HTMLButtonElement>(find(root, tag)!, 'button')!;
}

for (const [tag, source, request] of [
  ['p2p-mic-button', 'microphone', 'p2p-mic-request'],
  ['p2p-camera-button', 'camera', 'p2p-camera-request'],
] as const) {
  describe(tag, () => {
    it('shows what the source does, under a name that stays', async () => {
      const call = await showCall(joinedFacts());
      const name = button(call, tag).getAttribute('aria-label');
      expect(button(call, tag).getAttribute('aria-pressed')).to.equal('true');
      expect(button(call, tag).part.contains('button-off')).to.equal(false);
      call.view.tell({ type: 'source-changed', source, state: 'off', by: 'user' });
      await settled(call);
      expect(button(call, tag).getAttribute('aria-pressed')).to.equal('false');
      expect(button(call, tag).part.contains('button-off')).to.equal(true);
      expect(button(call, tag).getAttribute('aria-label')).to.equal(name);
    });

    it('asks for the other state, and shows it only once it is so', async () => {
      const call = await showCall(joinedFacts());
      const asked: unknown[] = [];
      document.addEventListener(request, (event) => asked.push((event as CustomEvent).detail), { once: true });
      button(call, tag).click();
      await settled(call);
      expect(asked).to.deep.equal([{ on: false }]);
      expect(button(call, tag).getAttribute('aria-pressed')).to.equal('true');
    });

    for (const state of ['blocked', 'missing'] as const) {
      it(`says why it is ${state}, and tries again when pressed`, async () => {
        const call = await showCall([...joinedFacts(), { type: 'source-changed', source, state, by: 'system' }]);
        const element = button(call, tag);
        const root = element.getRootNode() as ShadowRoot;
        expect(root.getElementById(element.getAttribute('aria-describedby')!)?.textContent).to.not.equal('');
        const asked: unknown[] = [];
        call.addEventListener(request, (event) => asked.push((event as CustomEvent).detail));
        element.click();
        expect(asked).to.deep.equal([{ on: true }]);
      });
    }

    it('is disabled without a call', async () => {
      const element = show(document.createElement(tag));
      await settled(element);
      expect(find<HTMLButtonElement>(element, 'button')?.disabled).to.equal(true);
    });
  });
}

describe('p2p-controls', () => {
  function tags(call: Element): string[] {
    return findAll(find(call, 'p2p-controls')!, 'p2p-mic-button, p2p-camera-button, p2p-leave-button').map(
      ({ localName }) => localName.slice(4, -7),
    );
  }

  it('shows all there are, or those of the list in its order, changed at any time', async () => {
    const call = await showCall(joinedFacts());
    expect(tags(call)).to.deep.equal(['mic', 'camera', 'leave']);
    call.setAttribute('controls', 'leave mic');
    await settled(call);
    expect(tags(call)).to.deep.equal(['leave', 'mic']);
    call.removeAttribute('controls');
    await settled(call);
    expect(tags(call)).to.deep.equal(['mic', 'camera', 'leave']);
  });

  it('offers no camera in a call of voices', async () => {
    const call = await showCall([...joinedFacts(), { type: 'audio-only-changed', audioOnly: true }]);
    expect(tags(call)).to.deep.equal(['mic', 'leave']);
  });

  it('is one stop for Tab, with arrow keys inside, the buttons of the page included', async () => {
    const call = await showCall(joinedFacts());
    const own = document.createElement('button');
    own.slot = 'controls';
    own.textContent = 'Record';
    call.append(own);
    await settled(call);
    await new Promise((resolve) => setTimeout(resolve));
    const controls = find(call, 'p2p-controls')!;
    const items = [...findAll(controls, 'p2p-mic-button, p2p-camera-button, p2p-leave-button'), own];
    const stops = () => items.filter((item) => item.tabIndex >= 0 || !item.hasAttribute('tabindex'));
    expect(stops()).to.deep.equal([items[0]]);

    items[0]!.focus();
    const press = (key: string) => {
      const focused = document.activeElement === own ? own : button(call, focusedTag(call));
      focused.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
    };
    press('ArrowRight');
    expect(focusedTag(call)).to.equal('p2p-camera-button');
    expect(stops()).to.deep.equal([items[1]]);
    press('End');
    expect(document.activeElement).to.equal(own);
    expect(stops()).to.deep.equal([own]);
    press('ArrowRight');
    expect(focusedTag(call)).to.equal('p2p-mic-button');
    document.documentElement.dir = 'rtl';
    document.documentElement.removeAttribute('lang');
    await settled(call);
    await new Promise((resolve) => setTimeout(resolve));
    await settled(call);
    press('ArrowLeft');
    expect(focusedTag(call)).to.equal('p2p-camera-button');
  });

  it('asks for what its buttons ask for', async () => {
    const call = await showCall(joinedFacts());
    let asked = 0;
    call.addEventListener('p2p-leave-request', () => (asked += 1));
    button(call, 'p2p-leave-button').click();
    expect(asked).to.equal(1);
  });
});

/** The tag of our button that has the focus. */
function focusedTag(call: Element): string {
  let focused: Element | null | undefined = call;
  while (focused?.shadowRoot?.activeElement) {
    focused = focused.shadowRoot.activeElement;
    if (focused.localName.endsWith('-button')) return focused.localName;
  }
  return '';
}
