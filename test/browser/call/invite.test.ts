import { expect } from '@open-wc/testing';
import type { P2PCall } from '../../../src/components/p2p-call/p2p-call.js';
import { createCall, newRoom, removeCalls, stageOf } from '../support/calls.js';
import { until } from '../support/until.js';

const { clipboard } = navigator;
afterEach(async () => {
  await removeCalls();
  Reflect.deleteProperty(clipboard, 'writeText');
});

const ask = (call: P2PCall): boolean =>
  call.dispatchEvent(new CustomEvent('p2p-invite-request', { detail: {}, bubbles: true, cancelable: true }));

/** What the button for those who are alone says. */
function said(call: P2PCall): string {
  return stageOf(call)?.querySelector('p2p-invite-button')?.shadowRoot?.querySelector('button')?.textContent ?? '';
}

async function joinAlone(): Promise<P2PCall> {
  const call = createCall({ room: newRoom(), camera: 'off', mic: 'off' });
  await call.join();
  await until(() => said(call).includes('Copy invite link'), 'there is a button');
  return call;
}

describe('p2p-invite-request', () => {
  it('copies the address of the page, says so, and stops saying so', async () => {
    const copied: string[] = [];
    clipboard.writeText = async (text) => void copied.push(text);
    const call = await joinAlone();
    ask(call);
    await until(() => said(call).includes('Link copied'), 'it says that it is copied');
    expect(copied).to.deep.equal([location.href]);
    await until(() => said(call).includes('Copy invite link'), 'it can be pressed again');
  });

  it('shows the address where the browser does not let a page copy', async () => {
    clipboard.writeText = () => Promise.reject(new DOMException('As the test wants it.', 'NotAllowedError'));
    const call = await joinAlone();
    ask(call);
    const button = stageOf(call)?.querySelector('p2p-invite-button');
    const field = await until(() => button?.shadowRoot?.querySelector('input'), 'the link is shown');
    expect(field.value).to.equal(location.href);
  });

  it('leaves it to a page that has a link of its own', async () => {
    const copied: string[] = [];
    clipboard.writeText = async (text) => void copied.push(text);
    const call = await joinAlone();
    call.addEventListener('p2p-invite-request', (event) => event.preventDefault(), { once: true });
    expect(ask(call)).to.equal(false);
    ask(call);
    await until(() => copied.length > 0, 'only the second was answered');
    expect(copied).to.have.length(1);
  });
});
