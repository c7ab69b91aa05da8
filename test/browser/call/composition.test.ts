import { expect } from '@open-wc/testing';
import type { P2PCall, P2PVideoTile } from '../../../src/index.js';
import { createCall, createPair, newRoom, removeCalls, stageOf } from '../support/calls.js';
import { until } from '../support/until.js';

const extras: Element[] = [];
afterEach(async () => {
  for (const extra of extras.splice(0)) extra.remove();
  await removeCalls();
});

function place(html: string, parent: Element = document.body): Element {
  const template = document.createElement('template');
  template.innerHTML = html;
  const element = template.content.firstElementChild as Element;
  parent.append(element);
  extras.push(element);
  return element;
}

/** The inner button of one of the control elements. */
function buttonOf(element: Element): HTMLButtonElement {
  const button = element.shadowRoot?.querySelector('button');
  if (!button) throw new Error(`${element.localName} has no button.`);
  return button;
}

describe('a page that composes its own interface', () => {
  it('replaces the built-in one, and its elements find the call around them', async () => {
    const call = createCall({ room: newRoom(), name: 'Ada' });
    place('<div><p2p-mic-button></p2p-mic-button><p2p-video-tile></p2p-video-tile></div>', call);
    await call.join();
    await call.updateComplete;
    expect(stageOf(call)?.querySelector('p2p-controls')).to.equal(null);
    const mic = call.querySelector('p2p-mic-button') as Element;
    await until(() => call.self?.microphone === 'on', 'the microphone is on');
    buttonOf(mic).click();
    await until(() => call.self?.microphone === 'off', 'the button switched it off');
  });

  it('shows a participant in a tile', async () => {
    const [first, second] = await createPair();
    const tile = place(
      `<p2p-video-tile participant="${second.self?.id ?? ''}" source="camera"></p2p-video-tile>`,
      first,
    );
    const video = await until(() => tile.shadowRoot?.querySelector('video'), 'a video');
    await until(() => video.videoWidth > 0, 'a picture of the other');
    expect(video.muted).to.equal(true);
  });
});

describe('a panel in an interface of the page', () => {
  const focused = (root: Document | ShadowRoot = document): Element | null => {
    const inner = root.activeElement?.shadowRoot;
    return inner?.activeElement ? focused(inner) : root.activeElement;
  };
  /** In a call, with these elements in it. */
  async function composed(html: string): Promise<{ call: P2PCall; button: (name: string) => Promise<HTMLElement> }> {
    const call = createCall({ room: newRoom(), id: 'composed' });
    place(`<div style="display: flex; flex-direction: column; block-size: 100%">${html}</div>`, call);
    await call.join();
    const button = async (name: string): Promise<HTMLElement> => {
      const toolbar = call.querySelector('p2p-controls');
      const element = await until(() => toolbar?.shadowRoot?.querySelector(`p2p-${name}-button`), name);
      return until(() => element.shadowRoot?.querySelector('button'), `the ${name} button`);
    };
    return { call, button };
  }

  it('opens over it where the page has no such panel, takes the focus and gives it back', async () => {
    const { call, button } = await composed('<p2p-grid style="flex: 1"></p2p-grid><p2p-controls></p2p-controls>');
    const settings = await button('settings');
    settings.focus();
    settings.click();
    const panel = await until(() => stageOf(call)?.querySelector<HTMLElement>('p2p-settings'), 'the settings');
    await until(() => panel.contains(stageOf(call)?.activeElement ?? null), 'the focus is in the settings');
    expect(panel.getBoundingClientRect().height).to.be.greaterThan(100);
    const { left, top, width, height } = (await button('leave')).getBoundingClientRect();
    expect(document.elementFromPoint(left + width / 2, top + height / 2)?.localName).to.equal('p2p-controls');
    settings.click();
    await until(() => !stageOf(call)?.querySelector('p2p-settings'), 'the settings are closed');
    await until(() => focused() === settings, 'the focus is back on the button');
  });

  it('stays closed where that was asked for while its file was on its way', async () => {
    const { call } = await composed('<p2p-grid></p2p-grid>');
    const ask = (open: boolean): boolean => {
      const detail = { panel: 'shortcuts', open };
      const options = { detail, bubbles: true, composed: true, cancelable: true };
      return call.dispatchEvent(new CustomEvent('p2p-panel-request', options));
    };
    const isOpen = (): boolean => !!stageOf(call)?.querySelector('.side p2p-shortcuts');
    expect(!!customElements.get('p2p-shortcuts')).to.equal(false);
    ask(true);
    ask(false);
    await customElements.whenDefined('p2p-shortcuts');
    await new Promise((resolve) => setTimeout(resolve));
    await call.updateComplete;
    expect(isOpen()).to.equal(false);
    ask(true);
    await until(isOpen, 'it opens when asked again');
  });

  it('is the one of the page where there is one, in the call or elsewhere', async () => {
    const { call, button } = await composed('<p2p-chat></p2p-chat><p2p-controls></p2p-controls>');
    const people = place('<p2p-people for="composed"></p2p-people>');
    const chat = call.querySelector('p2p-chat');
    (await button('chat')).click();
    await until(() => chat?.contains(document.activeElement), 'the focus is in the chat of the page');
    (await button('people')).click();
    await until(() => people.contains(document.activeElement), 'the focus is in the list of the page');
    expect(!!stageOf(call)?.querySelector('.side')).to.equal(false);
    people.toggleAttribute('hidden', true);
    (await button('people')).click();
    await until(() => stageOf(call)?.querySelector('.side p2p-people'), 'another list, for that one is hidden');
  });

  it('opens where the one of the page is folded away', async () => {
    const { call, button } = await composed(
      '<details><summary>Chat</summary><p2p-chat></p2p-chat></details><p2p-controls></p2p-controls>',
    );
    (await button('chat')).click();
    await until(() => stageOf(call)?.querySelector('.side p2p-chat'), 'a chat to be seen');
  });
});

