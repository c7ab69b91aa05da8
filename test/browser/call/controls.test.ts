import { expect } from '@open-wc/testing';
import { createCall, newRoom, removeCalls } from '../support/calls.js';
import { until } from '../support/until.js';
import { find } from '../elements/scene.js';

afterEach(removeCalls);

async function joinAlone(attributes: Record<string, string> = {}) {
  const call = createCall({ room: newRoom(), name: 'Ada', ...attributes });
  await call.join();
  await until(() => find(call, 'p2p-controls'), 'the controls');
  await until(() => call.self?.microphone === 'on', 'the microphone');
  return call;
}

/** Dispatches a key at the focused element, as the keyboard does. */
function press(target: Element, key: string, type = 'keydown'): void {
  target.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, composed: true, cancelable: true }));
}

describe('the controls of a call', () => {
  it('obey keys once the focus is inside, and not before', async () => {
    const call = await joinAlone();
    const stage = find(call, '.stage')!;
    press(stage, 'm');
    stage.focus();
    await until(() => {
      if (call.self?.microphone === 'on') press(stage, 'm');
      return call.self?.microphone === 'off';
    }, 'the keys');
    press(stage, ' ');
    await until(() => call.self?.microphone === 'on', 'the microphone while the bar is held');
    press(document.body, ' ', 'keyup');
    await until(() => call.self?.microphone === 'off', 'the microphone after it');
  });

  it('open a panel that comes in a file of its own, and close it by Escape', async () => {
    const call = await joinAlone();
    const stage = find(call, '.stage')!;
    stage.focus();
    await until(() => {
      if (!find(call, 'p2p-shortcuts')) press(stage, '?');
      return find(call, 'p2p-shortcuts')?.shadowRoot?.activeElement;
    }, 'the focus in the list of keys');
    press(find(call, 'p2p-shortcuts')!, 'Escape');
    await until(() => !find(call, 'p2p-shortcuts'), 'the list to close');
    await until(() => stage.matches(':focus'), 'the focus where it was');
  });

  it('mute within one frame of a press', async () => {
    const call = await joinAlone();
    const track = call.streamOf(call.self!.id, 'microphone')!.getAudioTracks()[0]!;
    find<HTMLButtonElement>(find(call, 'p2p-mic-button')!, 'button')!.click();
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(track.enabled && track.readyState === 'live' && !track.muted).to.equal(false);
  });
});
