import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CallEvent } from '../../../src/core/call-event.js';
import { closeCodes } from '../../../src/protocol/close-codes.js';
import { channelRate, sendRate } from '../../../src/protocol/limits.js';
import type { Member } from '../../../src/protocol/member.js';
import type { ServerMessage } from '../../../src/protocol/server-message.js';
import { decodeEnvelope } from '../../../src/protocol/signal.js';
import { PROTOCOL_VERSION } from '../../../src/protocol/version.js';
import { lineLimits } from '../../../src/session/line-watch.js';
import { Session, type SessionOptions } from '../../../src/session/session.js';
import { Store } from '../../../src/session/store.js';
import { aMember } from '../../fakes/builders.js';
import type { FakeClock } from '../../fakes/fake-clock.js';
import { FakePorts } from '../../fakes/fake-ports.js';
import { FakeStream } from '../../fakes/fake-media.js';
import { me } from '../core/support.js';

const bo = aMember();
const cy = aMember({ id: 'cy', name: 'Cy', joinedAt: 3 });
const hello = { version: PROTOCOL_VERSION, secret: new FakePorts().createSecret() };

/** Lets everything happen that waits for nothing but promises. */
const settled = (): Promise<void> => new Promise((done) => setImmediate(done));

interface Stage {
  ports: FakePorts;
  store: Store;
  session: Session;
  events: CallEvent[];
  values: unknown[];
}

function optionsOf(overrides: Partial<SessionOptions> = {}): SessionOptions {
  return {
    url: 'ws://rooms.example/party/standup',
    room: 'standup',
    name: 'Ada',
    metadata: {},
    token: undefined,
    microphone: true,
    camera: true,
    audioOnly: false,
    relayOnly: false,
    iceServers: undefined,
    received: () => undefined,
    ...overrides,
  };
}

function open(overrides: Partial<SessionOptions> = {}): Stage {
  const ports = new FakePorts();
  const events: CallEvent[] = [];
  const values: unknown[] = [];
  const store = new Store((more) => events.push(...more));
  const options = optionsOf({ received: (_from, value) => values.push(value), ...overrides });
  return { ports, store, events, values, session: new Session(options, ports, store) };
}

/** Each offer but the first is made in a task of its own. */
async function offersMade({ ports }: Stage): Promise<void> {
  ports.clock.pass(0);
  await settled();
}

function welcome(...others: Member[]): Extract<ServerMessage, { type: 'welcome' }> {
  return { type: 'welcome', id: me.id, members: [me, ...others], iceServers: [] };
}

/** In the call with `others`, whose connections are made but not connected. */
async function join(others: readonly Member[] = [], overrides: Partial<SessionOptions> = {}): Promise<Stage> {
  const stage = open(overrides);
  const { ports, session } = stage;
  ports.socket.open();
  ports.socket.say({ type: 'ready', id: me.id, members: others.map(({ id }) => id), iceServers: [] });
  session.join();
  ports.socket.say(welcome(...others));
  await offersMade(stage);
  ports.socket.take();
  stage.events.length = 0;
  return stage;
}

const typesOf = (messages: readonly { type: string }[]): string[] => messages.map(({ type }) => type);
const namesOf = (events: readonly CallEvent[], type: CallEvent['type']): CallEvent[] =>
  events.filter((event) => event.type === type);

beforeEach(() => void vi.stubGlobal('MediaStream', FakeStream));
afterEach(() => void vi.unstubAllGlobals());

describe('Session on the pre-join screen', () => {
  it('watches, and says nothing about the person (J1)', () => {
    const { ports } = open({ token: 'ticket' });
    ports.socket.open();
    expect(ports.socket.take()).toEqual([{ type: 'watch', ...hello, token: 'ticket' }]);
  });

  it('opens a socket whose address says nothing of the person (W6)', () => {
    const options = optionsOf({ token: 'ticket' });
    expect(open(options).ports.socket.url).toBe(options.url);
  });

  it('makes connections for those present, and tells nobody', async () => {
    const { ports } = open();
    ports.socket.open();
    ports.socket.take();
    ports.socket.say({ type: 'ready', id: me.id, members: ['bo', 'cy'], iceServers: [] });
    await settled();
    expect(ports.openConnections.length).toBe(2);
    expect(ports.socket.take()).toEqual([]);
  });

  it('takes a new name at once and keeps it to itself until joining', () => {
    const { ports, session, store } = open();
    ports.socket.open();
    ports.socket.take();
    session.setProfile('Ada L.', { team: 'red' });
    expect(store.state.self).toMatchObject({ name: 'Ada L.', metadata: { team: 'red' } });
    expect(ports.socket.take()).toEqual([]);
    session.join();
    expect(ports.socket.take()[0]).toEqual({ type: 'join', ...hello, name: 'Ada L.', metadata: { team: 'red' } });
  });

  it('releases everything and tells of no call when it is closed', async () => {
    const { ports, session, store, events } = open();
    ports.socket.open();
    await settled();
    events.length = 0;
    session.close();
    expect(store.state.call.phase).toBe('idle');
    expect(namesOf(events, 'p2p-left')).toEqual([]);
    expectReleased(ports);
  });

  it('stays when the page closes, as the browser may show it again', () => {
    const { ports, store } = open();
    ports.closePage();
    expect(store.state.call.phase).toBe('prejoin');
    expect(ports.socket.isClosed).toBe(false);
  });
});

