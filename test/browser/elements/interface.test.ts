import { expect } from '@open-wc/testing';
import type { Fact } from '../../../src/core/fact.js';
import { joinedFacts, member, prejoinFacts } from '../../fakes/fake-call-view.js';
import { until } from '../support/calls.js';
import { clearStage, find, findAll, scenes, settled, show, showCall, wrong } from './scene.js';
import { requestsAt } from '../support/requests-at.js';

afterEach(clearStage);

function button(root: Element, words: string): HTMLButtonElement | undefined {
  return findAll<HTMLButtonElement>(root, 'button').find(
    (one) => one.textContent?.trim() === words || one.getAttribute('aria-label') === words,
  );
}

function nameFor(call: Element): HTMLInputElement {
  return find<HTMLInputElement>(call, 'input')!;
}

describe('p2p-prejoin', () => {
  beforeEach(() => localStorage.removeItem('p2p-call.name'));

  it('remembers a name that was typed, for pages that give none', async () => {
    const first = await showCall(prejoinFacts('Ada'));
    button(first, 'Join call')!.click();
    expect(nameFor(await showCall(prejoinFacts(''))).value).to.equal('');
    nameFor(first).value = 'Grace';
    nameFor(first).dispatchEvent(new Event('input', { bubbles: true }));
    await settled(first);
    button(first, 'Join call')!.click();
    expect(nameFor(await showCall(prejoinFacts(''))).value).to.equal('Grace');
    expect(nameFor(await showCall(prejoinFacts('Ada'))).value).to.equal('Ada');
  });

  it('joins on a site that may remember nothing', async () => {
    const forbidden = Object.getOwnPropertyDescriptor(window, 'localStorage')!;
    Object.defineProperty(window, 'localStorage', {
      configurable: true,
      get: () => {
        throw new DOMException('No.', 'SecurityError');
      },
    });
    try {
      const call = await showCall(prejoinFacts(''));
      let asked = 0;
      call.addEventListener('p2p-join-request', () => (asked += 1));
      nameFor(call).value = 'Grace';
      nameFor(call).dispatchEvent(new Event('input', { bubbles: true }));
      await settled(call);
      button(call, 'Join call')!.click();
      expect(asked).to.equal(1);
    } finally {
      Object.defineProperty(window, 'localStorage', forbidden);
    }
  });

  it('says who is in the call already, as text', async () => {
    const call = await showCall(prejoinFacts());
    const shownText = (): string | undefined => find(call, '.present')?.textContent?.trim();
    expect(shownText()).to.equal(undefined);
    const names = ['Bo', '<b>Cy</b>', '', 'Dee', 'Eve', 'Flo'];
    call.view.tell({ type: 'present-seen', names: [] });
    await settled(call);
    expect(shownText()).to.equal('Nobody is in the call yet');
    call.view.tell({ type: 'present-seen', names });
    await settled(call);
    expect(shownText()).to.equal('Bo, <b>Cy</b>, Guest, and 3 others are in the call');
  });

  it('says what to press where the browser blocks a device, and no longer than that', async () => {
    const call = await showCall(scenes['pre-join with devices refused']);
    await until(() => find(call, 'p2p-permission-help')?.shadowRoot?.querySelector('p'), 'the help is loaded');
    call.view.tell({ type: 'source-changed', source: 'camera', state: 'on', by: 'user' });
    await settled(call);
    expect(find(call, 'p2p-permission-help')).to.equal(undefined);
  });
  it('joins with the name that was typed', async () => {
    const call = await showCall(prejoinFacts('Ada'));
    const asked = requestsAt(call, 'p2p-join-request');
    button(call, 'Join call')!.click();
    nameFor(call).value = ' Grace ';
    nameFor(call).dispatchEvent(new Event('input', { bubbles: true }));
    await settled(call);
    button(call, 'Join call')!.click();
    expect(asked).to.deep.equal([{ name: 'Ada' }, { name: 'Grace' }]);
  });

  it('keeps what was typed when the call changes', async () => {
    const call = await showCall(prejoinFacts('Ada'));
    nameFor(call).value = 'Gra';
    nameFor(call).dispatchEvent(new Event('input', { bubbles: true }));
    call.view.tell({ type: 'source-changed', source: 'camera', state: 'off', by: 'user' });
    await settled(call);
    expect(nameFor(call).value).to.equal('Gra');
  });

  it('offers no camera where there is none to be', async () => {
    const call = await showCall([...prejoinFacts(), { type: 'audio-only-changed', audioOnly: true }]);
    expect(find(call, 'p2p-camera-button')).to.equal(undefined);
    expect(find(call, 'p2p-mic-button')).to.not.equal(undefined);
  });

  it('does nothing without a call', async () => {
    const element = show(document.createElement('p2p-prejoin'));
    await settled(element);
    expect(findAll<HTMLButtonElement>(element, 'button').every((one) => one.disabled)).to.equal(true);
  });
});

