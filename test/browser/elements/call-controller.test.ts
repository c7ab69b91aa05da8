import { expect } from '@open-wc/testing';
import { FakeCall, type FakeWatcher } from '../../fakes/fake-call.js';
import { prejoinFacts } from '../../fakes/fake-call-view.js';
import { until } from '../support/calls.js';
import { clearStage, show, showCall } from './scene.js';
import { requestsAt } from '../support/requests-at.js';

afterEach(clearStage);

function watcher(htmlFor?: string): FakeWatcher {
  const element = document.createElement('fake-watcher');
  if (htmlFor !== undefined) element.setAttribute('for', htmlFor);
  return element;
}

describe('CallController', () => {
  it('finds the call around its element', async () => {
    const call = await showCall(prejoinFacts('Ada'));
    const element = call.appendChild(watcher());
    expect(element.call.value).to.deep.equal({ phase: 'prejoin', name: 'Ada' });
  });

  it('has no value without a call, and its requests do nothing', () => {
    const element = show(watcher());
    expect(element.call.hasCall).to.equal(false);
    expect(element.call.value).to.equal(undefined);
    expect(element.call.request('p2p-leave-request', {})).to.equal(true);
  });

  it('updates its element only when what it selected changes', async () => {
    const call = await showCall(prejoinFacts('Ada'));
    const element = call.appendChild(watcher());
    await element.updateComplete;
    const { renderCount } = element;
    call.view.tell({ type: 'source-changed', source: 'camera', state: 'off', by: 'user' });
    await element.updateComplete;
    expect(element.renderCount).to.equal(renderCount);
    call.view.tell({ type: 'profile-changed', name: 'Ada L.', metadata: {} });
    await element.updateComplete;
    expect(element.renderCount).to.equal(renderCount + 1);
    expect(element.call.value?.name).to.equal('Ada L.');
  });

  it('stops listening when its element goes, and finds the new call when it comes back', async () => {
    const first = await showCall(prejoinFacts('Ada'));
    const second = await showCall(prejoinFacts('Grace'));
    const before = first.view.listenerCount;
    const element = first.appendChild(watcher());
    expect(first.view.listenerCount).to.equal(before + 1);
    second.append(element);
    expect(first.view.listenerCount).to.equal(before);
    expect(element.call.value?.name).to.equal('Grace');
    element.remove();
    expect(element.call.value).to.equal(undefined);
  });

  it('gets a call that is defined after it', async () => {
    const call = document.createElement('late-call');
    const element = watcher();
    call.append(element);
    show(call);
    expect(element.call.hasCall).to.equal(false);
    customElements.define('late-call', class extends FakeCall {});
    call.view.tell(...prejoinFacts('Ada'));
    expect(element.call.value?.name).to.equal('Ada');
  });

  it('sends its requests up to the call around it', async () => {
    const call = await showCall();
    const element = call.appendChild(watcher());
    const asked = requestsAt(call, 'p2p-mic-request');
    element.call.request('p2p-mic-request', { on: false });
    expect(asked).to.deep.equal([{ on: false }]);
  });

  it('says that a request was prevented', async () => {
    const call = await showCall();
    const element = call.appendChild(watcher());
    call.addEventListener('p2p-leave-request', (event) => event.preventDefault());
    expect(element.call.request('p2p-leave-request', {})).to.equal(false);
  });
});

describe('for', () => {
  it('names a call elsewhere on the page, which gets the requests', async () => {
    const call = await showCall(prejoinFacts('Ada'), { id: 'there' });
    const element = show(watcher('there'));
    expect(element.call.value?.name).to.equal('Ada');
    const asked: EventTarget[] = [];
    call.addEventListener('p2p-leave-request', (event) => asked.push(event.target!));
    element.call.request('p2p-leave-request', {});
    expect(asked).to.deep.equal([call]);
  });

  it('may name a call that appears later, and follows ids as they change', async () => {
    const element = show(watcher('soon'));
    await element.updateComplete;
    expect(element.call.hasCall).to.equal(false);
    const call = await showCall(prejoinFacts('Ada'), { id: 'soon' });
    await until(() => element.call.value?.name === 'Ada', 'the call that appeared');
    call.id = 'other';
    await until(() => !element.call.hasCall, 'the call has another name now');
    element.setAttribute('for', 'other');
    await until(() => element.call.hasCall, 'the element follows');
    call.remove();
    await until(() => !element.call.hasCall, 'the call is gone');
  });

  it('may name a call that is defined later', async () => {
    const call = show(document.createElement('later-call'));
    call.id = 'later';
    const element = show(watcher('later'));
    await element.updateComplete;
    customElements.define('later-call', class extends FakeCall {});
    await until(() => element.call.hasCall, 'the call that was defined');
  });

  it('wins over the call around the element', async () => {
    await showCall(prejoinFacts('Ada'), { id: 'there' });
    const around = await showCall(prejoinFacts('Grace'));
    const element = around.appendChild(watcher('there'));
    expect(element.call.value?.name).to.equal('Ada');
    element.removeAttribute('for');
    await element.updateComplete;
    expect(element.call.value?.name).to.equal('Grace');
  });

  it('finds calls in the shadow tree of the element', async () => {
    const host = show(document.createElement('div'));
    const root = host.attachShadow({ mode: 'open' });
    const call = document.createElement('fake-call');
    call.id = 'inside';
    const element = watcher('inside');
    root.append(element, call);
    await until(() => element.call.hasCall, 'the call in the same tree');
  });
});

declare global {
  interface HTMLElementTagNameMap {
    /** Defined in the midst of a test. */
    'late-call': FakeCall;
  }
}
