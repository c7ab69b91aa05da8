import { expect } from '@open-wc/testing';
import type { P2PCall } from '../../../src/index.js';
import { createCall, createPair, record, removeCalls, seenBy } from '../support/calls.js';
import { until } from '../support/until.js';

afterEach(removeCalls);

const connections: RTCPeerConnection[] = [];
const RealConnection = window.RTCPeerConnection;

before(() => {
  window.RTCPeerConnection = class extends RealConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      connections.push(this);
    }
  };
});
after(() => {
  window.RTCPeerConnection = RealConnection;
});

function textsAt(call: P2PCall): { texts: () => string[] } {
  const messages = record(call, 'p2p-message');
  return { texts: () => messages.map(({ detail }) => detail.text) };
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'none',
    (error: unknown) => String(Object(error).code),
  );
}

describe('the chat of a call', () => {
  it('reaches everyone, or one alone, and those who come late', async () => {
    const [first, second] = await createPair();
    const [atFirst, atSecond] = [textsAt(first), textsAt(second)];
    await first.sendMessage('Hello\nBo');
    await second.sendMessage('Hello Ada');
    await until(() => atFirst.texts().length === 2 && atSecond.texts().length === 2, 'both have both messages');
    const third = createCall({ room: first.room ?? '', name: 'Cy' });
    const [atThird, history] = [textsAt(third), record(third, 'p2p-message')];
    await third.join();
    await until(() => atThird.texts().length === 2, 'the third has the chat so far');
    expect(atThird.texts()).to.include.members(['Hello\nBo', 'Hello Ada']);
    expect(history.find(({ detail }) => detail.text === 'Hello Ada')?.detail.from).to.equal(second.self?.id);

    await third.sendMessage('Only Ada', { to: first.self?.id ?? '' });
    await third.sendMessage('Everyone');
    await until(() => atFirst.texts().includes('Everyone') && atSecond.texts().includes('Everyone'), 'it arrives');
    expect(atFirst.texts()).to.include('Only Ada');
    expect(atSecond.texts()).to.not.include('Only Ada');
    expect(await codeOf(first.sendMessage(''))).to.equal('bad-value');
    expect(await codeOf(first.sendMessage('Hello', { to: 'nobody' }))).to.equal('peer-unreachable');
  });

  it('loses nothing that is written while the connection breaks, and has it once and in order', async () => {
    const [first, second] = await createPair();
    const atSecond = textsAt(second);
    await first.sendMessage('one');
    await until(() => atSecond.texts().length === 1, 'the first message arrives');
    const broken = connections.filter(({ connectionState }) => connectionState === 'connected');
    for (const connection of broken) connection.close();
    for (const text of ['two', 'three', 'four']) await first.sendMessage(text);
    await until(() => atSecond.texts().length >= 4, 'the others arrive over a new connection');
    await first.sendMessage('five');
    await until(() => atSecond.texts().includes('five'), 'the last arrives');
    expect(atSecond.texts()).to.deep.equal(['one', 'two', 'three', 'four', 'five']);
  });
});

describe('reactions and hands', () => {
  it('are seen by the others', async () => {
    const [first, second] = await createPair();
    const reactions = record(second, 'p2p-reaction');
    const hands = record(second, 'p2p-hand-change');
    await first.react('🎉');
    await first.setHand(true);
    expect(first.matches(':state(hand-raised)')).to.equal(true);
    await until(() => reactions.length > 0 && hands.length > 0, 'both arrive');
    const id = first.self?.id;
    expect(reactions[0]?.detail).to.deep.equal({ from: id, emoji: '🎉' });
    expect(hands[0]?.detail).to.deep.equal({ id, raised: true });
    expect(seenBy(second, first)?.handRaised).to.equal(true);
    const third = createCall({ room: first.room ?? '', name: 'Cy' });
    await third.join();
    await until(() => seenBy(third, first)?.handRaised, 'whoever comes late sees the hand');
    await first.setHand(false);
    await until(() => hands.length === 2, 'the hand goes down');
    expect(hands[1]?.detail).to.deep.equal({ id, raised: false });
    expect(await codeOf(first.react('<b>'))).to.equal('bad-value');
    await first.leave();
    expect(await codeOf(first.setHand(true))).to.equal('not-joined');
  });

  it('answer requests, which a page can prevent', async () => {
    const [first] = await createPair();
    const hands = record(first, 'p2p-hand-change');
    const request = (type: string, detail: object): void => {
      first.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, cancelable: true }));
    };
    request('p2p-hand-request', {});
    await until(() => hands.length === 1, 'the hand is up');
    first.addEventListener('p2p-reaction-request', (event) => event.preventDefault(), { once: true });
    const reactions = record(first, 'p2p-reaction');
    request('p2p-reaction-request', { emoji: '👎' });
    request('p2p-reaction-request', { emoji: '👍' });
    const messages = record(first, 'p2p-message');
    request('p2p-message-request', { text: 'Hello' });
    await until(() => reactions.length > 0 && messages.length > 0, 'both are answered');
    expect(reactions.map(({ detail }) => detail.emoji)).to.deep.equal(['👍']);
  });
});