describe('Session.join', () => {
  it('says join, then offers to those that the room server named, without waiting for the welcome (J2, J4)', async () => {
    const stage = open();
    const { ports, session, store } = stage;
    ports.socket.open();
    ports.socket.say({ type: 'ready', id: me.id, members: ['bo', 'cy'], iceServers: [] });
    ports.socket.take();
    session.join();
    await settled();
    const said = [...ports.socket.take()];
    expect(typesOf(said)).toEqual(['join', 'ping', 'signal']);
    await offersMade(stage);
    said.push(...ports.socket.take());
    expect(typesOf(said)).toEqual(['join', 'ping', 'signal', 'signal']);
    expect(said.flatMap((message) => (message.type === 'signal' ? [message.to] : []))).toEqual(['bo', 'cy']);
    const offers = said.flatMap((message) =>
      message.type === 'signal' ? [decodeEnvelope(message.envelope)?.body] : [],
    );
    for (const offer of offers) expect(offer).toMatchObject({ kind: 'description', description: { type: 'offer' } });
    expect(store.state.call.phase).toBe('joining');
  });

  it('waits for the line, and says join as the first word on it', () => {
    const { ports, session, store } = open();
    session.join();
    expect(store.state.call.phase).toBe('joining');
    ports.socket.open();
    expect(typesOf(ports.socket.take())).toEqual(['join', 'ping']);
  });

  it('makes a connection while the line is being opened, and offers on that one', async () => {
    const { ports, session } = open();
    session.join();
    const [made] = ports.openConnections;
    expect(made?.localDescription).toBe(null);
    ports.socket.open();
    ports.socket.say({ ...welcome(bo), iceServers: [{ urls: ['turn:relay.example'] }] });
    await settled();
    expect(ports.connections).toEqual([made]);
    expect(made?.configuration.iceServers).toEqual([{ urls: ['turn:relay.example'] }]);
    expect(made?.localDescription?.type).toBe('offer');
  });

  it('never uses a connection that was made before the relays were known and refuses them', async () => {
    const { ports, session } = open({ relayOnly: true });
    session.join();
    const [made] = ports.connections;
    made!.setConfiguration = () => {
      throw new DOMException('No such server.', 'InvalidAccessError');
    };
    ports.socket.open();
    ports.socket.say({ ...welcome(bo), iceServers: [{ urls: ['turn:relay.example'] }] });
    await settled();
    expect(made).toMatchObject({ isClosed: true, localDescription: null });
    expect(ports.openConnections.map(({ configuration }) => configuration.iceTransportPolicy)).toEqual(['relay']);
  });

  it('is joined at the welcome, with those whom it names', () => {
    const { ports, session, store, events } = open();
    ports.socket.open();
    session.join();
    events.length = 0;
    ports.socket.say(welcome(bo, cy));
    expect(store.state).toMatchObject({ call: { phase: 'joined' }, self: { id: me.id, role: 'host' } });
    expect(store.state.people.list.map(({ id }) => id)).toEqual(['bo', 'cy']);
    expect(namesOf(events, 'p2p-joined')).toEqual([{ type: 'p2p-joined', detail: { id: me.id } }]);
  });

  it('offers to somebody of whom only the welcome tells, and to nobody twice (J4)', async () => {
    const stage = open();
    const { ports, session } = stage;
    ports.socket.open();
    ports.socket.say({ type: 'ready', id: me.id, members: ['bo'], iceServers: [] });
    session.join();
    ports.socket.say(welcome(bo, cy));
    await settled();
    await offersMade(stage);
    const to = ports.socket.take().flatMap((message) => (message.type === 'signal' ? [message.to] : []));
    expect(to).toEqual(['bo', 'cy']);
  });

  it('uses every connection that was made ahead, however soon the welcome comes', async () => {
    const stage = open();
    const { ports, session } = stage;
    ports.socket.open();
    ports.socket.say({ type: 'ready', id: me.id, members: ['bo', 'cy'], iceServers: [] });
    const made = [...ports.connections];
    session.join();
    ports.socket.say(welcome(bo, cy));
    await offersMade(stage);
    expect(made).toHaveLength(2);
    expect(ports.connections).toEqual(made);
    expect(ports.openConnections).toEqual(made);
  });

  it('offers to nobody who leaves before it is their turn', async () => {
    const stage = open();
    const { ports, session } = stage;
    ports.socket.open();
    session.join();
    ports.socket.say(welcome(bo, cy));
    ports.socket.say({ type: 'left', id: 'cy', reason: 'left' });
    await settled();
    await offersMade(stage);
    expect(ports.openConnections).toHaveLength(1);
    const to = ports.socket.take().flatMap((message) => (message.type === 'signal' ? [message.to] : []));
    expect(to).toEqual(['bo']);
  });

  it('waits for the offer of a member that comes later (J4)', async () => {
    const { ports, store } = await join();
    ports.socket.say({ type: 'member', member: bo });
    await settled();
    expect(store.state.people.list.map(({ id }) => id)).toEqual(['bo']);
    expect(ports.socket.take()).toEqual([]);
  });

  it('changes nothing when it is said twice', () => {
    const { ports, session } = open();
    ports.socket.open();
    session.join();
    ports.socket.take();
    session.join();
    expect(ports.socket.take()).toEqual([]);
  });
});

