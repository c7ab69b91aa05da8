import { expect } from '@open-wc/testing';
import { until } from '../support/until.js';
import { roomServerUrl } from '../support/environment.js';

describe('elements that are defined before the call around them', () => {
  it('find it when it comes', async () => {
    const page = document.createElement('div');
    page.innerHTML = `<p2p-mic-button for="wrong-order"></p2p-mic-button>
      <p2p-call id="wrong-order" server="${roomServerUrl}" room="order ${Math.random()}">
        <div><p2p-mic-button></p2p-mic-button></div>
      </p2p-call>`;
    document.body.append(page);
    // The child's module alone, upgraded while its parent is an unknown element.
    const { P2PMicButton } = await import('../../../src/components/p2p-mic-button/p2p-mic-button.js');
    customElements.define('p2p-mic-button', P2PMicButton);
    expect(customElements.get('p2p-call')).to.equal(undefined);
    const buttons = [...page.querySelectorAll('p2p-mic-button')];
    await Promise.all(buttons.map((button) => button.updateComplete));

    await import('../../../src/index.js');
    const call = page.querySelector('p2p-call');
    await call?.join();
    for (const button of buttons) {
      await until(() => call?.self?.microphone === 'on', 'the microphone is on');
      button.shadowRoot?.querySelector('button')?.click();
      await until(() => call?.self?.microphone === 'off', 'the button found the call');
      await call?.setMicrophone(true);
    }
    page.remove();
    await until(() => call?.state === 'idle', 'the call ends');
  });
});
