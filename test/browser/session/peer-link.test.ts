import { expect } from '@open-wc/testing';
import type { LinkState } from '../../../src/core/state/people.js';
import type { ChannelMessage } from '../../../src/protocol/channel-message.js';
import { decodeEnvelope, type Signal, type SignalEnvelope } from '../../../src/protocol/signal.js';
import { browserPorts } from '../../../src/session/browser-ports.js';
import { Connection } from '../../../src/session/mesh/connection.js';
import { PeerLink } from '../../../src/session/mesh/peer-link.js';
import { nothingOutgoing } from '../../../src/session/transport.js';
import { until } from '../support/until.js';

/** One end of a link, and what came of it. */
interface End {
  link: PeerLink;
  state: LinkState;
  heard: ChannelMessage[];
  /** The sources whose remote tracks are known. */
  sources: string[];
  connections: Connection[];
}

/** Two real links whose signals pass through a line that the test holds. */
class Pair {
  readonly ends: readonly [End, End];
  /** Decides what becomes of each envelope on the way: how often it arrives. */
  arrivals: (envelope: SignalEnvelope) => number = () => 1;
  delayMs = 0;

  constructor() {
    this.ends = [this.#createEnd(0), this.#createEnd(1)];
  }

  get connected(): boolean {
    return this.ends.every((end) => end.state === 'connected');
  }

  close(): void {
    for (const end of this.ends) end.link.close();
  }

  #createEnd(index: 0 | 1): End {
    const end: Omit<End, 'link'> & { link?: PeerLink } = { state: 'new', heard: [], sources: [], connections: [] };
    end.link = new PeerLink({
      id: String(1 - index),
      clock: browserPorts.clock,
      priority: browserPorts.priority,
      polite: index === 0,
      epoch: 0,
      createConnection: () => {
        const connection = new Connection(browserPorts, {});
        end.connections.push(connection);
        return connection;
      },
      isRouteOpen: () => true,
      events: {
        send: (envelope) => this.#carry(index === 0 ? 1 : 0, envelope),
        changed: ({ link }) => (end.state = link),
        tracks: (tracks) => (end.sources = [...tracks.keys()]),
        opened: () => undefined,
        message: (message) => end.heard.push(message),
        doubt: () => undefined,
      },
    });
    return end as End;
  }

  #carry(to: 0 | 1, envelope: SignalEnvelope): void {
    const text = JSON.stringify(envelope);
    for (let count = this.arrivals(envelope); count > 0; count -= 1) {
      setTimeout(() => {
        const decoded = decodeEnvelope(JSON.parse(text));
        if (decoded) this.ends[to].link.receive(decoded);
      }, this.delayMs);
    }
  }
}

let pairs: Pair[] = [];
afterEach(() => {
  for (const pair of pairs) pair.close();
  pairs = [];
});

function createPair(): Pair {
  const pair = new Pair();
  pairs.push(pair);
  return pair;
}

/** Says something each way; the data channel of the present connection carries it. */
async function talk(pair: Pair): Promise<void> {
  const [first, second] = pair.ends;
  const before = [first.heard.length, second.heard.length];
  for (const end of pair.ends) end.link.say(JSON.stringify({ type: 'data', value: 'hello' }));
  await until(
    () => first.heard.length > (before[0] ?? 0) && second.heard.length > (before[1] ?? 0),
    'both hear the other',
  );
}

describe('a link whose sides both offer first, at the same moment', () => {
  for (const delayMs of [0, 5, 20, 40, 80]) {
    it(`connects, with signals ${delayMs} ms on the way`, async () => {
      for (let round = 0; round < 4; round += 1) {
        const pair = createPair();
        pair.delayMs = delayMs;
        for (const end of pair.ends) end.link.offer();
        await until(() => pair.connected, 'both are connected');
        await talk(pair);
        // The polite side answered from a new connection instead of rolling back: nobody had to wait for a watchdog.
        expect(pair.ends.map((end) => end.link.epoch)).to.deep.equal([1, 1]);
        pair.close();
      }
    });
  }
});

describe('a link that offers', () => {
  it('tells its remote tracks ahead of all that the peer can say, and the peer with the offer', async () => {
    const pair = createPair();
    const [first, second] = pair.ends;
    first.link.offer();
    expect(first.sources).to.deep.equal(['microphone', 'camera', 'screen', 'screen-sound']);
    await until(() => second.sources.length === first.sources.length, 'the peer knows the tracks');
  });
});

describe('a link whose signals are lost, doubled and late', () => {
  it('connects after each side has a new socket', async () => {
    const pair = createPair();
    pair.arrivals = () => 0;
    pair.ends[0].link.offer();
    await until(() => pair.ends[0].connections[0]?.gathered, 'candidates are there');
    pair.arrivals = () => 2;
    pair.ends[0].link.resync();
    await until(() => pair.connected, 'both are connected');
    await talk(pair);
    expect(pair.ends[0].link.epoch).to.equal(1);
  });

  it('connects when only the answer was lost, and the other side is the one with a new socket', async () => {
    const pair = createPair();
    let answered = false;
    pair.arrivals = ({ body }) => {
      const isAnswer = body?.kind === 'description' && body.description.type === 'answer';
      answered ||= isAnswer;
      return answered ? 0 : 1;
    };
    pair.ends[1].link.offer();
    await until(() => answered, 'the answer was sent into the void');
    pair.arrivals = () => 1;
    pair.ends[1].link.resync();
    await until(() => pair.connected, 'both are connected');
    expect(pair.ends[1].link.epoch).to.equal(1);
  });

  it('is made anew when nothing helps', async () => {
    const pair = createPair();
    pair.arrivals = ({ epoch }) => (epoch === 1 ? 0 : 1);
    pair.ends[1].link.offer();
    await until(() => pair.connected, 'both are connected, with the next connection');
    expect(pair.ends[1].link.epoch).to.be.above(1);
    await talk(pair);
    expect(pair.ends[1].connections[0]?.peer.connectionState).to.equal('closed');
  });
});

