import { expect } from '@open-wc/testing';
import type { Fact } from '../../../src/core/fact.js';
import { aMessage, written } from '../../fakes/builders.js';
import { joinedFacts, member } from '../../fakes/fake-call-view.js';
import { until } from '../support/calls.js';
import { clearStage, find, findAll, settled, show, showCall } from './scene.js';
import { requestsAt } from '../support/requests-at.js';

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
      document.addEventListener(request, ({ detail }) => asked.push(detail), { once: true });
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
        const asked = requestsAt(call, request);
        element.click();
        expect(asked).to.deep.equal([{ on: true }]);
      });
    }

    it('shows an icon of the page as large as ours', async () => {
      const call = await showCall(joinedFacts());
      const name = source === 'camera' ? 'icon-camera-on' : 'icon-mic-on';
      const sizeOf = ({ clientWidth, clientHeight }: Element): number[] => [clientWidth, clientHeight];
      const ours = findAll(call, `.${name}`).map(sizeOf);
      const icon = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
      icon.setAttribute('viewBox', '0 0 24 24');
      icon.slot = name;
      call.append(icon);
      await settled(call);
      expect(sizeOf(icon)).to.deep.equal(ours.find(([width]) => width));
    });

    it('is disabled without a call', async () => {
      const element = show(document.createElement(tag));
      await settled(element);
      expect(find<HTMLButtonElement>(element, 'button')?.disabled).to.equal(true);
    });
  });
}

for (const panel of ['chat', 'people', 'settings'] as const) {
  describe(`p2p-${panel}-button`, () => {
    it('opens the panel, says that it is open, and closes it', async () => {
      const call = await showCall(joinedFacts());
      const asked = requestsAt(call, 'p2p-panel-request');
      const element = () => button(call, `p2p-${panel}-button`);
      expect(element().getAttribute('aria-expanded')).to.equal('false');
      element().click();
      call.view.tell({ type: 'panel-changed', panel });
      await settled(call);
      expect(element().getAttribute('aria-expanded')).to.equal('true');
      expect(element().part.contains('button-on')).to.equal(true);
      element().click();
      expect(asked).to.deep.equal([
        { panel, open: true },
        { panel, open: false },
      ]);
    });
  });
}

describe('p2p-people-button', () => {
  it('counts everyone once there is someone else, for ears too', async () => {
    const call = await showCall(joinedFacts());
    const element = find(call, 'p2p-people-button')!;
    expect(find(element, '[part=badge]')).to.equal(undefined);
    call.view.tell({ type: 'member-seen', member: member('Grace', { joinedAt: 5 }) });
    await settled(call);
    expect(find(element, '[part=badge]')?.textContent).to.equal('2');
    expect(button(call, 'p2p-people-button').getAttribute('aria-label')).to.equal('People, 2');
  });
});

describe('p2p-chat-button', () => {
  it('says how many messages are new, for ears too', async () => {
    const call = await showCall(joinedFacts(['Grace']));
    const element = find(call, 'p2p-chat-button')!;
    call.view.tell(written(aMessage({ from: 'Grace' })));
    await settled(call);
    expect(find(element, '[part=badge]')?.textContent).to.equal('1');
    expect(button(call, 'p2p-chat-button').getAttribute('aria-label')).to.equal('Chat, 1 new message');
  });
});

for (const [name, state] of [
  ['hand', { type: 'hand-changed', handAt: 5 }],
  ['screen', { type: 'source-changed', source: 'screen', state: 'on', by: 'user' }],
  ['fullscreen', { type: 'viewing-changed', changes: { fullscreen: true } }],
  ['pip', { type: 'viewing-changed', changes: { pip: true } }],
] as const satisfies readonly (readonly [string, Fact])[]) {
  describe(`p2p-${name}-button`, () => {
    it('shows what is so, and asks for the other', async () => {
      const call = await showCall(joinedFacts());
      const element = find(call, `p2p-${name}-button`);
      // A browser that cannot do it shows nothing.
      if (!element) return;
      const asked = requestsAt(call, `p2p-${name}-request`);
      const pressed = () => button(call, `p2p-${name}-button`).getAttribute('aria-pressed');
      expect(pressed()).to.equal('false');
      button(call, `p2p-${name}-button`).click();
      call.view.tell(state);
      await settled(call);
      expect(pressed()).to.equal('true');
      button(call, `p2p-${name}-button`).click();
      expect(asked).to.deep.equal([{ on: true }, { on: false }]);
    });
  });
}

describe('a control in a row', () => {
  it('is called what pressing it does, and says no state twice', async () => {
    const call = await showCall(joinedFacts());
    const element = find(call, 'p2p-hand-button')!;
    element.setAttribute('row', '');
    await settled(call);
    const row = button(call, 'p2p-hand-button');
    expect(row.textContent?.trim()).to.equal('Raise hand');
    expect(row.hasAttribute('aria-label') || row.hasAttribute('aria-pressed')).to.equal(false);
  });
});