describe('an element that comes in a file of its own', () => {
  it('is there wherever the page puts it, with nothing but the script', async () => {
    const call = createCall({ room: newRoom(), id: 'composed' });
    const tags = ['p2p-status', 'p2p-hand-button', 'p2p-people', 'p2p-check', 'p2p-level-meter'];
    for (const tag of tags) {
      const element = place(`<section><${tag} for="composed"></${tag}></section>`).firstElementChild;
      await until(() => element?.matches(':defined'), tag);
    }
    const chat = place('<p2p-chat></p2p-chat>', call);
    await until(() => chat.shadowRoot?.querySelector('textarea'), 'a chat in the call');
  });

  it('is no wider than its place in a grid', async () => {
    const grid = place('<div style="display: grid; inline-size: 300px"></div>');
    const call = createCall({ room: newRoom() });
    grid.append(call);
    await call.join();
    await until(() => stageOf(call)?.querySelector('p2p-controls:defined'), 'the toolbar');
    await call.updateComplete;
    expect(call.offsetWidth).to.equal(300);
  });

  it('is there in a shadow tree, with the call', async () => {
    const host = place('<div></div>');
    const tree = host.attachShadow({ mode: 'open' });
    const call = createCall({ room: newRoom() });
    tree.append(call);
    tree.append(document.createElement('p2p-shortcuts'));
    await until(() => tree.querySelector('p2p-shortcuts:defined'), 'the shortcuts');
  });
});

describe('an element elsewhere on the page', () => {
  it('finds the call that it names with for, also one that comes later', async () => {
    const leave = place('<p2p-leave-button for="later"></p2p-leave-button>');
    const camera = place('<p2p-camera-button for="later"></p2p-camera-button>');
    const call = createCall({ room: newRoom(), id: 'later' });
    await call.join();
    await until(() => call.self?.camera === 'on', 'the camera is on');
    buttonOf(camera).click();
    await until(() => call.self?.camera === 'off', 'its button switched the camera off');
    buttonOf(leave).click();
    await until(() => call.state === 'left', 'its button left the call');
  });

  it('does nothing without a call', async () => {
    const asked: Event[] = [];
    const mic = place('<p2p-mic-button></p2p-mic-button>');
    for (const tag of [
      'p2p-prejoin',
      'p2p-grid',
      'p2p-video-tile',
      'p2p-controls',
      'p2p-camera-button',
      'p2p-leave-button',
      'p2p-status',
    ]) {
      place(`<${tag}></${tag}>`);
    }
    document.addEventListener('p2p-mic-request', (event) => asked.push(event), { once: true });
    await (mic as Element & { updateComplete: Promise<unknown> }).updateComplete;
    buttonOf(mic).click();
    expect(asked).to.deep.equal([]);
  });
});

describe('p2p-video-tile alone', () => {
  it('shows any stream', async () => {
    const stream = await navigator.mediaDevices.getUserMedia({ video: true });
    const tile = place('<p2p-video-tile name="Me" muted mirror></p2p-video-tile>') as P2PVideoTile;
    tile.stream = stream;
    const video = await until(() => tile.shadowRoot?.querySelector('video'), 'a video');
    await until(() => video.videoWidth > 0, 'a picture');
    for (const track of stream.getTracks()) track.stop();
  });
});

describe('the parts of a call', () => {
  it('can be styled from the page, through every layer', async () => {
    const sheet = new CSSStyleSheet();
    const names = [
      'stage',
      'grid',
      'tile',
      'tile-video',
      'tile-name',
      'tile-avatar',
      'controls',
      'button',
      'button-mic',
      'button-camera',
      'button-leave',
    ];
    sheet.replaceSync(
      names.map((name, index) => `p2p-call::part(${name}) { outline: ${index + 1}px solid rgb(1, 2, 3) }`).join('\n'),
    );
    document.adoptedStyleSheets.push(sheet);
    try {
      const [first] = await createPair({ camera: 'on' });
      const found = new Set<string>();
      const look = (node: Element): void => {
        for (const part of node.part) if (getComputedStyle(node).outlineColor === 'rgb(1, 2, 3)') found.add(part);
        for (const child of [...node.children, ...(node.shadowRoot?.children ?? [])]) look(child);
      };
      await until(() => {
        look(first);
        return names.every((name) => found.has(name)) || undefined;
      }, 'every part is styled').catch(() => undefined);
      expect([...found]).to.include.members(names);
    } finally {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    }
  });
});