describe('what is drawn of a Session', () => {
  /** How often viewers were told since. */
  function listen({ store }: Stage): () => number {
    let told = 0;
    store.view(() => (told += 1));
    return () => told;
  }

  /** Welcome to a call with Bo, with an offer that takes until the returned function is called. */
  async function joinSlowly(): Promise<{ clock: FakeClock; told: () => number; describe: () => Promise<void> }> {
    const stage = open();
    const { ports, session } = stage;
    session.join();
    const made = ports.connections[0]!;
    let goOn = (): void => undefined;
    const describeNow = made.setLocalDescription.bind(made);
    made.setLocalDescription = async (description) => {
      await new Promise<void>((resolve) => (goOn = resolve));
      return describeNow(description);
    };
    ports.socket.open();
    const told = listen(stage);
    ports.socket.say(welcome(bo));
    await settled();
    const describe = (): Promise<void> => {
      goOn();
      return settled();
    };
    return { clock: ports.clock, told, describe };
  }

  it('waits for the offers of one who joins', async () => {
    const { clock, told, describe } = await joinSlowly();
    clock.pass(60);
    expect(told()).toBe(0);
    await describe();
    clock.pass(20);
    expect(told()).toBe(1);
  });

  it('waits no longer than a moment', async () => {
    const { clock, told } = await joinSlowly();
    clock.pass(199);
    expect(told()).toBe(0);
    clock.pass(1);
    expect(told()).toBe(1);
  });

  it('does not wait for one who is alone', () => {
    const alone = open();
    alone.ports.socket.open();
    alone.session.join();
    const toldAlone = listen(alone);
    alone.ports.socket.say(welcome());
    expect(toldAlone()).toBeGreaterThan(0);
  });

  it('gives one who comes the time to offer, and is up to date when the call is over', async () => {
    const stage = await join();
    const { ports, session } = stage;
    ports.clock.pass(1_000);
    const told = listen(stage);
    ports.socket.say({ type: 'member', member: bo });
    ports.clock.pass(50);
    expect(told()).toBe(0);
    ports.clock.pass(100);
    expect(told()).toBe(1);
    // One who is known has nothing to offer.
    ports.socket.say({ type: 'member', member: { ...bo, name: 'Boris' } });
    expect(told()).toBe(2);
    ports.socket.say({ type: 'member', member: cy });
    expect(told()).toBe(2);
    session.leave('left');
    expect(told()).toBeGreaterThan(2);
    expect(ports.clock.waiting).toBe(0);
  });
});

describe('Session.setProfile in a call', () => {
  it('asks, and is believed when the room server has answered (J6)', async () => {
    const { ports, session, store, events } = await join();
    session.setProfile('Ada L.', { team: 'red' });
    expect(ports.socket.take()).toEqual([{ type: 'update', name: 'Ada L.', metadata: { team: 'red' } }]);
    expect(store.state.self).toMatchObject({ name: 'Ada', metadata: {} });
    expect(events).toEqual([]);
    ports.socket.say({ type: 'member', member: { ...me, name: 'Ada L.', metadata: { team: 'red' } } });
    expect(store.state.self).toMatchObject({ name: 'Ada L.', metadata: { team: 'red' } });
  });

  it('keeps the name that the room server insists on, from an access token', async () => {
    const { ports, session, store } = await join();
    session.setProfile('Grace', {});
    ports.socket.say({ type: 'member', member: me });
    expect(store.state.self.name).toBe('Ada');
  });

  it('says it with join when the line was down meanwhile', async () => {
    const { ports, session, store } = await join();
    ports.socket.end(1006);
    session.setProfile('Ada L.', { team: 'red' });
    expect(store.state.self.name).toBe('Ada');
    ports.socket.open();
    expect(ports.socket.take()[0]).toEqual({ type: 'join', ...hello, name: 'Ada L.', metadata: { team: 'red' } });
    ports.socket.say({ ...welcome(), members: [{ ...me, name: 'Ada L.', metadata: { team: 'red' } }] });
    expect(store.state.self).toMatchObject({ name: 'Ada L.', metadata: { team: 'red' } });
  });

  it('says it again with join when the answer to the first never came', async () => {
    const { ports, session } = await join();
    session.setProfile('Ada L.', {});
    ports.socket.end(1006);
    ports.socket.open();
    expect(ports.socket.take().find(({ type }) => type === 'join')).toMatchObject({ name: 'Ada L.' });
  });
});

