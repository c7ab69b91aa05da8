import { expect } from '@open-wc/testing';
import '../../../src/components/p2p-shortcuts/define.js';
import { joinedFacts, prejoinFacts } from '../../fakes/fake-call-view.js';
import { until } from '../support/calls.js';
import { allowConsole } from '../support/quiet-console.js';
import { clearStage, find, findAll, settled, showCall } from './scene.js';

afterEach(clearStage);

type Init = KeyboardEventInit & { type?: 'keydown' | 'keyup'; atMs?: number };

/** Dispatches a key at an element, with a time stamp that the test sets. */
function press(target: EventTarget, key: string, { type = 'keydown', atMs = 0, ...init }: Init = {}): KeyboardEvent {
  const event = new KeyboardEvent(type, { key, bubbles: true, composed: true, cancelable: true, ...init });
  Object.defineProperty(event, 'timeStamp', { value: atMs });
  target.dispatchEvent(event);
  return event;
}

/** A call, its stage, and every request that reaches the page. */
async function showStage(facts = joinedFacts(['Grace']), attributes: Record<string, string> = {}) {
  const call = await showCall(facts, attributes);
  const asked: unknown[] = [];
  for (const name of ['mic', 'camera', 'screen', 'hand', 'panel', 'fullscreen', 'pip'] as const) {
    call.addEventListener(`p2p-${name}-request`, ({ detail }) => asked.push([name, detail]));
  }
  const stage = find(call, '.stage')!;
  const button = (name: string) => find<HTMLButtonElement>(find(call, `p2p-${name}-button`)!, 'button')!;
  return { call, stage, asked, button };
}

describe('Hotkeys', () => {
  it('ask for what the buttons ask for', async () => {
    const { stage, asked } = await showStage();
    expect(press(stage, 'm').defaultPrevented).to.equal(true);
    for (const key of ['v', 'H', 'c', 'p', ',', '?']) press(stage, key);
    expect(asked).to.deep.equal([
      ['mic', {}],
      ['camera', {}],
      ['hand', {}],
      ['panel', { panel: 'chat' }],
      ['panel', { panel: 'people' }],
      ['panel', { panel: 'settings' }],
      ['panel', { panel: 'shortcuts' }],
    ]);
  });

  it('go by the place of a key where the layout has no Latin letters', async () => {
    const { stage, asked } = await showStage();
    press(stage, 'ь', { code: 'KeyM' });
    // On a French layout, the letter counts.
    press(stage, 'q', { code: 'KeyM' });
    expect(asked).to.deep.equal([['mic', {}]]);
  });

  it('leave alone what is meant for others: typing, combinations, repeats, keys that were used', async () => {
    const { call, stage, asked } = await showStage();
    const field = document.createElement('textarea');
    field.slot = 'header';
    call.append(field);
    press(field, 'm');
    press(stage, 'm', { ctrlKey: true });
    press(stage, 'm', { metaKey: true });
    press(stage, 'm', { altKey: true });
    press(stage, 'm', { repeat: true });
    press(stage, 'x');
    const used = find(call, 'p2p-grid')!;
    used.addEventListener('keydown', (event) => event.preventDefault());
    press(used, 'm');
    expect(asked).to.deep.equal([]);
  });

  it('do nothing outside of the call, nor where the page wants none', async () => {
    const { call, stage, asked } = await showStage();
    press(document.body, 'm');
    call.setAttribute('hotkeys', 'off');
    await settled(call);
    press(stage, 'm');
    press(stage, ' ');
    expect(asked).to.deep.equal([]);
  });

  it('offer no more than the toolbar does', async () => {
    const { stage, asked } = await showStage(joinedFacts(), { controls: 'mic leave' });
    for (const key of ['s', 'c', 'h', 'm']) press(stage, key);
    expect(asked).to.deep.equal([['mic', {}]]);
    const { stage: audience, asked: byAudience } = await showStage(joinedFacts(), { controls: 'hand leave' });
    for (const key of ['m', ' ']) press(audience, key);
    expect(byAudience).to.deep.equal([]);
  });

  it('offer everything where the toolbar does, for nothing that there is is named', async () => {
    allowConsole(/names none of/u);
    const { stage, asked } = await showStage(joinedFacts(), { controls: 'nonsense' });
    press(stage, 'm');
    expect(asked).to.deep.equal([['mic', {}]]);
  });

  it('before joining switch what there is to switch', async () => {
    const { stage, asked } = await showStage(prejoinFacts());
    for (const key of ['h', 'c', '?', ' ', 'v']) press(stage, key);
    expect(asked).to.deep.equal([['camera', {}]]);
  });

  for (const [state, on] of [
    ['off', true],
    ['on', false],
  ] as const) {
    it(`with the microphone ${state}, a held space bar turns it ${on ? 'on' : 'off'} for as long`, async () => {
      const { stage, asked } = await showStage([
        ...joinedFacts(),
        { type: 'source-changed', source: 'microphone', state, by: 'user' },
      ]);
      expect(press(stage, ' ').defaultPrevented).to.equal(true);
      expect(press(stage, ' ', { repeat: true }).defaultPrevented).to.equal(true);
      expect(asked).to.deep.equal([['mic', { on }]]);
      // The focus may be elsewhere by then.
      press(document.body, ' ', { type: 'keyup', atMs: 10 });
      expect(asked).to.deep.equal([
        ['mic', { on }],
        ['mic', { on: !on }],
      ]);
      press(document.body, ' ', { type: 'keyup' });
      expect(asked).to.have.lengthOf(2);
    });
  }

  it('let go of the space bar when the window does', async () => {
    const { stage, asked } = await showStage();
    press(stage, ' ');
    window.dispatchEvent(new Event('blur'));
    expect(asked).to.deep.equal([
      ['mic', { on: false }],
      ['mic', { on: true }],
    ]);
  });

  it("leave the space bar to buttons, and on the microphone's tell a press from a hold", async () => {
    const { asked, button } = await showStage();
    expect(press(button('camera'), ' ').defaultPrevented).to.equal(false);
    const mic = button('mic');
    press(mic, ' ');
    expect(press(mic, ' ', { type: 'keyup', atMs: 100 }).defaultPrevented).to.equal(true);
    expect(asked).to.deep.equal([['mic', { on: false }]]);
    press(mic, ' ');
    press(mic, ' ', { type: 'keyup', atMs: 1000 });
    expect(asked.slice(1)).to.deep.equal([
      ['mic', { on: false }],
      ['mic', { on: true }],
    ]);
  });

  it('take no space bar while the microphone cannot be switched', async () => {
    const { stage, asked } = await showStage([
      ...joinedFacts(),
      { type: 'source-changed', source: 'microphone', state: 'blocked', by: 'system' },
    ]);
    press(stage, ' ');
    expect(asked).to.deep.equal([]);
  });
});

