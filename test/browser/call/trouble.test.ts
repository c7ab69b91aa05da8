import { expect } from '@open-wc/testing';
import type { P2PCall } from '../../../src/index.js';
import { breakDevices, watchDevices } from '../support/broken-devices.js';
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
import { roomServerUrl } from '../support/environment.js';
import { allowConsole } from '../support/quiet-console.js';

afterEach(removeCalls);

/** What a person can read in the built-in interface. */
function words(call: P2PCall): string {
  const texts: string[] = [];
  const read = (node: Node): void => {
    if (node.nodeType === Node.TEXT_NODE) texts.push(node.nodeValue ?? '');
    if (node instanceof HTMLStyleElement) return;
    if (node instanceof HTMLElement && node.shadowRoot) read(node.shadowRoot);
    node.childNodes.forEach(read);
  };
  if (call.shadowRoot) read(call.shadowRoot);
  return texts.join(' ').replace(/\s+/gu, ' ').trim();
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'none',
    (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : String(error)),
  );
}

describe('a call with bad input', () => {
  it('has no room: says so, and starts when it gets one', async () => {
    const errors = record(document, 'p2p-error');
    const call = document.createElement('p2p-call');
    document.body.append(call);
    await until(() => errors.length > 0, 'an error');
    expect(errors[0]?.detail.error.code).to.equal('bad-room');
    expect(call.state).to.equal('idle');
    await until(() => words(call) !== '', 'it says why');
    expect(await codeOf(call.join())).to.equal('bad-room');
    call.server = roomServerUrl;
    call.setAttribute('room', newRoom());
    await until(() => call.state === 'prejoin', 'it starts');
    expect(call.error).to.equal(undefined);
    call.remove();
    await until(() => call.state === 'idle', 'it ends');
  });

  for (const [what, room] of Object.entries({
    'of 10,000 characters': 'x'.repeat(10_000),
    'of white space': ' \n\t ',
  })) {
    it(`has a room ${what}: fails with bad-room`, async () => {
      const errors = record(document, 'p2p-error');
      const call = createCall({ room });
      await until(() => call.state === 'failed', 'it fails');
      expect(errors.map((event) => event.detail.error.code)).to.deep.equal(['bad-room']);
      expect(errors[0]?.detail.error.fatal).to.equal(true);
      expect(await codeOf(call.join())).to.equal('bad-room');
      await until(() => words(call) !== '', 'it says why');
    });
  }

  for (const server of ['ftp://no where', 'ht!tp://calls.example.com']) {
    it(`has a server that is no address, ${server}: fails with server-unreachable`, async () => {
      const call = createCall({ room: newRoom(), server });
      await until(() => call.state === 'failed', 'it fails');
      expect(call.error?.code).to.equal('server-unreachable');
    });
  }

  it('has a server that does not answer: says so, and goes on trying', async () => {
    allowConsole(/WebSocket|can’t establish a connection/u);
    const call = createCall({ room: newRoom(), server: 'http://127.0.0.1:9' });
    const errors = record(call, 'p2p-error');
    const joined = codeOf(call.join());
    await until(() => errors.length > 0, 'an error');
    expect(errors[0]?.detail.error.code).to.equal('server-unreachable');
    expect(call.state).to.equal('joining');
    await until(() => words(call) !== '', 'it says why');
    await call.leave();
    expect(await joined).to.equal('aborted');
  });

  it('keeps the screen that Join was pressed on for a moment, and only that one', async () => {
    allowConsole(/WebSocket|can’t establish a connection/u);
    const shows = (call: P2PCall): boolean => !!stageOf(call)?.querySelector('p2p-prejoin');
    const call = createCall({ room: newRoom(), server: 'http://127.0.0.1:9' });
    await until(() => shows(call), 'the first screen');
    const joined = codeOf(call.join());
    await until(() => call.state === 'joining', 'it is joining');
    await call.updateComplete;
    expect(shows(call)).to.equal(true);
    await until(() => words(call).includes('Joining…') && !shows(call), 'it says so when it takes longer');
    await call.leave();
    expect(await joined).to.equal('aborted');

    const direct = createCall({ room: newRoom(), server: 'http://127.0.0.1:9', autojoin: '' });
    await until(() => direct.state === 'joining', 'it is joining');
    await direct.updateComplete;
    expect(shows(direct)).to.equal(false);
  });

  it('has metadata that is no object: says bad-value and goes on without', async () => {
    allowConsole(/p2p-call: Metadata/u);
    const errors = record(document, 'p2p-error');
    const call = createCall({ room: newRoom(), metadata: '{broken' });
    await call.join();
    expect(errors.map((event) => event.detail.error.code)).to.deep.equal(['bad-value']);
    expect(call.self?.metadata).to.deep.equal({});
  });

  it('has ICE servers that are none: says bad-value and goes on without', async () => {
    const [first, second] = await createPair();
    await second.leave();
    const errors = record(second, 'p2p-error');
    second.iceServers = [{ urls: 'nonsense:' }, { urls: 'turn:relay.example' }];
    await second.join();
    expect(errors.map((event) => event.detail.error.code)).to.deep.equal(['bad-value']);
    await picturesFlow(second, first);
  });

  it('has nonsense in every other attribute: takes its defaults', async () => {
    allowConsole(/p2p-call: /u);
    const nonsense = 'x'.repeat(500);
    const call = createCall({
      room: newRoom(),
      layout: nonsense,
      controls: nonsense,
      theme: nonsense,
      lang: nonsense,
      dir: nonsense,
      mic: nonsense,
      camera: nonsense,
      name: nonsense,
    });
    await call.join();
    expect(call.self?.name.length).to.equal(64);
    await until(() => call.self?.camera === 'on', 'the camera is on');
  });
});

