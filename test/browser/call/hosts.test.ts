import { expect } from '@open-wc/testing';
import type { P2PCall } from '../../../src/components/p2p-call/p2p-call.js';
import { createCall, createPair, newRoom, picturesFlow, record, removeCalls, seenBy } from '../support/calls.js';
import { until } from '../support/until.js';

afterEach(removeCalls);

const idOf = (call: P2PCall): string => call.self?.id ?? '';
const refusalOf = (act: Promise<void>): Promise<unknown> => act.then(() => undefined).catch((error: unknown) => error);

describe('a host', () => {
  it('mutes another, who may speak again', async () => {
    const [ada, bo] = await createPair();
    await until(() => seenBy(ada, bo)?.microphone === 'on', 'the host hears the other');
    const changes = record(bo, 'p2p-microphone-change');
    await ada.askToMute(idOf(bo));
    await until(() => seenBy(ada, bo)?.microphone === 'off', 'the host sees the mute');
    expect(changes.map((event) => event.detail)).to.deep.equal([{ on: false, by: 'host' }]);
    expect(bo.matches(':state(mic-on)')).to.equal(false);
    await bo.setMicrophone(true);
    await until(() => seenBy(ada, bo)?.microphone === 'on', 'the host sees that the other speaks again');
  });

  it('removes one of three; the others are told why, and go on', async () => {
    const [ada, bo] = await createPair({ mic: 'off' });
    const cy = createCall({ room: ada.room ?? '', name: 'Cy' });
    await cy.join();
    await until(() => seenBy(cy, ada)?.connection === 'connected', 'the third is connected');
    await until(() => seenBy(bo, cy)?.connection === 'connected', 'all are connected');
    const [seen, ended] = [record(bo, 'p2p-participant-left'), record(cy, 'p2p-left')];
    const cyId = idOf(cy);
    await ada.removeParticipant(cyId);
    await until(() => cy.state === 'left', 'the removed one is out');
    expect(ended.map((event) => event.detail.reason)).to.deep.equal(['removed']);
    await until(() => seen.length > 0, 'the others are told');
    expect(seen.map(({ detail }) => [detail.participant.id, detail.reason])).to.deep.equal([[cyId, 'removed']]);
    expect(cy.isConnected).to.equal(true);
    await picturesFlow(bo, ada);
  });

  it('hands the role over, and has none of its powers any more', async () => {
    const [ada, bo] = await createPair({ camera: 'off' });
    await ada.makeHost(idOf(bo));
    await until(() => bo.self?.role === 'host' && ada.self?.role === 'guest', 'the roles have changed');
    await until(() => seenBy(ada, bo)?.role === 'host', 'the old host sees the new one');
    expect(await refusalOf(ada.removeParticipant(idOf(bo)))).to.include({ name: 'CallError', code: 'not-host' });
    await bo.removeParticipant(idOf(ada));
    await until(() => ada.state === 'left', 'the new host has removed the old one');
  });

  it('ends the call for everyone', async () => {
    const [ada, bo] = await createPair({ camera: 'off' });
    const ended = record(document, 'p2p-left');
    await ada.endForAll();
    await until(() => ended.length === 2, 'both are out');
    expect(ended.map((event) => event.detail.reason)).to.deep.equal(['ended', 'ended']);
    expect([ada.state, bo.state]).to.deep.equal(['left', 'left']);
  });

  it('is asked for by requests, too', async () => {
    const [ada, bo] = await createPair({ camera: 'off' });
    const ask = (type: string, detail: object): boolean =>
      ada.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable: true }));
    ask('p2p-mute-request', { id: idOf(bo) });
    await until(() => bo.self?.microphone === 'off', 'the other is muted');
    ask('p2p-host-request', { id: idOf(bo) });
    await until(() => bo.self?.role === 'host', 'the other is host');
    bo.addEventListener('p2p-end-request', (event) => event.preventDefault(), { once: true });
    bo.dispatchEvent(new CustomEvent('p2p-end-request', { detail: {}, cancelable: true }));
    bo.dispatchEvent(new CustomEvent('p2p-remove-request', { detail: { id: idOf(ada) }, cancelable: true }));
    await until(() => ada.state === 'left', 'the first is removed');
    expect(bo.state).to.equal('joined');
  });
});

describe('a guest', () => {
  it('is refused each of it', async () => {
    const [ada, bo] = await createPair({ camera: 'off' });
    const acts = [bo.askToMute(idOf(ada)), bo.removeParticipant(idOf(ada)), bo.makeHost(idOf(bo)), bo.endForAll()];
    for (const act of acts) expect(await refusalOf(act)).to.include({ name: 'CallError', code: 'not-host' });
    expect([ada.state, bo.state]).to.deep.equal(['joined', 'joined']);
  });
});

describe('remove', () => {
  it('takes the element from the page, as it does of any element', async () => {
    const [ada] = await createPair({ camera: 'off' });
    expect(ada.remove()).to.equal(undefined);
    expect(ada.isConnected).to.equal(false);
  });

  it('does so as a listener, too', async () => {
    const [ada, bo] = await createPair({ camera: 'off' });
    ada.addEventListener('animationend', ada.remove);
    ada.dispatchEvent(new Event('animationend'));
    expect(ada.isConnected).to.equal(false);
    expect(bo.isConnected).to.equal(true);
  });

  it('does so with anything that is the id of nobody in the call', async () => {
    for (const value of ['nobody', '', 7, undefined, {}]) {
      const call = createCall({ room: newRoom() });
      (call.remove as (value: unknown) => unknown)(value);
      expect(call.isConnected, String(value)).to.equal(false);
    }
  });

  it('still removes a participant by id', async () => {
    const [ada, bo] = await createPair({ camera: 'off' });
    await ada.remove(idOf(bo));
    await until(() => bo.state === 'left', 'the other is out');
    expect([ada.isConnected, bo.isConnected]).to.deep.equal([true, true]);
  });
});