describe('p2p-reaction-button', () => {
  it('offers reactions when pressed, asks for the one that is chosen, and closes', async () => {
    const call = await showCall(joinedFacts(['Grace']));
    const asked = requestsAt(call, 'p2p-reaction-request');
    const element = find(call, 'p2p-reaction-button')!;
    button(call, 'p2p-reaction-button').click();
    await until(() => find(element, 'p2p-reaction-picker')?.shadowRoot, 'the reactions');
    await settled(element);
    const choices = findAll<HTMLButtonElement>(find(element, 'p2p-reaction-picker')!, 'button');
    await until(() => choices[0]!.matches(':focus'), 'the focus on the first');
    expect(choices.filter((one) => one.tabIndex === 0)).to.have.lengthOf(1);
    choices[0]!.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, composed: true }));
    await until(() => choices[6]!.matches(':focus'), 'the focus below it');
    choices[6]!.click();
    expect(asked).to.deep.equal([{ emoji: '👏' }]);
    await until(() => !find(element, '[popover]')!.matches(':popover-open'), 'the choice to close');
  });
});

describe('p2p-controls', () => {
  /** What the browser that runs this can do. */
  const all = [
    ...['mic', 'camera', 'screen', 'hand', 'reactions', 'chat', 'people', 'settings'],
    ...('documentPictureInPicture' in window || document.pictureInPictureEnabled ? ['pip'] : []),
    ...(document.fullscreenEnabled ? ['fullscreen'] : []),
    'leave',
  ];

  function tags(call: Element): string[] {
    return findAll(find(call, 'p2p-controls')!, '[data-name]').map(({ dataset }) => dataset['name']!);
  }

  it('shows all there are, or those of the list in its order, changed at any time', async () => {
    const call = await showCall(joinedFacts());
    expect(tags(call)).to.deep.equal(all);
    call.setAttribute('controls', 'leave mic');
    await settled(call);
    expect(tags(call)).to.deep.equal(['leave', 'mic']);
    call.removeAttribute('controls');
    await settled(call);
    expect(tags(call)).to.deep.equal(all);
  });

  it('offers no camera in a call of voices', async () => {
    const call = await showCall([...joinedFacts(), { type: 'audio-only-changed', audioOnly: true }]);
    expect(tags(call)).to.deep.equal(all.filter((name) => name !== 'camera'));
  });

  it('is one stop for Tab, with arrow keys inside, the buttons of the page included', async () => {
    const call = await showCall(joinedFacts(), { controls: 'mic camera leave' });
    const own = document.createElement('button');
    own.slot = 'controls';
    own.textContent = 'Record';
    call.append(own);
    await settled(call);
    await new Promise((resolve) => setTimeout(resolve));
    const controls = find(call, 'p2p-controls')!;
    const items = [...findAll(controls, '[data-name]'), own];
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

  describe('where not everything fits', () => {
    async function showNarrow(width: number) {
      const call = await showCall(joinedFacts());
      call.style.width = `${width}px`;
      const menuOf = () => find(call, 'p2p-controls')!.shadowRoot!.querySelector<HTMLElement>('.menu');
      await until(menuOf, 'the menu');
      await settled(call);
      const menu = menuOf()!;
      const more = find<HTMLButtonElement>(call, '.button.more')!;
      const inMenu = () => tags(call).filter((name) => menu.querySelector(`[data-name=${name}]`));
      return { call, menu, menuOf, more, inMenu };
    }

    it('keeps what is needed at once in sight, and the rest in a menu, in order', async () => {
      const { call, menuOf, inMenu } = await showNarrow(390);
      const bar = find(call, '[part=controls]')!;
      const shown = tags(call).filter((name) => !inMenu().includes(name));
      expect(shown.slice(0, 2)).to.deep.equal(['mic', 'camera']);
      expect(shown.at(-1)).to.equal('leave');
      expect(inMenu()).to.deep.equal(all.slice(shown.length - 1, -1));
      const end = find(call, 'p2p-leave-button')!.getBoundingClientRect().right;
      expect(end).to.be.at.most(bar.getBoundingClientRect().right);
      expect(bar.getBoundingClientRect().width).to.be.at.most(390);
      call.style.width = '1000px';
      await until(() => !menuOf(), 'room for all');
      expect(tags(call)).to.deep.equal(all);
    });

    it('has a menu that takes the focus, goes by arrow keys, and closes with a press', async () => {
      const { call, menu, more, inMenu } = await showNarrow(320);
      const asked = requestsAt(call, 'p2p-panel-request');
      more.focus();
      more.click();
      const rows = inMenu().map((name) => menu.querySelector<HTMLElement>(`[data-name=${name}]`)!);
      await until(() => rows[0]!.matches(':focus'), 'the focus on the first row');
      await settled(call);
      expect(more.getAttribute('aria-expanded')).to.equal('true');
      const press = (row: HTMLElement, key: string) =>
        find(row, 'button')!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
      press(rows[0]!, 'ArrowDown');
      expect(rows[1]!.matches(':focus')).to.equal(true);
      press(rows[1]!, 'ArrowUp');
      press(rows[0]!, 'ArrowUp');
      expect(rows.at(-1)!.matches(':focus')).to.equal(true);
      find<HTMLButtonElement>(menu.querySelector('p2p-settings-button')!, 'button')!.click();
      expect(asked).to.deep.equal([{ panel: 'settings', open: true }]);
      expect(menu.matches(':popover-open')).to.equal(false);
    });
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
