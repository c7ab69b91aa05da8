import { expect } from '@open-wc/testing';
import {
  createCall,
  createPair,
  framesShown,
  newRoom,
  picturesFlow,
  record,
  removeCalls,
  seenBy,
  stageOf,
} from '../support/calls.js';
import { until } from '../support/until.js';
import { type LiveThings, watchLiveThings } from '../support/live-things.js';

afterEach(removeCalls);

describe('what a call leaves behind', () => {
  let live: LiveThings;
  beforeEach(() => (live = watchLiveThings()));
  afterEach(() => live.restore());

  it('is nothing, after joining and leaving 50 times', async function fifty() {
    this.timeout(600_000);
    const room = newRoom();
    const other = createCall({ room, name: 'Ada' });
    await other.join();
    await until(() => stageOf(other)?.querySelector('p2p-controls:defined'), 'the toolbar');
    // At rest: its camera and microphone are on, and only the heartbeat and the next look at the levels wait.
    await until(() => live.count()['tracks'] === 2 && live.count()['timers'] === 2, 'the other is at rest');
    const before = live.count();
    for (let round = 0; round < 50; round += 1) {
      const call = createCall({ room, name: `Bo ${round}` });
      await call.join();
      // Every fifth call stays until the two are connected; the others leave while they connect.
      if (round % 5 === 0) await until(() => seenBy(call, other)?.connection === 'connected', 'they are connected');
      if (round % 2 === 0) await call.leave();
      call.remove();
      await until(() => call.state === 'idle', 'a removed call ends');
    }
    await until(() => other.participants.length === 1, 'the other is alone again');
    await until(() => JSON.stringify(live.count()) === JSON.stringify(before), 'all is as before').catch(
      () => undefined,
    );
    expect(live.count()).to.deep.equal(before);

    other.remove();
    await until(() => Object.keys(live.count()).length === 0, 'nothing is left').catch(() => undefined);
    expect(live.count()).to.deep.equal({});
  });

  it('is nothing, when it is removed on the pre-join screen', async () => {
    const call = createCall({ room: newRoom() });
    await until(() => call.matches(':state(camera-on)'), 'the camera is on');
    expect(live.count()).to.include({ tracks: 2 });
    call.remove();
    await until(() => Object.keys(live.count()).length === 0, 'nothing is left').catch(() => undefined);
    expect(live.count()).to.deep.equal({});
  });

  it('is nothing, when it is removed while it asks for the camera', async () => {
    const call = createCall({ room: newRoom() });
    await call.updateComplete;
    call.remove();
    await until(() => call.state === 'idle', 'it ends');
    await until(() => Object.keys(live.count()).length === 0, 'nothing is left').catch(() => undefined);
    expect(live.count()).to.deep.equal({});
  });

  it('is no light: a camera that is off is stopped', async () => {
    const call = createCall({ room: newRoom() });
    await call.join();
    await until(() => live.count()['tracks'] === 2, 'both are on');
    await call.setCamera(false);
    expect(live.count()).to.include({ tracks: 1 });
    await call.setMicrophone(false);
    expect(live.count()).to.not.have.property('tracks');
    await call.setCamera(true);
    expect(live.count()).to.include({ tracks: 1 });
    await call.leave();
    expect(live.count()).to.not.have.property('tracks');
    expect(live.count()).to.not.have.property('connections');
  });
});

describe('moving a call on the page', () => {
  it('keeps it', async () => {
    const [first, second] = await createPair();
    const changes = [record(first, 'p2p-state-change'), record(second, 'p2p-participant-left')];
    const id = first.self?.id;
    const place = document.createElement('section');
    document.body.append(place);
    place.append(first);
    await picturesFlow(first, second);
    // Removed, and inserted again before the task ends.
    first.remove();
    await Promise.resolve();
    document.body.prepend(first);
    await Promise.all([picturesFlow(first, second), picturesFlow(second, first)]);
    expect(first.self?.id).to.equal(id);
    expect(changes.flat()).to.deep.equal([]);
    place.remove();
  });

  it('keeps the pictures in its tiles moving', async () => {
    const [first] = await createPair();
    const section = document.createElement('section');
    document.body.append(section);
    section.append(first);
    const grid = await until(() => stageOf(first)?.querySelector('p2p-grid'), 'the grid');
    const tile = await until(() => grid.shadowRoot?.querySelector('p2p-video-tile:not([participant=""])'), 'a tile');
    const video = await until(() => tile.shadowRoot?.querySelector('video'), 'a video');
    await until(() => !video.paused, 'the video plays after the move');
    await framesShown(video.srcObject as MediaStream, 2);
    section.replaceWith(first);
  });
});

describe('removing a call', () => {
  it('ends it for the others at once', async () => {
    const [first, second] = await createPair();
    const left = record(second, 'p2p-participant-left');
    first.remove();
    await until(() => left.length === 1, 'the other hears of it');
    expect(left[0]?.detail.reason).to.equal('left');
    await until(() => first.state === 'idle', 'it is idle');
  });

  it('lets it be inserted again', async () => {
    const [first, second] = await createPair();
    first.remove();
    await until(() => first.state === 'idle', 'it is idle');
    document.body.append(first);
    await until(() => first.state === 'prejoin', 'it shows the pre-join screen');
    await first.join();
    await picturesFlow(second, first);
  });
});

describe('two calls on one page', () => {
  it('do not touch each other', async () => {
    const [first, second] = await createPair();
    const [third, fourth] = await createPair();
    await first.leave();
    expect(third.participants.length).to.equal(2);
    await picturesFlow(third, fourth);
    expect(second.room).to.not.equal(third.room);
  });
});

describe('changing the room of a call', () => {
  it('leaves the old one and joins the new one', async () => {
    const [first, second] = await createPair();
    const left = record(first, 'p2p-left');
    const other = createCall({ room: newRoom(), name: 'Cy' });
    await other.join();
    first.setAttribute('room', other.room ?? '');
    await until(() => seenBy(first, other)?.connection === 'connected', 'it meets those in the new room');
    expect(left.map((event) => event.detail.reason)).to.deep.equal(['room-changed']);
    await until(() => second.participants.length === 1, 'it is gone from the old room');
    await picturesFlow(other, first);
  });
});
