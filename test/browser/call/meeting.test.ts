import { expect } from '@open-wc/testing';
import {
  createCall,
  createPair,
  newRoom,
  picturesFlow,
  record,
  removeCalls,
  seenBy,
  stageOf,
} from '../support/calls.js';
import { until } from '../support/until.js';

afterEach(removeCalls);

describe('two calls in one room', () => {
  it('see each other move', async () => {
    const [first, second] = await createPair();
    await Promise.all([picturesFlow(first, second), picturesFlow(second, first)]);
  });

  it('know name, metadata, sources and order of each other', async () => {
    const room = newRoom();
    const first = createCall({ room, name: ' Ada\u202e ', metadata: '{"seat":4}' });
    await first.join();
    const second = createCall({ room, name: 'Bo', mic: 'off', camera: 'off' });
    await second.join();
    const ada = await until(() => seenBy(second, first), 'the second sees the first');
    expect(ada.name).to.equal('Ada');
    expect(ada.metadata).to.deep.equal({ seat: 4 });
    expect(ada.role).to.equal('host');
    await until(() => seenBy(second, first)?.camera === 'on', 'the camera of the first is known');
    await until(() => seenBy(second, first)?.microphone === 'on', 'the microphone of the first is known');
    await until(() => seenBy(first, second)?.connection === 'connected', 'they are connected');
    expect(seenBy(first, second)?.camera).to.equal('off');
    expect(seenBy(first, second)?.microphone).to.equal('off');
    expect(second.participants.map((participant) => participant.self)).to.deep.equal([true, false]);
  });

  it('are drawn when joining has ended', async () => {
    const [first] = await createPair();
    const third = createCall({ room: first.room ?? '', name: 'Cy' });
    await third.join();
    await third.updateComplete;
    expect(!!stageOf(third)?.querySelector('p2p-grid')).to.equal(true);
  });

  it('hear of joining and leaving', async () => {
    const joined = record(document, 'p2p-participant-joined');
    const left = record(document, 'p2p-participant-left');
    const [first, second] = await createPair();
    expect(joined.map((event) => event.target)).to.include.members([first, second]);
    const id = second.self?.id;
    const ended = record(second, 'p2p-left');
    await second.leave();
    expect(ended.map((event) => event.detail.reason)).to.deep.equal(['left']);
    expect(second.state).to.equal('left');
    await until(() => left.length > 0, 'the first hears that the second left');
    expect(left[0]?.detail.participant.id).to.equal(id);
    expect(left[0]?.detail.reason).to.equal('left');
    await until(() => first.participants.length === 1, 'the first is alone');
    expect(first.matches(':state(alone)')).to.equal(true);
  });

  it('follow mute and camera without a new negotiation', async () => {
    const [first, second] = await createPair();
    const changes = record(first, 'p2p-microphone-change');
    await first.setMicrophone(false);
    await until(() => seenBy(second, first)?.microphone === 'off', 'the second sees the mute');
    await first.setMicrophone(true);
    await until(() => seenBy(second, first)?.microphone === 'on', 'the second sees the microphone again');
    expect(changes.map((event) => event.detail)).to.deep.equal([
      { on: false, by: 'user' },
      { on: true, by: 'user' },
    ]);
    await first.setCamera(false);
    await until(() => seenBy(second, first)?.camera === 'off', 'the camera is off');
    await first.setCamera(true);
    await until(() => seenBy(second, first)?.camera === 'on', 'the camera is on');
    await picturesFlow(second, first);
  });

  it('exchange values of the page', async () => {
    const [first, second] = await createPair();
    const received = record(second, 'p2p-data');
    await first.sendData({ hello: ['world', 1, null] });
    await until(() => received.length > 0, 'the value arrives');
    expect(received[0]?.detail).to.deep.equal({ from: first.self?.id, value: { hello: ['world', 1, null] } });
  });
});

describe('three calls in one room', () => {
  it('all see each other, also the one who came late', async () => {
    const [first, second] = await createPair();
    const third = createCall({ room: first.room ?? '', name: 'Cy' });
    await third.join();
    await Promise.all([
      picturesFlow(third, first),
      picturesFlow(third, second),
      picturesFlow(first, third),
      picturesFlow(second, third),
      picturesFlow(first, second),
    ]);
  });

  it('all meet when they join at the same moment', async () => {
    const room = newRoom();
    const calls = ['Ada', 'Bo', 'Cy'].map((name) => createCall({ room, name, autojoin: '' }));
    for (const call of calls) {
      for (const other of calls) {
        if (call !== other) await until(() => seenBy(call, other)?.connection === 'connected', 'everyone is connected');
      }
    }
    for (const call of calls) {
      for (const other of calls) if (call !== other) await picturesFlow(call, other);
    }
  });
});
