import { expect } from '@open-wc/testing';
import { createCall, createPair, newRoom, record, removeCalls, seenBy } from '../support/calls.js';
import { watchLiveThings } from '../support/live-things.js';
import { until } from '../support/until.js';

afterEach(removeCalls);

describe('a page that acts in the middle of an event', () => {
  for (const type of ['p2p-joined', 'p2p-participant-joined', 'p2p-state-change'] as const) {
    it(`leaves on ${type}, and nothing goes on`, async () => {
      const first = createCall({ room: newRoom(), name: 'Ada' });
      await first.join();
      const live = watchLiveThings();
      try {
        const second = createCall({ room: first.room ?? '', name: 'Bo' });
        second.addEventListener(type, () => void second.leave().catch(() => undefined));
        await second.join().catch(() => undefined);
        await until(() => second.state === 'left', 'it left');
        await until(() => first.participants.length === 1, 'the other sees nobody');
        second.remove();
        await until(() => second.state === 'idle', 'it ends');
        // The first call also closes the connection that it made for the second.
        await until(() => !('connections' in live.count()), 'no connection is left').catch(() => undefined);
        expect(live.count()).to.not.have.any.keys('connections', 'sockets', 'tracks');
      } finally {
        live.restore();
      }
    });
  }
});

describe('a call that is removed while it joins', () => {
  it('is nobody to the others', async () => {
    const first = createCall({ room: newRoom(), name: 'Ada' });
    await first.join();
    const joined = record(first, 'p2p-participant-joined');
    const second = createCall({ room: first.room ?? '', name: 'Bo', autojoin: '' });
    second.addEventListener('p2p-state-change', ({ detail }) => {
      if (detail.state === 'joining') second.remove();
    });
    await until(() => !second.isConnected, 'it is removed');
    await until(() => second.state === 'idle', 'it ends');
    // The next participant is the second one, not the third.
    const third = createCall({ room: first.room ?? '', name: 'Cy' });
    await third.join();
    await until(() => first.participants.some((one) => one.name === 'Cy'), 'the third is seen');
    await until(() => first.participants.length === 2, 'nobody else is there');
    expect(joined.at(-1)?.detail.participant.name).to.equal('Cy');
  });
});

describe('a call outside the document', () => {
  it('starts nothing', async () => {
    const live = watchLiveThings();
    try {
      const call = createCall({ room: newRoom() });
      call.remove();
      await until(() => call.state === 'idle', 'it ends');
      call.room = newRoom();
      await call.updateComplete;
      const code = await call.join().catch((error: { code: string }) => error.code);
      expect(code).to.equal('not-joined');
      await until(() => Object.keys(live.count()).length === 0, 'nothing is left').catch(() => undefined);
      expect(live.count()).to.deep.equal({});
    } finally {
      live.restore();
    }
  });
});

describe('the sound of a participant', () => {
  it('goes on when the connection is made anew', async () => {
    const played: HTMLAudioElement[] = [];
    const create = document.createElement.bind(document);
    document.createElement = ((tag: string, options?: ElementCreationOptions) => {
      const element = create(tag, options);
      if (element instanceof HTMLAudioElement) played.push(element);
      return element;
    }) as typeof document.createElement;
    const connections: RTCPeerConnection[] = [];
    const Real = RTCPeerConnection;
    window.RTCPeerConnection = class extends Real {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        connections.push(this);
      }
    };
    try {
      const [first, second] = await createPair();
      await until(() => played.length === 2 && played.every((sink) => !sink.paused), 'both are heard');
      const before = connections.length;
      // As when the network dies: this end is gone, and no peer was notified.
      connections.find(({ connectionState }) => connectionState === 'connected')?.close();
      await until(() => connections.length > before, 'a new connection is made');
      await until(() => seenBy(first, second)?.connection === 'connected', 'the first is connected again');
      await until(() => seenBy(second, first)?.connection === 'connected', 'the second is connected again');
      for (const sink of played) {
        await until(() => !sink.paused && !sink.ended, 'it plays');
        const at = sink.currentTime;
        await until(() => sink.currentTime > at, 'sound goes on');
      }
    } finally {
      window.RTCPeerConnection = Real;
      Reflect.deleteProperty(document, 'createElement');
    }
  });
});