describe('Session whose line comes back', () => {
  it('joins with the same secret and sends again what may be lost, once it is welcome (S2)', async () => {
    const { ports } = await join([bo]);
    ports.socket.end(1006);
    ports.socket.open();
    expect(typesOf(ports.socket.take())).toEqual(['join', 'ping']);
    ports.socket.say(welcome(bo));
    await settled();
    const again = ports.socket.take();
    expect(again).toMatchObject([{ type: 'signal', to: 'bo', envelope: { seq: 1, sync: true } }]);
    expect(ports.openConnections.length).toBe(1);
  });

  it('ends where the page leaves on hearing of the welcome, though one is heard whom nobody named', async () => {
    const { ports, session, store } = await join([bo]);
    ports.openConnections[0]?.connect();
    await settled();
    ports.socket.end(1006);
    ports.socket.open();
    store.subscribe(() => session.leave('left'));
    ports.socket.say(welcome());
    await settled();
    expectReleased(ports);
  });

  it('is reconnecting until the welcome where it is alone, and tells of no second joining', async () => {
    const { ports, store, events } = await join();
    ports.socket.end(1006);
    ports.clock.pass(lineLimits.deadMs);
    expect(store.state.call.phase).toBe('reconnecting');
    ports.socket.open();
    expect(store.state.call.phase).toBe('reconnecting');
    ports.socket.say(welcome());
    expect(store.state.call.phase).toBe('joined');
    expect(namesOf(events, 'p2p-joined')).toEqual([]);
  });

  it('sends again to a member that was lost and is back (S1)', async () => {
    const { ports } = await join([bo]);
    ports.socket.say({ type: 'member', member: { ...bo, lost: true } });
    expect(ports.socket.take()).toEqual([]);
    ports.socket.say({ type: 'member', member: bo });
    await settled();
    expect(ports.socket.take()).toMatchObject([{ type: 'signal', to: 'bo', envelope: { sync: true } }]);
  });

  it('closes the links of those who have left meanwhile', async () => {
    const { ports, store } = await join([bo, cy]);
    ports.socket.end(1006);
    ports.socket.open();
    ports.socket.say(welcome(cy));
    expect(store.state.people.list.map(({ id }) => id)).toEqual(['cy']);
    expect(ports.openConnections.length).toBe(1);
  });
});

describe('Session whose peer makes the connection anew', () => {
  /** An offer of Bo, the first signal of an epoch unless another place is given. */
  const offer = (epoch: number, seq = 1): ServerMessage => ({
    type: 'signal',
    from: bo.id,
    envelope: { epoch, seq, ack: 0, body: { kind: 'description', description: { type: 'offer', sdp: 'v=0' } } },
  });

  it('does the same, and answers from the new connection (S3)', async () => {
    const { ports } = await join([bo]);
    const [first] = ports.openConnections;
    ports.socket.say(offer(2));
    await settled();
    expect(first?.isClosed).toBe(true);
    expect(ports.openConnections.map(({ localDescription }) => localDescription?.type)).toEqual(['answer']);
    expect(ports.socket.take().at(-1)).toMatchObject({ type: 'signal', to: bo.id, envelope: { epoch: 2, ack: 1 } });
  });

  it('drops what still comes from before (S3)', async () => {
    const { ports } = await join([bo]);
    ports.socket.say(offer(2));
    await settled();
    const [second] = ports.openConnections;
    ports.clock.pass(1_000);
    ports.socket.take();
    ports.socket.say(offer(1, 2));
    await settled();
    expect(ports.openConnections).toEqual([second]);
    // Bo is told again what the new connection has received: its first signal, and nothing after.
    const answers = ports.socket.take().filter(({ type }) => type === 'signal');
    expect(answers).toMatchObject([{ to: bo.id, envelope: { epoch: 2, ack: 1 } }]);
  });
});