describe('a panel of the call', () => {
  it('takes the focus when it opens, and gives it back when it closes', async () => {
    const { call, button } = await showStage();
    button('hand').focus();
    call.view.tell({ type: 'panel-changed', panel: 'shortcuts' });
    await until(() => find(call, 'p2p-shortcuts')?.shadowRoot?.activeElement?.localName === 'h2', 'the focus inside');
    call.view.tell({ type: 'panel-changed', panel: undefined });
    await until(() => button('hand').matches(':focus'), 'the focus where it was');
  });

  it('goes to the controls where what opened it is gone', async () => {
    const { call, button } = await showStage();
    button('hand').focus();
    call.view.tell({ type: 'panel-changed', panel: 'shortcuts' });
    await until(() => find(call, 'p2p-shortcuts')?.matches(':focus'), 'the focus inside');
    call.setAttribute('controls', 'mic leave');
    await settled(call);
    call.view.tell({ type: 'panel-changed', panel: undefined });
    await until(() => find(call, 'p2p-controls')?.matches(':focus'), 'the focus on the controls');
  });

  it('takes no focus that the call did not have', async () => {
    const { call } = await showStage();
    call.view.tell({ type: 'panel-changed', panel: 'shortcuts' });
    await settled(call);
    await new Promise((resolve) => setTimeout(resolve));
    expect(document.activeElement).to.equal(document.body);
  });

  it('stands beside the pictures where there is room, else over them', async () => {
    const { call } = await showStage();
    call.view.tell({ type: 'panel-changed', panel: 'shortcuts' });
    await settled(call);
    const boxes = () => ['p2p-grid', 'p2p-shortcuts'].map((tag) => find(call, tag)!.getBoundingClientRect());
    call.style.width = '1000px';
    await until(() => boxes()[0]!.right <= boxes()[1]!.left, 'room for both');
    call.style.width = '390px';
    await until(() => boxes()[0]!.right > boxes()[1]!.left, 'the panel over the pictures');
    expect(boxes()[1]!.width).to.equal(390);
  });
});

describe('p2p-shortcuts', () => {
  it('lists every key with what it does', async () => {
    const { call } = await showStage();
    call.view.tell({ type: 'panel-changed', panel: 'shortcuts' });
    await settled(call);
    const panel = find(call, 'p2p-shortcuts')!;
    const keys = findAll(panel, 'kbd').map(({ textContent }) => textContent);
    expect(keys).to.include.members(['Space', 'M', 'V', 'H', 'C', 'P', '?']);
    expect(findAll(panel, 'dt').every(({ textContent }) => textContent!.trim() !== '')).to.equal(true);
  });
});
