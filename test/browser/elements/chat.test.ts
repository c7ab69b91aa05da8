import { expect } from '@open-wc/testing';
import type { P2PChat } from '../../../src/components/p2p-chat/p2p-chat.js';
import type { ChatMessage } from '../../../src/core/chat.js';
import type { Fact } from '../../../src/core/fact.js';
import { aMessage, written } from '../../fakes/builders.js';
import type { FakeCall } from '../../fakes/fake-call.js';
import { joinedFacts } from '../../fakes/fake-call-view.js';
import { until } from '../support/until.js';
import { chatFacts, clearStage, find, findAll, settled, show, showCall } from './scene.js';
import { requestsAt } from '../support/requests-at.js';

afterEach(clearStage);

const open: Fact = { type: 'panel-changed', panel: 'chat' };

let seq = 100;
function wrote(from: string, text: string, changed: Partial<ChatMessage> = {}): Fact {
  seq += 1;
  return written(aMessage({ seq, from, text, ...changed }));
}

async function showChat(...facts: Fact[]): Promise<[FakeCall, P2PChat]> {
  const call = await showCall([...joinedFacts(['Grace', 'Ji']), ...facts, open]);
  return [call, find<P2PChat>(call, 'p2p-chat')!];
}

function field(call: Element): HTMLTextAreaElement {
  return find<HTMLTextAreaElement>(call, 'textarea')!;
}

async function write(call: Element, text: string): Promise<void> {
  field(call).value = text;
  field(call).dispatchEvent(new Event('input', { bubbles: true }));
  await settled(call);
}

function press(call: Element, init: KeyboardEventInit): boolean {
  return field(call).dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }));
}

function bubbles(call: Element): HTMLElement[] {
  return findAll(call, '.bubble');
}