describe('p2p-status', () => {
  it('says what happened and what to do, and tries again', async () => {
    const call = await showCall(scenes['full']!);
    expect(find(call, 'h2')?.textContent).to.equal('The room is full');
    let asked = 0;
    call.addEventListener('p2p-join-request', () => (asked += 1));
    button(call, 'Try again')!.click();
    expect(asked).to.equal(1);
  });

  it('offers no second try where it would be in vain', async () => {
    for (const scene of ['insecure', 'removed']) {
      const call = await showCall(scenes[scene]!);
      expect(findAll(call, 'button')).to.deep.equal([]);
    }
  });

  it('offers to join again after leaving', async () => {
    const call = await showCall(scenes['left']!);
    expect(button(call, 'Join again')).to.not.equal(undefined);
  });

  it('shows a problem until it is mended or dismissed, and again when it comes back', async () => {
    const call = await showCall(joinedFacts());
    const problems = () => findAll(call, '.problem').length;
    const blocked = (): Fact => {
      const problem = wrong('mic-denied');
      return { type: 'source-changed', source: 'microphone', state: 'blocked', by: 'user', problem };
    };
    call.view.tell(blocked());
    await settled(call);
    expect(problems()).to.equal(1);
    const asked = requestsAt(call, 'p2p-mic-request');
    button(call, 'Try again')!.click();
    expect(asked).to.deep.equal([{ on: true }]);
    button(call, 'Dismiss: Your microphone is blocked')!.click();
    await settled(call);
    expect(problems()).to.equal(0);
    call.view.tell(blocked());
    await settled(call);
    expect(problems()).to.equal(1);
    call.view.tell({ type: 'source-changed', source: 'microphone', state: 'on', by: 'user' });
    await settled(call);
    expect(problems()).to.equal(0);
  });

  it('keeps the room server out of a call that goes on without it', async () => {
    const call = await showCall([...joinedFacts(), { type: 'went-wrong', error: wrong('server-unreachable') }]);
    expect(findAll(call, '.toast')).to.deep.equal([]);
  });

  it('says that a part of the call did not come', async () => {
    const call = await showCall([...joinedFacts(), { type: 'went-wrong', error: wrong('file-missing') }]);
    expect(find(call, '.toast strong')?.textContent).to.equal('Something is missing');
  });

  it('starts the sound on a click', async () => {
    const call = await showCall([...joinedFacts(['Grace']), { type: 'playback-changed', blocked: true }]);
    let asked = 0;
    call.addEventListener('p2p-playback-request', () => (asked += 1));
    button(call, 'Turn sound on')!.click();
    expect(asked).to.equal(1);
  });

  it('has one live region, which tells a crowd in one sentence', async () => {
    const call = await showCall(prejoinFacts());
    expect(findAll(call, '[role=status], [role=alert], [aria-live]')).to.have.lengthOf(1);
    const region = find(call, '[role=status]')!;
    expect(region.textContent).to.equal('');
    call.view.tell({ type: 'join-started' }, { type: 'welcomed', id: 'self', members: [member('self')], kept: [] });
    await settled(call);
    expect(region.textContent).to.contain('You are in the call');
    for (const id of ['a', 'b', 'c', 'd', 'e', 'f']) {
      call.view.tell({ type: 'member-seen', member: member(id, { joinedAt: 5 }) });
      await settled(call);
    }
    await until(() => region.textContent?.includes('joined'), 'the others');
    expect(region.textContent).to.equal('a, b, c, and 3 others joined');
  });
});