describe('a call whose devices are refused', () => {
  let restore = (): void => undefined;
  afterEach(() => restore());

  const cases = [
    { broken: { audio: 'NotAllowedError' }, code: 'mic-denied', microphone: 'blocked', camera: 'on' },
    { broken: { video: 'NotAllowedError' }, code: 'camera-denied', microphone: 'on', camera: 'blocked' },
    { broken: { video: 'NotFoundError' }, code: 'device-missing', microphone: 'on', camera: 'missing' },
    { broken: { audio: 'NotReadableError' }, code: 'device-busy', microphone: 'blocked', camera: 'on' },
  ] as const;
  for (const { broken, code, microphone, camera } of cases) {
    const [kind, name] = Object.entries(broken)[0] ?? [];
    it(`by ${name} for ${kind}: says ${code} and joins with what there is`, async () => {
      restore = breakDevices(broken);
      const errors = record(document, 'p2p-error');
      const call = createCall({ room: newRoom(), mic: 'off', camera: 'off' });
      await call.join();
      await Promise.all(
        [call.setMicrophone(true), call.setCamera(true)].map((promise) => promise.catch(() => undefined)),
      );
      expect(call.self?.microphone).to.equal(microphone);
      expect(call.self?.camera).to.equal(camera);
      expect(errors.map((event) => event.detail.error.code)).to.deep.equal([code]);
      expect(call.state).to.equal('joined');
      const source = kind === 'audio' ? call.setMicrophone(true) : call.setCamera(true);
      expect(await codeOf(source)).to.equal(code);

      restore();
      await (kind === 'audio' ? call.setMicrophone(true) : call.setCamera(true));
      expect(call.error).to.equal(undefined);
    });
  }

  it('both: joins without, and is seen without', async () => {
    restore = breakDevices({ audio: 'NotFoundError', video: 'NotFoundError' });
    const room = newRoom();
    const first = createCall({ room, name: 'Ada' });
    await first.join();
    restore();
    const second = createCall({ room, name: 'Bo' });
    await second.join();
    await until(() => seenBy(second, first)?.camera === 'missing', 'the other sees that there is no camera');
    await picturesFlow(first, second);
  });

  it('when a device is taken away in the call: tells, goes on, and takes another', async () => {
    const devices = watchDevices();
    restore = () => devices.restore();
    const [first, second] = await createPair();
    const id = first.self?.id ?? '';
    const track = await until(() => first.streamOf(id, 'camera')?.getVideoTracks()[0], 'the camera is on');
    const changes = record(first, 'p2p-camera-change');
    devices.takeAway(track);
    await until(() => changes.length === 2, 'it went off and on again');
    expect(changes.map((event) => event.detail)).to.deep.equal([
      { on: false, by: 'system' },
      { on: true, by: 'system' },
    ]);
    await picturesFlow(second, first);
  });
});