describe('Session of someone who talks', () => {
  it('has one data channel with each peer, which both sides know without asking (D1)', async () => {
    const { ports } = await join([bo, cy]);
    const channels = ports.openConnections.map(({ channelOptions }) => channelOptions);
    // Ordered and reliable is what a channel is unless it is asked to be otherwise (W3C WebRTC section 6.2).
    expect(channels).toEqual([[{ negotiated: true, id: 0 }], [{ negotiated: true, id: 0 }]]);
  });

  it('says what it sends as soon as the channel is open, and each change (D2)', async () => {
    const { ports, session } = await join([bo]);
    const [connection] = ports.openConnections;
    connection?.connect();
    await session.setSource('microphone', false, 'user');
    await session.comforts.ask(({ talk }) => talk.setHand(true));
    const presence = { microphone: 'on', camera: 'on' };
    const told = connection?.channel.sent.filter((message) => Object(message).type === 'presence');
    expect(told).toMatchObject([
      { type: 'presence', presence },
      { type: 'presence', presence: { ...presence, microphone: 'off' } },
      { type: 'presence', presence: { handAt: expect.any(Number) } },
    ]);
  });

  it('sends no track of a source that is off, and the new one when it is on again', async () => {
    const { ports, session } = await join([bo]);
    const [connection] = ports.openConnections;
    expect(connection?.senders[1]?.track).toBe(ports.media.tracks[1]);
    await session.setSource('camera', false, 'user');
    expect(connection?.senders[1]?.track).toBeNull();
    await session.setSource('camera', true, 'user');
    expect(connection?.senders[1]?.track).toBe(ports.media.tracks.at(-1));
    expect(ports.media.tracks.length).toBe(3);
  });

  it('sends nothing of a muted microphone, keeps it open, and sends it again in the same moment', async () => {
    const { ports, session } = await join([bo]);
    const [connection] = ports.openConnections;
    await session.setSource('microphone', false, 'user');
    expect(connection?.senders[0]?.track).toBeNull();
    void session.setSource('microphone', true, 'user');
    expect(connection?.senders[0]?.track).toBe(ports.media.tracks[0]?.clones[0]);
    expect(ports.media.asked.length).toBe(1);
  });

  it('releases a muted microphone where the person does not want it kept', async () => {
    const { ports, session } = await join([bo], { camera: false });
    await session.comforts.ask(({ devices }) => devices.treat({ listenWhileMuted: false }));
    await session.setSource('microphone', false, 'user');
    expect(ports.media.live).toEqual([]);
  });

  it('knows who is in the call before joining, and asks again as nobody tells', () => {
    const { ports, store } = open();
    ports.socket.open();
    const ready = { type: 'ready' as const, id: me.id, members: ['bo'], iceServers: [] };
    ports.socket.say(ready);
    expect(store.state.call.present).toBeUndefined();
    ports.socket.say({ ...ready, names: ['Bo'] });
    expect(store.state.call.present).toEqual(['Bo']);
    ports.socket.take();
    for (let second = 0; second <= 20; second += 1) {
      ports.clock.pass(1_000);
      ports.socket.say({ type: 'pong' });
    }
    expect(typesOf(ports.socket.take())).toContain('watch');
  });

  it('says who speaks, by what arrives', async () => {
    const { ports, store } = await join([bo], { microphone: false });
    await vi.dynamicImportSettled();
    const [connection] = ports.openConnections;
    connection?.connect();
    connection?.channel.hear({ type: 'presence', presence: { microphone: 'on', camera: 'off', screen: 'off' } });
    const receiver = connection?.receiver(0);
    const speak = (level: number, packets: boolean): void => {
      for (let round = 0; round < 10 && receiver; round += 1) {
        receiver.latest = {
          rtpTimestamp: (receiver.latest?.rtpTimestamp ?? 0) + (packets ? 960 : 0),
          audioLevel: level,
        };
        ports.clock.pass(100);
      }
    };
    speak(0.001, true);
    expect(store.state.people.speakerId).toBeUndefined();
    speak(0.2, true);
    expect(store.state.people).toMatchObject({ speakerId: 'bo', list: [{ speaking: true }] });
    // The last packet of someone who sends no more.
    speak(0.2, false);
    expect(store.state.people).toMatchObject({ speakerId: 'bo', list: [{ speaking: false }] });
  });

  it('takes another speaker, and lets the system choose again where it is unplugged', async () => {
    const { ports, session, store } = await join([bo]);
    const speakers = ['1', '2'].map((id) => ({ kind: 'speaker' as const, id, label: `Speaker ${id}` }));
    ports.media.deviceList = speakers;
    ports.media.changeDevices();
    await settled();
    await session.comforts.ask(({ devices }) => devices.choose('speaker', '2'));
    expect(store.state.settings.deviceIds.speaker).toBe('2');
    await expect(session.comforts.ask(({ devices }) => devices.choose('speaker', '9'))).rejects.toMatchObject({
      code: 'device-missing',
    });
    expect(store.state.errors.map(({ code, subject }) => [code, subject])).toEqual([['device-missing', 'speaker']]);
    await session.comforts.ask(({ devices }) => devices.choose('speaker', '2'));
    expect(store.state.errors).toEqual([]);
    ports.media.deviceList = speakers.slice(0, 1);
    ports.media.changeDevices();
    await settled();
    expect(store.state.settings.deviceIds.speaker).toBeUndefined();
    ports.media.deviceList = speakers.map((speaker) => ({ ...speaker, id: `new ${speaker.id}` }));
    ports.media.changeDevices();
    await settled();
    expect(store.state.settings.deviceIds.speaker).toBe('new 2');
  });

  it('rejects with what keeps a source from being on', async () => {
    const { ports, session } = await join([], { camera: false });
    ports.media.refusals.set('camera', 'NotAllowedError');
    await expect(session.setSource('camera', true, 'user')).rejects.toMatchObject({ code: 'camera-denied' });
  });

  it('hands the values of a peer on to the page, and forgets a peer that says bye (D3)', async () => {
    const { ports, store, values } = await join([bo]);
    const [connection] = ports.openConnections;
    connection?.connect();
    connection?.channel.hear({ type: 'data', value: { slide: 4 } });
    expect(values).toEqual([{ slide: 4 }]);
    connection?.channel.hear({ type: 'bye' });
    expect(store.state.people.list).toEqual([]);
    expect(ports.openConnections).toEqual([]);
  });
});