describe('the built-in interface', () => {
  it('is there also where the page put nothing but white space and named slots into the element', async () => {
    const call = await showCall(prejoinFacts());
    call.append(' \n ', document.createComment('nothing'));
    const extra = document.createElement('p');
    extra.slot = 'prejoin';
    extra.textContent = 'House rules';
    call.append(extra);
    call.requestUpdate();
    await settled(call);
    expect(find(call, '.stage')).to.not.equal(undefined);
    expect(extra.getBoundingClientRect().height).to.be.above(0);
  });

  it('gives way to children of the page, and comes back', async () => {
    const call = await showCall(joinedFacts());
    const own = call.appendChild(document.createElement('p2p-grid'));
    await until(() => !find(call, '.stage'), 'the page has its own interface');
    expect(own.getBoundingClientRect().width).to.be.above(0);
    await settled(call);
    expect(own.shadowRoot?.querySelectorAll('p2p-video-tile')).to.have.lengthOf(1);
    own.remove();
    await until(() => find(call, '.stage'), 'the built-in interface');
  });

  it('shows slots of the page in their places', async () => {
    const call = await showCall(joinedFacts());
    const places = ['header', 'controls', 'empty', 'icon-leave'].map((slot) => {
      const element = document.createElement('span');
      element.slot = slot;
      element.textContent = slot;
      return call.appendChild(element);
    });
    await settled(call);
    for (const place of places) expect(place.getBoundingClientRect().width, place.slot).to.be.above(0);
    call.view.tell({ type: 'left', reason: 'left' });
    const left = call.appendChild(document.createElement('span'));
    left.slot = 'left';
    left.textContent = 'Rate us';
    await settled(call);
    expect(left.getBoundingClientRect().width).to.be.above(0);
  });

  it('gives a button of the page the look of the toolbar, unless the page gives it one', async () => {
    const call = await showCall(joinedFacts());
    const sheet = new CSSStyleSheet();
    document.adoptedStyleSheets.push(sheet);
    const extra = document.createElement('button');
    extra.slot = 'controls';
    extra.textContent = 'Notes';
    call.append(extra);
    await settled(call);
    const own = find(call, '.button.mic')!;
    const look = (element: Element) => {
      const { backgroundColor, color, fontFamily, height, borderRadius } = getComputedStyle(element);
      return { backgroundColor, color, fontFamily, height, borderRadius };
    };
    try {
      await until(() => JSON.stringify(look(extra)) === JSON.stringify(look(own)), 'the same look');
      sheet.replaceSync('button { background: rgb(1, 2, 3); border-radius: 3px }');
      expect(look(extra)).to.include({ backgroundColor: 'rgb(1, 2, 3)', borderRadius: '3px', color: look(own).color });
    } finally {
      document.adoptedStyleSheets.pop();
    }
  });

  it('puts what the page has for its header in one line, level with each other', async () => {
    const call = await showCall(joinedFacts());
    expect(find(call, '.header')?.getBoundingClientRect().height).to.equal(0);
    const [title, note] = (['h1', 'small'] as const).map((tag) => {
      const element = document.createElement(tag);
      element.slot = 'header';
      element.textContent = 'Stand-up';
      return call.appendChild(element).getBoundingClientRect();
    });
    expect(note!.left).to.be.above(title!.right);
    const middle = ({ top, bottom }: DOMRect) => (top + bottom) / 2;
    const [first, second] = [...call.children].map((element) => middle(element.getBoundingClientRect()));
    expect(Math.abs(first! - second!)).to.be.below(1);
  });

  it('tells whether the others are still to come or have left', async () => {
    const call = await showCall(joinedFacts());
    const shownText = () => find(call, '.empty strong')?.textContent;
    expect(shownText()).to.equal('Nobody else is here yet');
    call.view.tell({ type: 'member-seen', member: member('Grace') });
    await settled(call);
    expect(shownText()).to.equal(undefined);
    call.view.tell({ type: 'member-left', id: 'Grace', reason: 'left' });
    await settled(call);
    expect(shownText()).to.equal('Everyone else has left');
    call.lang = 'de';
    await until(() => shownText() === 'Alle anderen sind gegangen', 'German');
  });

  it('lets the page style every part', async () => {
    const sheet = new CSSStyleSheet();
    document.adoptedStyleSheets.push(sheet);
    try {
      const parts: Record<string, readonly string[]> = {
        'pre-join': ['stage', 'header', 'prejoin', 'preview', 'field', 'button', 'button-mic', 'tile', 'status'],
        'with seven others': [
          ...['grid', 'tile', 'tile-self', 'tile-video', 'tile-name', 'tile-status', 'tile-avatar', 'badge'],
          ...['controls', 'button', 'button-mic', 'button-camera', 'button-leave'],
        ],
        'in a call with trouble': ['toast', 'button-off', 'badge'],
        left: ['status', 'button'],
      };
      for (const [scene, names] of Object.entries(parts)) {
        const call = await showCall(scenes[scene]!);
        for (const name of names) {
          sheet.replaceSync(`fake-call::part(${name}) { outline-offset: 77px }`);
          const styled = findAll(call, '*').filter((one) => getComputedStyle(one).outlineOffset === '77px');
          expect(styled.length, `${name} in ${scene}`).to.be.above(0);
        }
      }
    } finally {
      document.adoptedStyleSheets.pop();
    }
  });

  it('keeps the keyboard in the call from screen to screen', async () => {
    const call = await showCall(prejoinFacts());
    button(call, 'Join call')!.focus();
    call.view.tell({ type: 'join-started' }, { type: 'join-slow' });
    await until(() => find(call, 'h2')?.textContent === 'Joining…' && isInside(call), 'the focus on Joining');
    call.view.tell({ type: 'welcomed', id: 'self', members: [member('self')], kept: [] });
    await until(() => focused(call)?.getAttribute('aria-label') === 'Microphone', 'the focus on the controls');
    call.view.tell({ type: 'left', reason: 'left' });
    await until(() => focused(call)?.textContent === 'You left the call', 'the focus on what happened');
  });

  it('takes no focus that it did not have', async () => {
    const call = await showCall(prejoinFacts());
    call.view.tell({ type: 'join-started' }, { type: 'welcomed', id: 'self', members: [member('self')], kept: [] });
    await settled(call);
    await new Promise((resolve) => setTimeout(resolve));
    expect(document.activeElement).to.equal(document.body);
  });
});

function isInside(call: Element): boolean {
  return focused(call) !== undefined;
}

/** The innermost element with the focus. */
function focused(call: Element): Element | undefined {
  let element: Element | undefined = document.activeElement === call ? call : undefined;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element === call ? undefined : element;
}