describe('joining and leaving', () => {
  it('can be prevented by the page', async () => {
    const call = createCall({ room: newRoom() });
    call.addEventListener('p2p-before-join', (event) => event.preventDefault(), { once: true });
    expect(await codeOf(call.join())).to.equal('aborted');
    expect(call.state).to.equal('prejoin');
    await call.join();
    call.addEventListener('p2p-before-leave', (event) => event.preventDefault(), { once: true });
    expect(await codeOf(call.leave())).to.equal('aborted');
    expect(call.state).to.equal('joined');
  });

  it('begins with the server that the page sets in the same task', async () => {
    allowConsole(/WebSocket|can’t establish a connection/u);
    const call = createCall({ room: newRoom(), server: 'http://127.0.0.1:9' });
    await call.updateComplete;
    const joined = call.join();
    call.server = roomServerUrl;
    await joined;
    expect(call.state).to.equal('joined');
  });

  it('begins with the server that a listener to p2p-before-join sets', async () => {
    allowConsole(/WebSocket|can’t establish a connection/u);
    const call = createCall({ room: newRoom(), server: 'http://127.0.0.1:9' });
    await call.updateComplete;
    call.addEventListener('p2p-before-join', () => (call.server = roomServerUrl), { once: true });
    await call.join();
    expect(call.state).to.equal('joined');
  });

  it('goes on in another room or at another server that the page sets before it is done', async () => {
    allowConsole(/WebSocket|can’t establish a connection/u);
    const call = createCall({ room: newRoom(), server: 'http://127.0.0.1:9' });
    const before = record(call, 'p2p-before-join');
    const joined = [call.join(), call.join()];
    await until(() => call.state === 'joining', 'it is joining');
    const room = newRoom();
    call.room = room;
    await until(() => before.length === 2 && call.state === 'joining', 'it is joining the other room');
    call.server = roomServerUrl;
    await Promise.all(joined);
    expect(call.state).to.equal('joined');
    const other = createCall({ room });
    await other.join();
    expect(other.participants).to.have.lengthOf(2);
  });

  it('fails where the page sets a room that is none before it is done', async () => {
    allowConsole(/WebSocket|can’t establish a connection/u);
    const call = createCall({ room: newRoom(), server: 'http://127.0.0.1:9' });
    const errors = record(call, 'p2p-error');
    const joined = codeOf(call.join());
    await until(() => call.state === 'joining', 'it is joining');
    call.room = ' ';
    expect(await joined).to.equal('bad-room');
    expect(errors.map((event) => event.detail.error.code).filter((code) => code === 'bad-room')).to.have.lengthOf(1);
  });

  it('can be asked for by any element inside, and prevented by any around', async () => {
    const call = createCall({ room: newRoom() });
    const button = document.createElement('button');
    call.append(button);
    const ask = (type: string): boolean =>
      button.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, cancelable: true, detail: {} }));
    ask('p2p-join-request');
    await until(() => call.state === 'joined', 'it joins');
    document.addEventListener('p2p-mic-request', (event) => event.preventDefault(), { once: true });
    await until(() => call.self?.microphone === 'on', 'the microphone is on');
    ask('p2p-mic-request');
    await new Promise((resolve) => setTimeout(resolve));
    expect(call.self?.microphone).to.equal('on');
    ask('p2p-mic-request');
    await until(() => call.self?.microphone === 'off', 'the microphone is off');
    ask('p2p-leave-request');
    await until(() => call.state === 'left', 'it leaves');
  });

  it('again brings the person back as they were', async () => {
    const [first, second] = await createPair();
    await second.setCamera(false);
    await second.leave();
    await until(() => first.participants.length === 1, 'the other sees the leave');
    await second.join();
    await until(() => seenBy(first, second)?.microphone === 'on', 'the microphone is on again');
    expect(seenBy(first, second)?.camera).to.equal('off');
    await picturesFlow(second, first);
  });
});

