import { expect } from '@open-wc/testing';
import '../../../src/components/p2p-check/define.js';
import '../../../src/components/p2p-settings/define.js';
import type { Fact } from '../../../src/core/fact.js';
import type { FakeCall } from '../../fakes/fake-call.js';
import { joinedFacts, prejoinFacts } from '../../fakes/fake-call-view.js';
import { breakDevices } from '../support/broken-devices.js';
import { until } from '../support/calls.js';
import { clearStage, find, findAll, settled, show, showCall } from './scene.js';
import { requestsAt } from '../support/requests-at.js';

afterEach(clearStage);

const devices: Fact = {
  type: 'devices-changed',
  devices: [
    { kind: 'microphone', id: '1', label: 'Desk (046d:0825)' },
    { kind: 'microphone', id: '2', label: '<b>Headset</b>' },
    { kind: 'camera', id: '3', label: '' },
    { kind: 'speaker', id: '4', label: 'Loud' },
  ],
};
const used = (id: string): Fact => ({ type: 'device-used', kind: 'microphone', id });
const settings: Fact = { type: 'panel-changed', panel: 'settings' };

function listOf(call: Element, kind: string): HTMLSelectElement | undefined {
  return find(call, `p2p-device-select[kind=${kind}]`)?.shadowRoot?.querySelector('select') ?? undefined;
}

const labelsOf = (list: HTMLSelectElement | undefined): string[] =>
  [...(list?.options ?? [])].map(({ textContent }) => textContent?.trim() ?? '');

describe('p2p-device-select', () => {
  it('lists the devices of its kind by names that people know, as text', async () => {
    const call = await showCall([...joinedFacts(), devices, used('1'), settings]);
    expect(labelsOf(listOf(call, 'microphone'))).to.deep.equal(['Desk', '<b>Headset</b>']);
    expect(labelsOf(listOf(call, 'camera'))).to.deep.equal(['System default', 'Camera 1']);
  });

  it('says system default of a track that comes from none of the devices', async () => {
    const call = await showCall([...joinedFacts(), devices, used('a canvas'), settings]);
    expect(listOf(call, 'microphone')?.selectedOptions[0]?.textContent).to.equal('System default');
  });

  it('asks for what is chosen, and shows it once it is used', async () => {
    const call = await showCall([...joinedFacts(), devices, used('1'), settings]);
    const asked = requestsAt(call, 'p2p-device-request');
    const list = listOf(call, 'microphone')!;
    list.value = '2';
    list.dispatchEvent(new Event('change'));
    expect(asked).to.deep.equal([{ kind: 'microphone', deviceId: '2' }]);
    expect(list.value).to.equal('1');
    call.view.tell(used('2'));
    await settled(call);
    expect(list.value).to.equal('2');
  });

  it('shows the device in use though the list comes later', async () => {
    const call = await showCall([...joinedFacts(), used('1'), settings]);
    expect(listOf(call, 'microphone')!.disabled).to.equal(true);
    call.view.tell(devices);
    await settled(call);
    expect(listOf(call, 'microphone')!.value).to.equal('1');
  });

  it('offers a speaker only where the browser can choose one', async () => {
    const call = await showCall([...joinedFacts(), devices, settings]);
    expect(listOf(call, 'speaker') !== undefined).to.equal('setSinkId' in HTMLMediaElement.prototype);
  });

  it('shows nothing to choose without a call, and nothing at all for nonsense', async () => {
    const select = show(document.createElement('p2p-device-select'));
    await settled(select);
    expect(select.shadowRoot?.querySelector('select')?.disabled).to.equal(true);
    select.setAttribute('kind', 'toaster');
    await settled(select);
    expect(select.shadowRoot?.querySelector('select')).to.equal(null);
  });
});

describe('p2p-level-meter', () => {
  it('moves with the voice', async () => {
    const call = await showCall([...joinedFacts(), devices, settings]);
    const meter = find(call, '[role=meter]')!;
    expect(meter.getAttribute('aria-valuenow')).to.equal('0');
    call.view.levels.set(undefined, 0.3);
    await until(() => Number(meter.getAttribute('aria-valuenow')) > 10, 'the meter moves');
    call.view.levels.set(undefined, 0);
    await until(() => meter.getAttribute('aria-valuenow') === '0', 'the meter rests');
  });
});