const relay = { urls: ['turn:t.example'], username: '1:ada', credential: 'first' };
const fresh = { ...relay, username: '2:ada', credential: 'second' };
const hourMs = 3_600_000;
/** Answers the heartbeat, so that the line stays, and gives back whatever else was said. */
function passCalmly({ ports }: Stage, ms: number): string[] {
  const said: string[] = [];
  for (let passed = 0; passed < ms; passed += 1_000) {
    ports.clock.pass(1_000);
    const messages = typesOf(ports.socket.take());
    if (messages.includes('ping')) ports.socket.say({ type: 'pong' });
    said.push(...messages.filter((type) => type !== 'ping' && type !== 'signal'));
  }
  return said;
}

describe('Session with a relay', () => {
  it('asks for fresh credentials before they end, and gives them to the connections that stand (J5)', async () => {
    const stage = await join([bo]);
    const { ports, store } = stage;
    ports.openConnections[0]?.connect();
    ports.socket.say({ ...welcome(bo), iceServers: [relay], iceValidMs: hourMs });
    expect(ports.openConnections[0]?.configuration.iceServers).toEqual([relay]);
    // The room server gives the same again for half their life.
    expect(passCalmly(stage, hourMs / 2)).toEqual([]);
    expect(passCalmly(stage, hourMs / 4)).toEqual(['watch']);
    const { state } = store;
    ports.socket.say({ type: 'ready', id: me.id, members: ['bo'], iceServers: [fresh], iceValidMs: hourMs });
    expect(ports.openConnections.map(({ configuration }) => configuration.iceServers)).toEqual([[fresh]]);
    expect(store.state).toBe(state);
    expect(passCalmly(stage, hourMs / 2)).toEqual([]);
    expect(passCalmly(stage, hourMs / 4)).toEqual(['watch']);
  });

  it('asks again, and ever sooner, while there is no answer', async () => {
    const stage = await join();
    stage.ports.socket.say({ ...welcome(), iceServers: [relay], iceValidMs: hourMs });
    expect(passCalmly(stage, hourMs).length).toBeGreaterThan(2);
  });

  it('asks no more than twice a minute, whatever the room server tells', async () => {
    const stage = await join();
    for (let round = 0; round < 10; round += 1) {
      stage.ports.socket.say({ ...welcome(), iceServers: [relay], iceValidMs: 0 });
    }
    expect(passCalmly(stage, 60_000)).toEqual(['watch', 'watch']);
  });

  it('asks for nothing where there are no credentials (J5)', async () => {
    const stage = await join();
    stage.ports.socket.say({ ...welcome(), iceServers: [{ urls: ['stun:s.example'] }] });
    expect(passCalmly(stage, 2 * hourMs)).toEqual([]);
  });

  it('keeps to the servers of the page, as long as it names some', async () => {
    const { ports, session } = await join([bo], { iceServers: [{ urls: 'stun:own.example' }] });
    const serversOf = () => ports.openConnections[0]?.configuration.iceServers;
    ports.socket.say({ ...welcome(bo), iceServers: [relay] });
    expect(serversOf()).toEqual([{ urls: 'stun:own.example' }]);
    session.update({ iceServers: undefined });
    expect(serversOf()).toEqual([relay]);
  });
});

describe('Session that may use relays alone', () => {
  const errorsOf = ({ store }: Stage): string[] => store.state.errors.map(({ code }) => code);

  it('says no-relay once where the room server names none, and takes it back when it does', async () => {
    const stage = await join([], { relayOnly: true });
    const { ports, events } = stage;
    expect(errorsOf(stage)).toEqual(['no-relay']);
    ports.socket.say(welcome());
    expect(namesOf(events, 'p2p-error')).toEqual([]);
    ports.socket.say({ ...welcome(), iceServers: [relay] });
    expect(errorsOf(stage)).toEqual([]);
  });

  it('says nothing before it knows', () => {
    const stage = open({ relayOnly: true });
    stage.ports.socket.open();
    stage.session.update({ token: 'other' });
    expect(errorsOf(stage)).toEqual([]);
  });

  it('looks at the servers of the page where it names some', async () => {
    const stage = await join([], { relayOnly: true, iceServers: [{ urls: ['stun:s.example', 'TURNS:t.example'] }] });
    expect(errorsOf(stage)).toEqual([]);
    stage.session.update({ iceServers: [{ urls: 'stun:turn.example' }] });
    expect(errorsOf(stage)).toEqual(['no-relay']);
    stage.session.update({ relayOnly: false });
    expect(errorsOf(stage)).toEqual([]);
  });

  it('does not mind what else stands in the list of the page', async () => {
    const nonsense = [null, 5, {}, { urls: 7 }] as unknown as RTCIceServer[];
    expect(errorsOf(await join([], { relayOnly: true, iceServers: nonsense }))).toEqual(['no-relay']);
  });

  it('leaves nothing behind where the page leaves on hearing of it', () => {
    const ports = new FakePorts();
    const store: Store = new Store((events) => {
      if (events.some(({ type }) => type === 'p2p-error')) session.leave('left');
    });
    const session = new Session(optionsOf({ relayOnly: true }), ports, store);
    session.join();
    ports.socket.open();
    ports.socket.say({ ...welcome(bo), iceValidMs: hourMs });
    expect(store.state.call.phase).toBe('left');
    expectReleased(ports);
  });
});