describe('p2p-chat', () => {
  it('shows what was written as text, with its line breaks and nothing else', async () => {
    const hostile = '<img src=x onerror="document.title=1">\n<b>bold</b> javascript:alert(1)';
    const [call] = await showChat(wrote('Grace', hostile));
    expect(bubbles(call).map((bubble) => bubble.textContent)).to.deep.equal([hostile]);
    expect(bubbles(call)[0]!.children.length).to.equal(0);
    expect(getComputedStyle(bubbles(call)[0]!).whiteSpace).to.include('pre-wrap');
  });

  it('opens links elsewhere, and tells them nothing of this page', async () => {
    const [call] = await showChat(wrote('Grace', 'See https://example.com/a.'));
    const link = find<HTMLAnchorElement>(call, '.bubble a')!;
    expect(link.href).to.equal('https://example.com/a');
    expect(link.target).to.equal('_blank');
    expect(link.relList.contains('noopener') && link.relList.contains('noreferrer')).to.equal(true);
  });

  it('stays in its box, however long a word is', async () => {
    const [call, chat] = await showChat(
      wrote('Grace', 'x'.repeat(4_000)),
      wrote('self', 'Z\u0301\u0301\u0301\u0301'.repeat(500)),
    );
    const list = find(call, '.list')!;
    expect(list.scrollWidth).to.be.at.most(list.clientWidth);
    expect(chat.getBoundingClientRect().bottom).to.be.at.most(call.getBoundingClientRect().bottom);
    expect(field(call).getBoundingClientRect().bottom).to.be.at.most(call.getBoundingClientRect().bottom);
  });

  it('says who wrote, to whom, and what has not arrived', async () => {
    const [call] = await showChat(...chatFacts());
    expect(findAll(call, '.who').map((one) => one.textContent)).to.deep.equal([
      'Grace',
      'You',
      'Katherine',
      'Grace',
      'You',
      'You',
      'You',
    ]);
    expect(findAll(call, '.whom').map((one) => one.textContent)).to.deep.equal([
      'Only to you',
      'Only to Grace',
      'Only to Guest',
    ]);
    expect(findAll(call, '.note').map((one) => one.textContent)).to.deep.equal([
      'Waiting for the connection',
      'Not delivered',
    ]);
  });

  it('sends with Enter, once, and is empty then', async () => {
    const [call] = await showChat();
    const asked = requestsAt(call, 'p2p-message-request');
    await write(call, 'Hello');
    press(call, { key: 'Enter', isComposing: true });
    press(call, { key: 'Enter', shiftKey: true });
    expect(asked).to.deep.equal([]);
    expect(press(call, { key: 'Enter' })).to.equal(false);
    await settled(call);
    press(call, { key: 'Enter' });
    expect(asked).to.deep.equal([{ text: 'Hello' }]);
    expect(field(call).value).to.equal('');
  });

  it('begins a new line with Enter where people type on the screen, and sends with its button', async () => {
    const real = window.matchMedia.bind(window);
    try {
      const touch = { '(pointer: coarse)': true, '(any-pointer: fine)': false };
      window.matchMedia = (query) =>
        real((touch[query as keyof typeof touch] ?? real(query).matches) ? 'all' : 'not all');
      const [call] = await showChat();
      const asked = requestsAt(call, 'p2p-message-request');
      expect(field(call).enterKeyHint).to.equal('enter');
      await write(call, 'Hello');
      expect(press(call, { key: 'Enter' })).to.equal(true);
      expect(asked).to.deep.equal([]);
      find<HTMLButtonElement>(call, '.send')!.click();
      expect(asked).to.deep.equal([{ text: 'Hello' }]);
    } finally {
      window.matchMedia = real;
    }
  });

  it('sends with its button, and keeps the text where the page prevents it', async () => {
    const [call] = await showChat();
    const send = find<HTMLButtonElement>(call, '.send')!;
    expect(send.disabled).to.equal(true);
    await write(call, 'Hello');
    call.addEventListener('p2p-message-request', (event) => event.preventDefault());
    send.click();
    await settled(call);
    expect(field(call).value).to.equal('Hello');
  });

  it('keeps the text while more is waiting to be received than may wait', async () => {
    const waiting = Array.from({ length: 200 }, (_, index) => wrote('Ada', `${index}`, { pending: true }));
    const [call] = await showChat(...waiting);
    const asked = requestsAt(call, 'p2p-message-request');
    await write(call, 'One more');
    press(call, { key: 'Enter' });
    await settled(call);
    expect(asked).to.deep.equal([]);
    expect(field(call).value).to.equal('One more');
  });

  it('writes to one person, and never to everyone because that one has left', async () => {
    const [call] = await showChat();
    const asked = requestsAt(call, 'p2p-message-request');
    const readers = find<HTMLSelectElement>(call, 'select')!;
    expect([...readers.options].map(({ text }) => text)).to.deep.equal(['Everyone', 'Grace', 'Ji']);
    readers.value = 'Ji';
    readers.dispatchEvent(new Event('change', { bubbles: true }));
    await write(call, 'Only you');
    press(call, { key: 'Enter' });
    expect(asked).to.deep.equal([{ text: 'Only you', to: 'Ji' }]);
    await write(call, 'A secret');
    call.view.tell({ type: 'member-left', id: 'Ji', reason: 'left' });
    await settled(call);
    press(call, { key: 'Enter' });
    expect(asked).to.have.length(1);
    expect(readers.selectedOptions[0]?.text).to.equal('Has left the call');
    expect(find<HTMLButtonElement>(call, '.send')!.disabled).to.equal(true);
  });

  it('keeps what is being written when it is closed and opened again', async () => {
    const [call] = await showChat();
    await write(call, 'Half a sent');
    call.view.tell({ type: 'panel-changed', panel: undefined });
    await settled(call);
    call.view.tell(open);
    await settled(call);
    expect(field(call).value).to.equal('Half a sent');
  });

  it('follows what comes, unless someone reads further up, and then says so', async () => {
    const lines = Array.from({ length: 40 }, (_, index) => wrote(index % 2 ? 'Grace' : 'Ji', `Line ${index}`));
    const [call] = await showChat(...lines);
    const list = find(call, '.list')!;
    const left = (): number => list.scrollHeight - list.scrollTop - list.clientHeight;
    await until(() => left() < 2, 'it is read from the end');
    call.view.tell(wrote('Grace', 'One more'));
    await settled(call);
    expect(left()).to.be.below(2);
    list.scrollTop = 0;
    list.dispatchEvent(new Event('scroll'));
    call.view.tell(wrote('Grace', 'And another'));
    await settled(call);
    expect(list.scrollTop).to.equal(0);
    find<HTMLButtonElement>(call, '.newer')!.click();
    await settled(call);
    expect(left()).to.be.below(2);
    expect(find(call, '.newer')).to.equal(undefined);
  });

  it('is the one place where a screen reader does not hear messages by themselves', async () => {
    const [call] = await showChat(...chatFacts());
    expect(find(call, '[role=log]')?.getAttribute('aria-live')).to.equal('off');
    call.view.tell(wrote('Grace', 'Hello Ada'));
    await until(
      () => find(call, '[role=status]')?.textContent?.includes('Grace: Hello Ada'),
      'the live region of the call tells it',
    );
  });

  it('says what was read where a page shows it all the time', async () => {
    const call = await showCall([...joinedFacts(['Grace']), wrote('Grace', 'Hello')], {});
    const asked = requestsAt(call, 'p2p-read-request');
    const chat = document.createElement('p2p-chat');
    call.append(chat);
    await settled(call);
    await settled(chat);
    await until(() => asked.length > 0, 'it says that they were read');
    chat.remove();
    const hidden = document.createElement('p2p-chat');
    hidden.style.display = 'none';
    asked.length = 0;
    call.append(hidden);
    await settled(hidden);
    call.view.tell(wrote('Grace', 'Unseen'));
    await settled(hidden);
    expect(asked).to.deep.equal([]);
  });

  it('can be written to in a call alone', async () => {
    const call = await showCall([]);
    const chat = document.createElement('p2p-chat');
    call.append(chat);
    await settled(chat);
    const isClosed = (): boolean | undefined => find<HTMLTextAreaElement>(chat, 'textarea')?.readOnly;
    expect(isClosed()).to.equal(true);
    call.view.tell(...joinedFacts());
    await settled(chat);
    expect(isClosed()).to.equal(false);
    call.view.tell({ type: 'left', reason: 'left' });
    await settled(chat);
    expect(isClosed()).to.equal(true);
  });

  it('does nothing without a call', async () => {
    const chat = show(document.createElement('p2p-chat'));
    await settled(chat);
    expect(find<HTMLTextAreaElement>(chat, 'textarea')!.disabled).to.equal(true);
    expect(find(chat, '.none')?.textContent).to.include('No messages yet');
  });
});

describe('p2p-reactions', () => {
  it('rise over the tile of who reacts, and are not read out', async () => {
    const call = await showCall(joinedFacts(['Grace']));
    call.view.tell({ type: 'reaction-shown', reaction: { key: 1, from: 'Grace', emoji: '🎉' } });
    await settled(call);
    const [reaction] = findAll(call, '.reaction');
    const tile = (reaction!.getRootNode() as ShadowRoot).host.closest('.tile')!;
    expect(tile.getAttribute('aria-label')).to.equal('Video of Grace');
    expect(reaction!.textContent).to.equal('🎉');
    expect(reaction!.closest('[aria-hidden=true]')).to.not.equal(null);
    call.view.tell({ type: 'reaction-gone', key: 1 });
    await settled(call);
    expect(findAll(call, '.reaction')).to.deep.equal([]);
  });
});