describe('sendData', () => {
  it('refuses what it cannot send', async () => {
    const call = createCall({ room: newRoom() });
    expect(await codeOf(call.sendData(1))).to.equal('not-joined');
    await call.join();
    const cycle: Record<string, unknown> = {};
    cycle['self'] = cycle;
    for (const value of [undefined, cycle, 1n, () => 1, 'x'.repeat(70_000)]) {
      expect(await codeOf(call.sendData(value))).to.equal('bad-value');
    }
    expect(await codeOf(call.sendData(1, { to: 'nobody' }))).to.equal('peer-unreachable');
  });

  it('reaches one participant alone where it names one', async () => {
    const [first, second] = await createPair();
    const third = createCall({ room: first.room ?? '', name: 'Cy' });
    await third.join();
    const received = [record(second, 'p2p-data'), record(third, 'p2p-data')] as const;
    await first.sendData('for one', { to: third.self?.id ?? '' });
    await until(() => received[1].length === 1, 'it arrives');
    await first.sendData('for all');
    await until(() => received[0].length > 0 && received[1].length === 2, 'the next arrives');
    expect(received[0].map((event) => event.detail.value)).to.deep.equal(['for all']);
  });

  it('takes the largest value that is allowed', async () => {
    const [first, second] = await createPair();
    const received = record(second, 'p2p-data');
    const value = 'é'.repeat(32_767);
    await first.sendData(value);
    await until(() => received.length === 1, 'it arrives');
    expect(received[0]?.detail.value).to.equal(value);
  });
});

describe('a request with anything in it', () => {
  const nonsense: unknown[] = [undefined, null, 5, 'text', [], { id: 5, on: 'yes' }, { id: null, panel: 7, kind: {} }];
  const types = `join name mic camera screen device flip audio-care playback volume deafen sounds panel pin self-view mirror
    fullscreen pip message read hand reaction mute remove host end invite`;

  // An error that nobody caught fails a test by itself.
  it('throws nothing into the page, and the call goes on', async () => {
    const [ada, bo] = await createPair();
    const called = types.split(/\s+/u);
    for (const name of called.filter((one) => one !== 'end' && one !== 'screen')) {
      for (const detail of nonsense) {
        ada.dispatchEvent(new CustomEvent(`p2p-${name}-request`, { detail, bubbles: true, cancelable: true }));
      }
    }
    // Requests are answered when the event has been everywhere.
    await new Promise((resolve) => setTimeout(resolve));
    for (const [on, state] of [
      [false, 'off'],
      [true, 'on'],
    ] as const) {
      await ada.setMicrophone(on);
      await until(() => seenBy(bo, ada)?.microphone === state, 'the other hears of what is asked afterwards');
    }
    expect(ada.state).to.equal('joined');
  });
});

describe('a second call with the same name', () => {
  it('is another participant', async () => {
    const room = newRoom();
    const first = createCall({ room, name: 'Ada' });
    const second = createCall({ room, name: 'Ada' });
    await Promise.all([first.join(), second.join()]);
    await until(() => first.participants.length === 2 && second.participants.length === 2, 'both are there');
    expect(first.self?.id).to.not.equal(second.self?.id);
  });
});

describe('a full room', () => {
  it('refuses one more with room-full, and leaves nothing running', async () => {
    const room = newRoom();
    const calls = Array.from({ length: 8 }, (_, index) =>
      createCall({ room, name: `${index}`, mic: 'off', camera: 'off' }),
    );
    for (const call of calls) await call.join();
    const late = createCall({ room, name: 'late' });
    const left = record(late, 'p2p-left');
    expect(await codeOf(late.join())).to.equal('room-full');
    expect(late.state).to.equal('failed');
    expect(left.map((event) => event.detail.reason)).to.deep.equal(['full']);
    await calls[0]?.leave();
    await late.join();
    expect(late.state).to.equal('joined');
  });
});
