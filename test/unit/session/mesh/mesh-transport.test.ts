import { describe, expect, it } from 'vitest';
import { channelRate, sendRate } from '../../../../src/protocol/limits.js';
import type { ServerMessage } from '../../../../src/protocol/server-message.js';
import { decodeEnvelope } from '../../../../src/protocol/signal.js';
import type { FakeClock } from '../../../fakes/fake-clock.js';
import { me } from '../../core/support.js';
import { bo, cy, offersMade, sessionsOver, settled, type Stage, typesOf, welcome } from '../stage.js';

const { open, join } = sessionsOver('mesh');

const relay = { urls: ['turn:t.example'], username: '1:ada', credential: 'first' };
const fresh = { ...relay, username: '2:ada', credential: 'second' };
const hourMs = 3_600_000;
/** Answers the heartbeat, so that the line stays open, and returns the types of all other messages. */
function passCalmly({ ports }: Stage, ms: number): string[] {
  const sent: string[] = [];
  for (let passed = 0; passed < ms; passed += 1_000) {
    ports.clock.pass(1_000);
    const messages = typesOf(ports.socket.take());
    if (messages.includes('ping')) ports.socket.say({ type: 'pong' });
    sent.push(...messages.filter((type) => type !== 'ping' && type !== 'signal'));
  }
  return sent;
}

describe('Session on the pre-join screen', () => {
  it('makes connections for those present, and tells nobody', async () => {
    const { ports } = open();
    ports.socket.open();
    ports.socket.take();
    ports.socket.say({ type: 'ready', id: me.id, members: ['bo', 'cy'], iceServers: [] });
    await settled();
    expect(ports.openConnections.length).toBe(2);
    expect(ports.socket.take()).toEqual([]);
  });
});

describe('a room server that says too much on the pre-join screen', () => {
  const ready: ServerMessage = { type: 'ready', id: me.id, members: ['bo', 'cy'], iceServers: [] };

  it.each<[string, ServerMessage]>([
    ['a welcome', welcome(bo)],
    ['a member', { type: 'member', member: cy }],
    ['somebody who leaves', { type: 'left', id: 'bo', reason: 'left' }],
    ['a mute', { type: 'mute', from: 'bo' }],
  ])('reaches nobody through %s: no offer, no address, no switch (J1)', async (_, message) => {
    const { ports, store } = open();
    ports.socket.open();
    ports.socket.say(ready);
    await settled();
    ports.socket.take();
    ports.socket.say(message);
    // Longer than an offer is awaited.
    ports.clock.pass(6_000);
    await settled();
    expect(typesOf(ports.socket.take())).not.toContain('signal');
    expect(ports.connections.every(({ localDescription }) => localDescription === null)).toBe(true);
    expect(store.state).toMatchObject({ call: { phase: 'prejoin' }, self: { microphone: 'on' } });
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
    const sent = [...ports.socket.take()];
    expect(typesOf(sent)).toEqual(['join', 'ping', 'signal']);
    await offersMade(stage);
    sent.push(...ports.socket.take());
    expect(typesOf(sent)).toEqual(['join', 'ping', 'signal', 'signal']);
    expect(sent.flatMap((message) => (message.type === 'signal' ? [message.to] : []))).toEqual(['bo', 'cy']);
    const offers = sent.flatMap((message) =>
      message.type === 'signal' ? [decodeEnvelope(message.envelope)?.body] : [],
    );
    for (const offer of offers) expect(offer).toMatchObject({ kind: 'description', description: { type: 'offer' } });
    expect(store.state.call.phase).toBe('joining');
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
});

describe('what is drawn of a Session', () => {
  /** Counts the notifications of viewers from now on. */
  function listen({ store, ports }: Stage): () => number {
    let notified = 0;
    const paint = (): void => void (notified += 1);
    store.subscribe(() => ports.priority.run('paint', paint));
    return () => notified;
  }

  /** Welcome to a call with Bo, with an offer that takes until the returned function is called. */
  async function joinSlowly(): Promise<{ clock: FakeClock; notified: () => number; describe: () => Promise<void> }> {
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
    const notified = listen(stage);
    ports.socket.say(welcome(bo));
    await settled();
    const describe = (): Promise<void> => {
      goOn();
      return settled();
    };
    return { clock: ports.clock, notified, describe };
  }

  it('waits for the offers of one who joins', async () => {
    const { clock, notified, describe } = await joinSlowly();
    clock.pass(60);
    expect(notified()).toBe(0);
    await describe();
    clock.pass(20);
    expect(notified()).toBe(1);
  });

  it('waits no longer than a moment', async () => {
    const { clock, notified } = await joinSlowly();
    clock.pass(199);
    expect(notified()).toBe(0);
    clock.pass(1);
    expect(notified()).toBe(1);
  });

  it('does not wait for one who is alone', () => {
    const alone = open();
    alone.ports.socket.open();
    alone.session.join();
    const notifiedAlone = listen(alone);
    alone.ports.socket.say(welcome());
    expect(notifiedAlone()).toBeGreaterThan(0);
  });

  it('gives one who comes the time to offer, and is up to date when the call is over', async () => {
    const stage = await join();
    const { ports, session } = stage;
    ports.clock.pass(1_000);
    const notified = listen(stage);
    ports.socket.say({ type: 'member', member: bo });
    ports.clock.pass(50);
    expect(notified()).toBe(0);
    ports.clock.pass(100);
    expect(notified()).toBe(1);
    // One who is known has nothing to offer.
    ports.socket.say({ type: 'member', member: { ...bo, name: 'Boris' } });
    expect(notified()).toBe(2);
    ports.socket.say({ type: 'member', member: cy });
    expect(notified()).toBe(2);
    session.leave('left');
    expect(notified()).toBeGreaterThan(2);
    expect(ports.clock.waiting).toBe(0);
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

  it('sends again to a member that was lost and is back (S1)', async () => {
    const { ports } = await join([bo]);
    ports.socket.say({ type: 'member', member: { ...bo, lost: true } });
    expect(ports.socket.take()).toEqual([]);
    ports.socket.say({ type: 'member', member: bo });
    await settled();
    expect(ports.socket.take()).toMatchObject([{ type: 'signal', to: 'bo', envelope: { sync: true } }]);
  });
});

describe('Session of someone who talks', () => {
  it('has one data channel with each peer, which both sides know without asking (D1)', async () => {
    const { ports } = await join([bo, cy]);
    const channels = ports.openConnections.map(({ channelOptions }) => channelOptions);
    // Ordered and reliable is what a channel is unless it is asked to be otherwise (W3C WebRTC section 6.2).
    expect(channels).toEqual([[{ negotiated: true, id: 0 }], [{ negotiated: true, id: 0 }]]);
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

  it('keeps to the servers of the page, as long as it names some', async () => {
    const { ports, session } = await join([bo], { iceServers: [{ urls: 'stun:own.example' }] });
    const serversOf = () => ports.openConnections[0]?.configuration.iceServers;
    ports.socket.say({ ...welcome(bo), iceServers: [relay] });
    expect(serversOf()).toEqual([{ urls: 'stun:own.example' }]);
    session.update({ iceServers: undefined });
    expect(serversOf()).toEqual([relay]);
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
    const sent = connection?.channel.sent.length ?? 0;
    for (let index = 0; index < sendRate.burst; index += 1) session.values.send(index, undefined);
    expect(() => session.values.send('more', undefined)).toThrow(expect.objectContaining({ code: 'rate-limited' }));
    expect(connection?.channel.sent.length).toBe(sent + sendRate.burst);
  });
});