describe('Session among many words', () => {
  it('hears values at the rate of a display for as long as they come (D4)', async () => {
    const { ports, values } = await join([bo]);
    const channel = ports.openConnections[0]?.channel;
    ports.openConnections[0]?.connect();
    for (let frame = 0; frame < 60 * 60; frame += 1) {
      channel?.hear({ type: 'data', value: frame });
      ports.clock.pass(1_000 / 60);
    }
    expect(values.length).toBe(60 * 60);
  });

  it('drops what a peer says beyond its rate, and hears it again when it has calmed down (D4)', async () => {
    const { ports, values } = await join([bo]);
    const channel = ports.openConnections[0]?.channel;
    ports.openConnections[0]?.connect();
    for (let index = 0; index < channelRate.burst + 100; index += 1) channel?.hear({ type: 'data', value: index });
    expect(values.length).toBe(channelRate.burst);
    ports.clock.pass(1_000);
    channel?.hear({ type: 'data', value: 'calm' });
    expect(values.at(-1)).toBe('calm');
  });

  it('lets one peer’s flood cost another nothing (D4)', async () => {
    const { ports, values } = await join([bo, cy]);
    const [first, second] = ports.openConnections.map(({ channel }) => channel);
    for (const connection of ports.openConnections) connection.connect();
    for (let index = 0; index < channelRate.burst + 100; index += 1) first?.hear({ type: 'nonsense' });
    second?.hear({ type: 'data', value: 'heard' });
    expect(values).toEqual(['heard']);
  });

  it('refuses the page what a peer would drop (D4)', async () => {
    const { ports, session } = await join([bo]);
    const [connection] = ports.openConnections;
    connection?.connect();
    const said = connection?.channel.sent.length ?? 0;
    for (let index = 0; index < sendRate.burst; index += 1) session.sendData(index, undefined);
    expect(() => session.sendData('more', undefined)).toThrow(expect.objectContaining({ code: 'rate-limited' }));
    expect(connection?.channel.sent.length).toBe(said + sendRate.burst);
  });
});

describe('what a host asks', () => {
  const host = { ...me, role: 'host' as const };

  it.each([
    { type: 'mute', id: bo.id },
    { type: 'remove', id: bo.id },
    { type: 'host', id: bo.id },
    { type: 'end' },
  ] as const)('goes to the room server, and changes nothing by itself: $type', async (act) => {
    const { ports, session, store } = await join([bo]);
    ports.socket.say({ type: 'member', member: host });
    const { state } = store;
    ports.socket.take();
    session.act(act);
    expect(ports.socket.take()).toEqual([act]);
    expect(store.state).toBe(state);
  });

  it('is refused to a guest, about nobody, and outside a call', async () => {
    const { ports, session } = await join([bo]);
    const refusalOf = (id: string): unknown => {
      try {
        return session.act({ type: 'mute', id });
      } catch (error) {
        return error;
      }
    };
    ports.socket.say({ type: 'member', member: { ...me, role: 'guest' } });
    expect(refusalOf(bo.id)).toMatchObject({ code: 'not-host' });
    ports.socket.say({ type: 'member', member: host });
    expect(refusalOf('nobody')).toMatchObject({ code: 'peer-unreachable' });
    expect(refusalOf(me.id)).toMatchObject({ code: 'peer-unreachable' });
    ports.socket.end(1006);
    expect(refusalOf(bo.id)).toMatchObject({ code: 'server-unreachable' });
    session.leave('left');
    expect(refusalOf(bo.id)).toMatchObject({ code: 'not-joined' });
  });

  it('switches the microphone off by the host, until the person switches it on', async () => {
    const { ports, session, store, events } = await join([bo]);
    ports.socket.say({ type: 'mute', from: bo.id });
    expect(store.state).toMatchObject({ self: { mutedByHost: true, microphone: 'off', camera: 'on' } });
    expect(namesOf(events, 'p2p-microphone-change').map(({ detail }) => detail)).toEqual([{ on: false, by: 'host' }]);
    expect(ports.openConnections[0]?.senders[0]?.track).toBeNull();
    await session.setSource('microphone', true, 'user');
    expect(store.state).toMatchObject({ self: { mutedByHost: false, microphone: 'on' } });
  });

  it('says nothing to who is muted already', async () => {
    const { ports, session, store, events } = await join([bo]);
    await session.setSource('microphone', false, 'user');
    events.length = 0;
    ports.socket.say({ type: 'mute', from: bo.id });
    expect(store.state.self.mutedByHost).toBe(false);
    expect(events).toEqual([]);
  });

  it('says no goodbye in the place of the room server, which tells the others why', async () => {
    const { ports } = await join([bo]);
    const [connection] = ports.openConnections;
    connection?.connect();
    ports.socket.end(closeCodes.removed);
    expect(connection?.channel.sent).not.toContainEqual({ type: 'bye' });
  });
});

