import { expect } from '@open-wc/testing';
import { createCall, createPair, picturesFlow, record, removeCalls, seenBy } from '../support/calls.js';
import { until } from '../support/until.js';
import { roomServer } from '../support/environment.js';
import { allowConsole } from '../support/quiet-console.js';

afterEach(removeCalls);

describe('a call whose room server is killed and started again', () => {
  it('goes on, and nobody in it notices', async () => {
    // The browser logs every socket that it cannot open.
    allowConsole(/WebSocket|can’t establish a connection/u);
    const [first, second] = await createPair();
    const [firstId, secondId] = [first.self?.id, second.self?.id];
    const noticed = [
      record(document, 'p2p-state-change'),
      record(document, 'p2p-participant-joined'),
      record(document, 'p2p-participant-left'),
      record(document, 'p2p-connection-change'),
      record(document, 'p2p-error'),
    ];

    await roomServer('stop');
    await Promise.all([picturesFlow(first, second), picturesFlow(second, first)]);
    // The mute state travels between the peers, not through the server.
    await first.setMicrophone(false);
    await until(() => seenBy(second, first)?.microphone === 'off', 'the second sees the mute');
    await roomServer('start');

    // A third participant sees both, so both are members again.
    const third = createCall({ room: first.room ?? '', name: 'Cy' });
    await third.join();
    await Promise.all([picturesFlow(third, first), picturesFlow(third, second), picturesFlow(second, third)]);
    expect([first.self?.id, second.self?.id]).to.deep.equal([firstId, secondId]);
    const ofTheTwo = noticed.flat().filter((event) => event.target !== third && 'detail' in event);
    const aboutTheThird = ofTheTwo.filter((event) => JSON.stringify(event.detail).includes(third.self?.id ?? '-'));
    expect(ofTheTwo.filter((event) => !aboutTheThird.includes(event)).map((event) => event.type)).to.deep.equal([]);
    await picturesFlow(first, second);

    // Leaving works as usual.
    await third.leave();
    await until(() => first.participants.length === 2 && second.participants.length === 2, 'the third is gone');
  });

  it('lets someone in who joins while it is down', async () => {
    allowConsole(/WebSocket|can’t establish a connection/u);
    const [first] = await createPair();
    await roomServer('stop');
    const late = createCall({ room: first.room ?? '', name: 'Dee' });
    const joined = late.join();
    await until(() => late.error?.code === 'server-unreachable', 'the late one hears why nothing happens');
    expect(late.state).to.equal('joining');
    await roomServer('start');
    await joined;
    expect(late.error).to.equal(undefined);
    await picturesFlow(late, first);
  });
});

describe('a call that is alone when its room server goes away', () => {
  it('says reconnecting and comes back', async () => {
    allowConsole(/WebSocket|can’t establish a connection/u);
    const call = createCall({ room: `alone ${Math.random()}`, name: 'Ada' });
    await call.join();
    await roomServer('stop');
    await until(() => call.state === 'reconnecting', 'the call says that it is cut off');
    await roomServer('start');
    await until(() => call.state === 'joined', 'the call is back');
  });
});
