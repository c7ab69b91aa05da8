import { expect } from '@open-wc/testing';
import type { P2PCall } from '../../../src/components/p2p-call/p2p-call.js';
import type { TrackSource } from '../../../src/core/source.js';
import {
  createCall,
  createPair,
  framesShown,
  newRoom,
  picturesFlow,
  record,
  removeCalls,
  seenBy,
} from '../support/calls.js';
import { capturedSound, type FakeScreen, fakeScreen } from '../support/fake-screen.js';
import { until } from '../support/until.js';
import { type WatchedConnections, watchConnections } from '../support/watch-connections.js';

let screen: FakeScreen | undefined;
let connections: WatchedConnections | undefined;
afterEach(async () => {
  await removeCalls();
  screen?.restore();
  connections?.restore();
  screen = connections = undefined;
});

function shared(call: P2PCall, other: P2PCall, source: TrackSource = 'screen'): MediaStream | undefined {
  return call.streamOf(other.self?.id ?? '', source);
}

async function screenFlows(call: P2PCall, other: P2PCall): Promise<void> {
  await until(() => seenBy(call, other)?.screen === 'on', 'the other is told of the screen');
  await framesShown(await until(() => shared(call, other), 'a stream of the screen'), 3);
}

describe('setScreen', () => {
  it('shows the screen to the other beside the camera, without a new negotiation', async () => {
    screen = fakeScreen();
    connections = watchConnections();
    const [first, second] = await createPair();
    const negotiated = connections.descriptions;
    const changes = record(first, 'p2p-screen-change');
    await first.setScreen(true);
    expect(first.matches(':state(screen-on)')).to.equal(true);
    expect(first.self?.screen).to.equal('on');
    expect(first.streamOf(first.self?.id ?? '', 'screen')?.getVideoTracks()).to.have.length(1);
    await screenFlows(second, first);
    await picturesFlow(second, first);
    const [track] = screen.tracks;
    await first.setScreen(false);
    expect(track?.readyState).to.equal('ended');
    expect(first.matches(':state(screen-on)')).to.equal(false);
    expect(first.streamOf(first.self?.id ?? '', 'screen')).to.equal(undefined);
    await until(() => seenBy(second, first)?.screen === 'off', 'the other is told that it is over');
    await picturesFlow(second, first);
    expect(changes.map((event) => event.detail)).to.deep.equal([
      { on: true, by: 'user' },
      { on: false, by: 'user' },
    ]);
    expect(connections.descriptions).to.equal(negotiated);
    expect(negotiated).to.be.above(1);
  });

  it('lets several share at once, and reaches those who come later', async () => {
    screen = fakeScreen();
    const [first, second] = await createPair({ camera: 'off' });
    await first.setScreen(true);
    await second.setScreen(true);
    await Promise.all([screenFlows(second, first), screenFlows(first, second)]);
    const third = createCall({ room: first.room ?? '', name: 'Cy', camera: 'off' });
    await third.join();
    await Promise.all([screenFlows(third, first), screenFlows(third, second)]);
  });

  it('carries the sound of what is shared, beside the voice', async () => {
    screen = fakeScreen({ sound: await capturedSound() });
    connections = watchConnections();
    const [first, second] = await createPair({ mic: 'off', camera: 'off' });
    await first.setScreen(true);
    await screenFlows(second, first);
    const sound = await until(() => shared(second, first, 'screen-sound'), 'a stream of the sound');
    const [track] = sound.getTracks();
    const { packetsOf } = connections;
    await until(async () => (await packetsOf(track)) > 25, 'half a second of sound arrives');
    expect(shared(second, first, 'microphone')?.getTracks()).to.not.include(track);
    screen.stopFromOutside('audio');
    expect(first.self?.screen).to.equal('on');
    await screenFlows(second, first);
  });

  it('works in a call that has no cameras', async () => {
    screen = fakeScreen();
    const [first, second] = await createPair({ 'audio-only': '' });
    await first.setScreen(true);
    await screenFlows(second, first);
  });

  it('ends with what the person does in the browser’s own bar', async () => {
    screen = fakeScreen();
    const [first, second] = await createPair();
    const changes = record(first, 'p2p-screen-change');
    await first.setScreen(true);
    await until(() => seenBy(second, first)?.screen === 'on', 'the other sees the screen');
    screen.stopFromOutside();
    await until(() => seenBy(second, first)?.screen === 'off', 'the other is told');
    expect(changes.map((event) => event.detail)).to.deep.equal([
      { on: true, by: 'user' },
      { on: false, by: 'system' },
    ]);
    await first.setScreen(true);
    await screenFlows(second, first);
    expect(screen.asked).to.equal(2);
  });

  it('rejects with `screen-denied` where it was refused, and works the next time', async () => {
    screen = fakeScreen({ refused: 'NotAllowedError' });
    const call = createCall({ room: newRoom() });
    await call.join();
    const errors = record(call, 'p2p-error');
    const refusal = await call.setScreen(true).catch((error: unknown) => error);
    expect(refusal).to.include({ name: 'CallError', code: 'screen-denied', fatal: false, subject: 'screen' });
    expect(errors.map((event) => event.detail.error)).to.deep.equal([refusal]);
    expect(call.self?.screen).to.equal('off');
    screen.restore();
    screen = fakeScreen();
    await call.setScreen(true);
    expect(call.self?.screen).to.equal('on');
    expect(call.error).to.equal(undefined);
  });

  it('rejects outside a call', async () => {
    screen = fakeScreen();
    const call = createCall({ room: newRoom() });
    const refusal = await call.setScreen(true).catch((error: unknown) => error);
    expect(refusal).to.include({ code: 'not-joined' });
    expect(screen.asked).to.equal(0);
  });

  it('stops with the call, also where the person chooses only after it', async () => {
    screen = fakeScreen();
    const call = createCall({ room: newRoom() });
    await call.join();
    await call.setScreen(true);
    const [shownTrack] = screen.tracks;
    await call.leave();
    expect(shownTrack?.readyState).to.equal('ended');
    await call.join();
    // The part that is loaded after joining is here too, so the browser is asked at once.
    await call.setHand(true);
    const late = call.setScreen(true);
    await call.leave();
    await late;
    expect(screen.tracks.map((track) => track.readyState)).to.deep.equal(['ended']);
  });
});

describe('p2p-screen-request', () => {
  it('toggles the screen, without leaving the click that asks for it', async () => {
    screen = fakeScreen();
    const call = createCall({ room: newRoom() });
    await call.join();
    // The part that is loaded after joining is here too.
    await call.setHand(true);
    const ask = (detail: object): boolean =>
      call.dispatchEvent(
        new CustomEvent('p2p-screen-request', { detail, bubbles: true, composed: true, cancelable: true }),
      );
    ask({});
    // A click expires within seconds, in some browsers at the first wait, so only microtasks may lie in between.
    await Promise.resolve();
    expect(screen.asked).to.equal(1);
    await until(() => call.self?.screen === 'on', 'the screen is shared');
    ask({});
    await until(() => call.self?.screen === 'off', 'the screen is not shared');
    ask({ on: false });
    expect(screen.asked).to.equal(1);
  });
});

describe('the browser’s own capture', () => {
  it('is what is shared', async function ownCapture(this: Mocha.Context) {
    // Firefox finds nothing to share where there is no display.
    if (navigator.userAgent.includes('Firefox')) this.skip();
    const [first, second] = await createPair();
    await first.setScreen(true);
    await screenFlows(second, first);
  });
});
