import { expect } from '@open-wc/testing';
import type { P2PCall } from '../../../src/index.js';
import { joinedFacts } from '../../fakes/fake-call-view.js';
import { createCall, newRoom, removeCalls, until } from '../support/calls.js';
import { clearStage, find, findAll, settled, show, showCall } from './scene.js';

const { warn } = console;
const warnings: string[] = [];
beforeEach(() => {
  console.warn = (text: unknown) => warnings.push(String(text));
});
afterEach(async () => {
  clearStage();
  await removeCalls();
  console.warn = warn;
  warnings.length = 0;
});

/** A call on the pre-join screen. */
async function openCall(attributes: Record<string, string>): Promise<P2PCall> {
  const call = createCall({ room: newRoom(), ...attributes });
  await call.updateComplete;
  return call;
}

function controlsOf(call: Element): string[] {
  return findAll(find(call, 'p2p-controls')!, '.bar > *').map((one) => one.localName);
}

describe('a call with nonsense in an attribute', () => {
  for (const [name, choices] of Object.entries({
    layout: 'auto, grid, spotlight',
    mic: 'on, off',
    camera: 'on, off',
    hotkeys: 'on, off',
    theme: 'auto, light, dark',
  })) {
    it(`tells whoever writes the page that ${name} is none of its choices, once`, async () => {
      const call = await openCall({ [name]: 'nonsense' });
      expect(warnings).to.deep.equal([`p2p-call: ${name}="nonsense" is none of: ${choices}.`]);
      call.setAttribute(name, 'more nonsense');
      await call.updateComplete;
      expect(warnings).to.have.lengthOf(1);
      await openCall({ [name]: '' });
      expect(warnings).to.have.lengthOf(2);
    });

    it(`says nothing of a ${name} that is right or not there`, async () => {
      const call = await openCall({});
      for (const choice of choices.split(', ')) {
        call.setAttribute(name, choice);
        await call.updateComplete;
      }
      call.removeAttribute(name);
      await call.updateComplete;
      expect(warnings).to.deep.equal([]);
    });
  }

  it('takes the default', async () => {
    const call = await openCall({ layout: 'nonsense', mic: 'nonsense', camera: 'nonsense', theme: 'nonsense' });
    await call.join();
    await settled(call);
    expect(find(call, 'p2p-grid')?.getAttribute('layout')).to.equal('auto');
    await until(() => call.self?.camera === 'on' && call.self.microphone === 'on', 'camera and microphone are on');
  });

  for (const [metadata, fault] of [
    ['{broken', 'is not JSON'],
    ['"text"', 'is not an object'],
    ['[1]', 'is not an object'],
    [JSON.stringify({ text: 'x'.repeat(1_024) }), 'takes more than 1024 bytes as JSON'],
  ] as const) {
    it(`tells that metadata ${fault}: ${metadata.slice(0, 10)}`, async () => {
      const call = await openCall({ metadata });
      expect(warnings).to.deep.equal([`p2p-call: Metadata ${fault}.`]);
      call.setAttribute('metadata', '{"seat":4}');
      await call.join();
      expect(call.self?.metadata).to.deep.equal({ seat: 4 });
    });
  }

  it('tells of controls that there are not, shows the others, and all where there is no other', async () => {
    const call = await showCall(joinedFacts(), { controls: 'leave nonsense mic' });
    expect(warnings).to.have.lengthOf(1);
    expect(warnings[0]).to.match(/^fake-call: controls="nonsense" names none of: mic, camera, .*, leave\.$/);
    expect(controlsOf(call)).to.deep.equal(['p2p-leave-button', 'p2p-mic-button', 'slot']);
    call.setAttribute('controls', 'more nonsense');
    await settled(call);
    expect(controlsOf(call)).to.include.members([
      'p2p-mic-button',
      'p2p-hand-button',
      'p2p-chat-button',
      'p2p-leave-button',
    ]);
    // The next call on the same element has a new toolbar.
    call.view.tell({ type: 'left', reason: 'left' });
    await settled(call);
    call.view.tell(...joinedFacts());
    await settled(call);
    expect(warnings).to.have.lengthOf(1);
  });

  it('takes a list for the names in it', async () => {
    const call = await showCall(joinedFacts());
    Object.assign(call, { controls: ['leave', 'mic'] });
    await settled(call);
    expect(controlsOf(call)).to.deep.equal(['p2p-leave-button', 'p2p-mic-button', 'slot']);
  });

  it('tells of controls that a toolbar of the page has', async () => {
    const controls = document.createElement('p2p-controls');
    controls.setAttribute('controls', 'nonsense');
    await settled(show(controls));
    expect(warnings).to.have.lengthOf(1);
    expect(warnings[0]).to.match(/^p2p-controls: controls="nonsense" names none of: mic, camera, .*, leave\.$/);
  });
});