describe('a link that stands', () => {
  it('survives ten ICE restarts of both sides at once', async () => {
    const pair = createPair();
    pair.delayMs = 10;
    pair.ends[1].link.offer();
    await until(() => pair.connected, 'both are connected');
    for (let round = 0; round < 10; round += 1) {
      for (const end of pair.ends) end.link.restartIce();
      await new Promise((resolve) => setTimeout(resolve, 10 * round));
    }
    await until(
      () => pair.ends.every(({ connections }) => connections.at(-1)?.peer.signalingState === 'stable'),
      'the negotiation is over',
    );
    await talk(pair);
    expect(pair.ends.map((end) => end.link.epoch)).to.deep.equal([1, 1]);
  });

  it('takes hostile descriptions without a word, and goes on', async () => {
    const pair = createPair();
    pair.ends[1].link.offer();
    await until(() => pair.connected, 'both are connected');
    const last = 50;
    const bodies: Signal[] = [
      { kind: 'description', description: { type: 'answer', sdp: 'nonsense' } },
      { kind: 'description', description: { type: 'offer', sdp: 'v=0\r\n' } },
      { kind: 'candidates', candidates: [{ candidate: 'candidate:bad', sdpMid: '9', sdpMLineIndex: 9 }] },
    ];
    for (const body of bodies) {
      for (let at = 1; at < last; at += 1) pair.ends[0].link.receive({ epoch: 1, seq: at, ack: 0, body });
    }
    await talk(pair);
  });
});

describe('a link that awaits an offer', () => {
  it('offers itself when none comes', async () => {
    const pair = createPair();
    pair.ends[0].link.await();
    pair.ends[1].link.await();
    await until(() => pair.connected, 'both are connected');
  });
});

/** Whether an end sends its microphone in two channels, as far as descriptions say. */
function sendsStereo({ connections }: End): boolean {
  const sdp = connections.at(-1)?.peer.currentRemoteDescription?.sdp ?? '';
  return !!sdp.split(/^(?=m=)/mu)[1]?.includes('stereo=1');
}

describe('a microphone that hears music', () => {
  it('is sent in two channels for as long as it does', async () => {
    const pair = createPair();
    const [first] = pair.ends;
    for (const end of pair.ends) end.link.await();
    first.link.offer();
    await until(() => pair.connected, 'both are connected');
    expect(pair.ends.map(sendsStereo)).to.deep.equal([false, false]);
    first.link.setOutgoing({ ...nothingOutgoing, music: true });
    await until(() => sendsStereo(first), 'two channels');
    first.link.setOutgoing(nothingOutgoing);
    await until(() => !sendsStereo(first), 'one channel again');
    expect(pair.ends.map((end) => end.link.epoch)).to.deep.equal([1, 1]);
    await talk(pair);
  });

  it('is heard on the side where it plays', async function leftAlone() {
    const audio = new AudioContext();
    // Firefox lets none run without a speaker.
    if (audio.state !== 'running') {
      await audio.close();
      this.skip();
    }
    const pair = createPair();
    const [first, second] = pair.ends;
    for (const end of pair.ends) end.link.await();
    first.link.offer();
    await until(() => pair.connected, 'both are connected');
    const tone = audio.createOscillator();
    const sides = audio.createChannelMerger(2);
    const played = audio.createMediaStreamDestination();
    tone.connect(sides, 0, 0);
    sides.connect(played);
    tone.start();
    const [microphone] = played.stream.getAudioTracks();
    const speech = { ...nothingOutgoing, tracks: { microphone: microphone! } };
    first.link.setOutgoing(speech);

    const receiver = second.connections
      .at(-1)!
      .peer.getReceivers()
      .find(({ track }) => track.kind === 'audio')!;
    const heard = new MediaStream([receiver.track]);
    // Chromium decodes what an element plays.
    const player = Object.assign(new Audio(), { srcObject: heard, muted: true });
    await player.play();
    const split = audio.createChannelSplitter(2);
    audio.createMediaStreamSource(heard).connect(split);
    const loudness = [0, 1].map((side) => {
      const meter = audio.createAnalyser();
      split.connect(meter, side);
      const samples = new Float32Array(meter.fftSize);
      return () => {
        meter.getFloatTimeDomainData(samples);
        return Math.max(...samples.map(Math.abs));
      };
    });
    const [left = () => 0, right = () => 0] = loudness;
    await until(() => left() > 0.1 && right() > 0.1, 'speech comes to both sides');
    first.link.setOutgoing({ ...speech, music: true });
    await until(() => left() > 0.1 && right() < 0.01, 'the tone is on the left');
    player.pause();
    await audio.close();
  });
});
