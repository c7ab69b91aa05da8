import { expect } from '@open-wc/testing';
import { ControlButton, type ControlLook } from '../../../src/components/shared/control-button.js';
import { switchLook } from '../../../src/components/shared/control-looks.js';
import { type Control, type ControlName, controls } from '../../../src/components/shared/controls.js';
import { iconPaths } from '../../../src/components/shared/icons.js';
import type { CallState } from '../../../src/core/state/call-state.js';
import { en } from '../../../src/locales/en.js';
import { joinedFacts } from '../../fakes/fake-call-view.js';
import { until } from '../support/until.js';
import type * as Scene from './scene.js';

const words = { name: 'Silence', turnOn: 'Silence everyone', turnOff: 'Hear everyone' };

/** The element of the new control. */
class DeafenButton extends ControlButton {
  protected override readonly control = 'deafen' as ControlName;

  protected override look({ settings }: CallState): ControlLook {
    return switchLook(words, settings.deafened);
  }
}

/** What lists controls is loaded only once there is one more. */
let scene: typeof Scene;

/** The recipe of CONTRIBUTING.md: an element, an icon, its words, a record. */
before(async () => {
  customElements.define('p2p-deafen-button', DeafenButton);
  Object.assign(iconPaths, { deafen: 'M4 12h16' });
  Object.assign(en.toolbar, { deafen: words });
  (controls as Control[]).splice(-1, 0, {
    name: 'deafen',
    tag: 'p2p-deafen-button',
    icons: ['deafen' as 'hand'],
    label: () => words.name,
    request: 'p2p-deafen-request',
    key: 'd',
  });
  scene = await import('./scene.js');
  await import('../../../src/components/p2p-shortcuts/define.js');
});

afterEach(() => scene.clearStage());

async function deafenButton(call: Element): Promise<HTMLButtonElement> {
  const element = await until(() => scene.find(call, 'p2p-deafen-button'), 'the new control');
  return until(() => scene.find<HTMLButtonElement>(element, 'button'), 'its button');
}

describe('a new control', () => {
  it('stands in the toolbar, in its place, and asks when it is pressed', async () => {
    const call = await scene.showCall(joinedFacts());
    // Room for all of them.
    call.style.setProperty('--p2p-button-size', '30px');
    await until(() => !scene.find(call, '.menu-place'), 'no menu');
    const names = scene.findAll(call, '[data-name]').map(({ dataset }) => dataset['name']);
    expect(names.slice(-2)).to.deep.equal(['deafen', 'leave']);
    const button = await deafenButton(call);
    expect(button.getAttribute('aria-label')).to.equal('Silence');
    expect(button.getAttribute('aria-pressed')).to.equal('false');
    const asked: unknown[] = [];
    call.addEventListener('p2p-deafen-request', ({ detail }) => asked.push(detail));
    button.click();
    expect(asked).to.deep.equal([{ on: true }]);
  });

  it('can be named in the attribute controls', async () => {
    const call = await scene.showCall(joinedFacts(), { controls: 'deafen leave' });
    const names = scene.findAll(call, '[data-name]').map(({ dataset }) => dataset['name']);
    expect(names).to.deep.equal(['deafen', 'leave']);
  });

  it('goes to the menu where there is no room', async () => {
    const call = await scene.showCall(joinedFacts());
    call.style.width = '320px';
    const row = await until(() => scene.find(call, '.menu > p2p-deafen-button[row]'), 'a row of the menu');
    await scene.settled(call);
    expect(scene.find(row, '.words')?.textContent).to.equal('Silence everyone');
  });

  it('has its key, and a line in the list of the keys', async () => {
    const call = await scene.showCall([...joinedFacts(), { type: 'panel-changed', panel: 'shortcuts' }]);
    const asked: unknown[] = [];
    call.addEventListener('p2p-deafen-request', ({ detail }) => asked.push(detail));
    const button = await deafenButton(call);
    button.dispatchEvent(new KeyboardEvent('keydown', { key: 'd', code: 'KeyD', bubbles: true, composed: true }));
    expect(asked).to.deep.equal([{}]);
    const lines = scene.findAll(call, 'dl > div').map(({ textContent }) => textContent?.replace(/\s+/g, ''));
    expect(lines).to.include('SilenceD');
  });

  it('takes an icon of the page through its slot', async () => {
    const call = await scene.showCall(joinedFacts());
    const icon = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    icon.slot = 'icon-deafen';
    call.append(icon);
    await until(() => icon.clientWidth > 0, 'the icon shows');
  });

  it('is styled from the page by its part', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('fake-call::part(button-deafen) { outline: 2px solid rgb(1, 2, 3) }');
    document.adoptedStyleSheets.push(sheet);
    try {
      const button = await deafenButton(await scene.showCall(joinedFacts()));
      expect(getComputedStyle(button).outlineColor).to.equal('rgb(1, 2, 3)');
    } finally {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    }
  });
});