describe('a shared screen of a Session', () => {
  it('is told to the others, and sent beside the camera', async () => {
    const { ports, session, store } = await join([bo]);
    const [connection] = ports.openConnections;
    connection?.connect();
    await session.setScreen(true, 'user');
    expect(store.state.self.screen).toBe('on');
    expect(connection?.channel.sent.at(-1)).toMatchObject({ presence: { screen: 'on', camera: 'on' } });
    expect(connection?.senders.map(({ track }) => track?.kind)).toEqual(['audio', 'video', 'video', undefined]);
    session.leave('left');
    expectReleased(ports);
  });
});

describe('the end of a Session', () => {
  it('says goodbye to all and leave to the room server, and releases everything', async () => {
    const { ports, session, store, events } = await join([bo]);
    const [connection] = ports.openConnections;
    connection?.connect();
    session.leave('left');
    expect(connection?.channel.sent.at(-1)).toEqual({ type: 'bye' });
    expect(typesOf(ports.socket.take())).toContain('leave');
    expect(store.state).toMatchObject({ call: { phase: 'left', leftReason: 'left' }, people: { list: [] } });
    expect(namesOf(events, 'p2p-left')).toEqual([{ type: 'p2p-left', detail: { reason: 'left' } }]);
    expectReleased(ports);
  });

  it('comes with the page', async () => {
    const { ports, store } = await join();
    ports.closePage();
    expect(store.state).toMatchObject({ call: { phase: 'left', leftReason: 'page-closed' } });
    expectReleased(ports);
  });

  it('comes once, whatever is said after', async () => {
    const { ports, session, store, events } = await join([bo]);
    session.leave('left');
    const { state } = store;
    events.length = 0;
    session.leave('removed');
    session.close();
    ports.socket.say(welcome(bo));
    ports.socket.say({ type: 'member', member: cy });
    await expect(session.setSource('camera', true, 'user')).rejects.toMatchObject({ code: 'not-joined' });
    await settled();
    expect(store.state).toBe(state);
    expect(events).toEqual([]);
    expectReleased(ports);
  });

  it.each([
    ['removed', 'left', 'removed', undefined],
    ['replaced', 'left', 'replaced', undefined],
    ['full', 'failed', 'full', 'room-full'],
    ['unauthorized', 'failed', 'unauthorized', 'bad-token'],
    ['version-mismatch', 'failed', 'connection-lost', 'version-mismatch'],
  ] as const)('on the close code %s is %s, with its reason and code (W5)', async (reason, phase, leftReason, code) => {
    const { ports, store, events } = await join([bo]);
    ports.socket.end(closeCodes[reason]);
    expect(store.state).toMatchObject({ call: { phase, leftReason }, people: { list: [] } });
    const fatal = namesOf(events, 'p2p-error').map(({ detail }) => ('error' in detail ? detail.error : undefined));
    expect(fatal.map((error) => error?.code)).toEqual(code ? [code] : []);
    expect(fatal.every((error) => error?.fatal)).toBe(true);
    expectReleased(ports);
  });

  it('leaves the state to the session that comes after it', async () => {
    const { ports, session, store } = await join();
    session.leave('left');
    const next = new FakePorts();
    new Session(optionsOf(), next, store).join();
    expect(store.state.call.phase).toBe('joining');
    expectReleased(ports);
  });

  it('comes where joining is in vain', async () => {
    const { ports, session, store } = open();
    session.join();
    ports.clock.pass(lineLimits.joiningMs);
    await settled();
    expect(store.state).toMatchObject({ call: { phase: 'failed', leftReason: 'connection-lost' } });
    expectReleased(ports);
  });

  it('stops a device that the person allows only after it', async () => {
    const ports = new FakePorts();
    ports.media.hold();
    const session = new Session(optionsOf(), ports, new Store(() => undefined));
    await settled();
    session.close();
    ports.media.answer();
    await settled();
    expect(ports.media.tracks.length).toBe(2);
    expectReleased(ports);
  });
});

function expectReleased(ports: FakePorts): void {
  expect(ports.media.live).toEqual([]);
  expect(ports.media.watcherCount).toBe(0);
  expect(ports.openConnections).toEqual([]);
  expect(ports.socket.isClosed || !ports.socket.triesAgain).toBe(true);
  expect(ports.pageListenerCount).toBe(0);
  expect(ports.clock.waiting).toBe(0);
  expect(ports.media.meters.size).toBe(0);
}