describe('p2p-settings', () => {
  const switchOf = (call: Element, words: string): HTMLInputElement =>
    findAll<HTMLInputElement>(call, '[role=switch]').find((one) => one.parentElement?.textContent?.includes(words))!;

  async function press(call: FakeCall, words: string): Promise<void> {
    switchOf(call, words).click();
    await settled(call);
  }

  it('asks for each change, and shows what is so', async () => {
    const call = await showCall([...joinedFacts(), settings]);
    const care = requestsAt(call, 'p2p-audio-care-request');
    await press(call, 'background noise');
    expect(care).to.deep.equal([{ noiseSuppression: false }]);
    expect(switchOf(call, 'background noise').checked).to.equal(true);
    call.view.tell({
      type: 'audio-care-changed',
      care: { ...call.view.state.settings.audioCare, noiseSuppression: false },
    });
    await settled(call);
    expect(switchOf(call, 'background noise').checked).to.equal(false);

    const deafen = requestsAt(call, 'p2p-deafen-request');
    const sounds = requestsAt(call, 'p2p-sounds-request');
    await press(call, 'everyone’s sound');
    await press(call, 'Sounds for joining');
    expect([deafen, sounds]).to.deep.equal([[{ on: true }], [{ on: false }]]);
  });

  it('leaves music alone', async () => {
    const call = await showCall([...joinedFacts(), settings]);
    call.view.tell({ type: 'audio-care-changed', care: { ...call.view.state.settings.audioCare, music: true } });
    await settled(call);
    for (const words of ['background noise', 'echo', 'Adjust volume']) {
      expect(switchOf(call, words).disabled, words).to.equal(true);
      expect(switchOf(call, words).checked, words).to.equal(false);
    }
    expect(switchOf(call, 'Music').checked).to.equal(true);
  });
});

describe('notices', () => {
  it('say that nobody hears who talks, and offer what helps', async () => {
    const call = await showCall([
      ...joinedFacts(['Grace']),
      { type: 'source-changed', source: 'microphone', state: 'off', by: 'user' },
      { type: 'microphone-judged', dead: false, talkingWhileMuted: true },
    ]);
    const asked = requestsAt(call, 'p2p-mic-request');
    const toast = find(call, '.toast');
    expect(toast?.textContent).to.contain('You are muted');
    toast?.querySelector('button')?.click();
    expect(asked).to.deep.equal([{ on: true }]);
  });
});

describe('p2p-check', () => {
  async function check(call: FakeCall): Promise<Record<string, string>> {
    const element = document.createElement('p2p-check');
    call.append(element);
    const results: Record<string, string>[] = [];
    element.addEventListener('p2p-check-done', ({ detail }) => results.push(detail.results));
    void element.start();
    const yes = await until(() => find(element, '.answers button'), 'the question is asked');
    yes.focus();
    yes.click();
    await until(() => find(element, '.check > .action')?.matches(':focus'), 'the focus stays in the check');
    return until(() => results[0], 'the check is done', 80_000);
  }

  it('says of each thing whether it works', async () => {
    const call = await showCall([...prejoinFacts(), { type: 'server-changed', server: 'open' }]);
    const results = await check(call);
    expect(results).to.include({ camera: 'passed', microphone: 'passed', speaker: 'passed', server: 'passed' });
    // A loop without servers: this browser reaches itself, and nobody is asked for its address.
    expect(results).to.include({ connection: 'doubtful', relay: 'doubtful' });
  });

  it('says what is missing, and goes on', async () => {
    const restore = breakDevices({ audio: 'NotFoundError', video: 'NotAllowedError' });
    try {
      const call = await showCall(prejoinFacts());
      const results = await check(call);
      expect(results).to.include({ microphone: 'failed', camera: 'failed', server: 'failed', speaker: 'passed' });
      const resultTexts = findAll(call, '[part=check-result] p').map(({ textContent }) => textContent);
      expect(resultTexts.some((text) => text?.includes('None was found'))).to.equal(true);
    } finally {
      restore();
    }
  });
});
