import { describe, expect, it } from 'vitest';
import { closeCodes } from '../../../src/protocol/close-codes.js';
import { lineLimits } from '../../../src/session/line-watch.js';
import { type CallStore, createCallStore } from '../../../src/session/call-store.js';
import { FakePorts } from '../../fakes/fake-ports.js';
import { me } from '../core/support.js';
import {
  bo,
  cy,
  expectReleased,
  hello,
  namesOf,
  optionsOf,
  sessionsOver,
  settled,
  type Stage,
  transports,
  typesOf,
  welcome,
} from './stage.js';

const relay = { urls: ['turn:t.example'], username: '1:ada', credential: 'first' };
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

// What a session does depends on no transport: the same rules hold over a mesh and by way of a hub.
for (const kind of Object.keys(transports) as (keyof typeof transports)[]) {
  const { createSession, open, join } = sessionsOver(kind);
  const over = ` (over a ${kind})`;

  describe(`Session on the pre-join screen${over}`, () => {
    it('opens a socket whose address says nothing of the person (W6)', () => {
      const { ports } = open({ token: 'ticket' });
      expect(ports.socket.url).toBe(optionsOf().url);
    });

    it('watches, and says nothing about the person (J1)', () => {
      const { ports } = open({ token: 'ticket' });
      ports.socket.open();
      expect(ports.socket.take()).toEqual([{ type: 'watch', ...hello, token: 'ticket' }]);
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

  describe(`Session.join${over}`, () => {
    it('waits for the line, and says join as the first word on it', () => {
      const { ports, session, store } = open();
      session.join();
      expect(store.state.call.phase).toBe('joining');
      ports.socket.open();
      expect(typesOf(ports.socket.take())).toEqual(['join', 'ping']);
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

    it('changes nothing when it is said twice', () => {
      const { ports, session } = open();
      ports.socket.open();
      session.join();
      ports.socket.take();
      session.join();
      expect(ports.socket.take()).toEqual([]);
    });
  });

  describe(`Session.setProfile in a call${over}`, () => {
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

  describe(`Session whose line comes back${over}`, () => {
    it('ends where the page leaves on hearing of the welcome, though one is heard whom nobody named', async () => {
      const { ports, session, store, others } = await join([bo]);
      others.connect('bo');
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

    it('closes the links of those who have left meanwhile', async () => {
      const { ports, store, others } = await join([bo, cy]);
      ports.socket.end(1006);
      ports.socket.open();
      ports.socket.say(welcome(cy));
      expect(store.state.people.list.map(({ id }) => id)).toEqual(['cy']);
      expect(others.linkCount()).toBe(1);
    });
  });

  describe(`Session of someone who talks${over}`, () => {
    it('says what it sends as soon as the channel is open, and each change (D2)', async () => {
      const { session, others } = await join([bo]);
      others.connect('bo');
      await session.setSource('microphone', false, 'user');
      session.hands.set(true);
      const presence = { microphone: 'on', camera: 'on' };
      const presences = others.received('bo').filter((message) => Object(message).type === 'presence');
      expect(presences).toMatchObject([
        { type: 'presence', presence },
        { type: 'presence', presence: { ...presence, microphone: 'off' } },
        { type: 'presence', presence: { handAt: expect.any(Number) } },
      ]);
    });

    it('sends no track of a source that is off, and the new one when it is on again', async () => {
      const { ports, session, others } = await join([bo]);
      expect(others.tracks('bo').camera).toBe(ports.media.tracks[1]);
      await session.setSource('camera', false, 'user');
      expect(others.tracks('bo').camera).toBeUndefined();
      await session.setSource('camera', true, 'user');
      expect(others.tracks('bo').camera).toBe(ports.media.tracks.at(-1));
      expect(ports.media.tracks.length).toBe(3);
    });

    it('sends nothing of a muted microphone, keeps it open, and sends it again in the same moment', async () => {
      const { ports, session, others } = await join([bo]);
      await session.setSource('microphone', false, 'user');
      expect(others.tracks('bo').microphone).toBeUndefined();
      void session.setSource('microphone', true, 'user');
      expect(others.tracks('bo').microphone).toBe(ports.media.tracks[0]?.clones[0]);
      expect(ports.media.asked.length).toBe(1);
    });

    it('releases a muted microphone where the person does not want it kept', async () => {
      const { ports, session } = await join([bo], { camera: false });
      await session.devices.setAudioCare({ listenWhileMuted: false });
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
      const { store, others } = await join([bo], { microphone: false });
      others.connect('bo');
      others.say('bo', { type: 'presence', presence: { microphone: 'on', camera: 'off', screen: 'off' } });
      const speak = (level: number, isSending: boolean): void => others.speak('bo', level, isSending);
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
      await session.devices.choose('speaker', '2');
      expect(store.state.settings.deviceIds.speaker).toBe('2');
      await expect(session.devices.choose('speaker', '9')).rejects.toMatchObject({
        code: 'device-missing',
      });
      expect(store.state.errors.map(({ code, subject }) => [code, subject])).toEqual([['device-missing', 'speaker']]);
      await session.devices.choose('speaker', '2');
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
      const { store, values, others } = await join([bo]);
      others.connect('bo');
      others.say('bo', { type: 'data', value: { slide: 4 } });
      expect(values).toEqual([{ slide: 4 }]);
      others.say('bo', { type: 'bye' });
      expect(store.state.people.list).toEqual([]);
      expect(others.linkCount()).toBe(0);
    });
  });

  describe(`Session with a relay${over}`, () => {
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
  });

  describe(`Session that may use relays alone${over}`, () => {
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

    it('leaves nothing behind where the page leaves on hearing of it', async () => {
      const ports = new FakePorts();
      const store: CallStore = createCallStore(({ type }) => {
        if (type === 'p2p-error') session.leave('left');
      });
      const session = createSession(ports, store, { relayOnly: true });
      session.join();
      ports.socket.open();
      ports.socket.say({ ...welcome(bo), iceValidMs: hourMs });
      await settled();
      expect(store.state.call.phase).toBe('left');
      expectReleased(ports);
    });
  });

  describe(`what a host asks${over}`, () => {
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
      const { ports, session, store, events, others } = await join([bo]);
      ports.socket.say({ type: 'mute', from: bo.id });
      expect(store.state).toMatchObject({ self: { mutedByHost: true, microphone: 'off', camera: 'on' } });
      expect(namesOf(events, 'p2p-microphone-change').map(({ detail }) => detail)).toEqual([{ on: false, by: 'host' }]);
      expect(others.tracks('bo').microphone).toBeUndefined();
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
      const { ports, others } = await join([bo]);
      others.connect('bo');
      ports.socket.end(closeCodes.removed);
      expect(others.received('bo')).not.toContainEqual({ type: 'bye' });
    });
  });

  describe(`a shared screen of a Session${over}`, () => {
    it('is told to the others, and sent beside the camera', async () => {
      const { ports, session, store, others } = await join([bo]);
      others.connect('bo');
      await session.setScreen(true, 'user');
      expect(store.state.self.screen).toBe('on');
      expect(others.received('bo').at(-1)).toMatchObject({ presence: { screen: 'on', camera: 'on' } });
      expect(Object.keys(others.tracks('bo'))).toEqual(['microphone', 'camera', 'screen']);
      session.leave('left');
      expectReleased(ports);
    });
  });

  describe(`the end of a Session${over}`, () => {
    it('says goodbye to all and leave to the room server, and releases everything', async () => {
      const { ports, session, store, events, others } = await join([bo]);
      others.connect('bo');
      session.leave('left');
      expect(others.received('bo').at(-1)).toEqual({ type: 'bye' });
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
    ] as const)(
      'on the close code %s is %s, with its reason and code (W5)',
      async (reason, phase, leftReason, code) => {
        const { ports, store, events } = await join([bo]);
        ports.socket.end(closeCodes[reason]);
        expect(store.state).toMatchObject({ call: { phase, leftReason }, people: { list: [] } });
        const fatal = namesOf(events, 'p2p-error').map(({ detail }) => ('error' in detail ? detail.error : undefined));
        expect(fatal.map((error) => error?.code)).toEqual(code ? [code] : []);
        expect(fatal.every((error) => error?.fatal)).toBe(true);
        expectReleased(ports);
      },
    );

    it('leaves the state to the session that comes after it', async () => {
      const { ports, session, store } = await join();
      session.leave('left');
      const next = new FakePorts();
      createSession(next, store).join();
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
      const session = createSession(
        ports,
        createCallStore(() => undefined),
      );
      await settled();
      session.close();
      ports.media.answer();
      await settled();
      expect(ports.media.tracks.length).toBe(2);
      expectReleased(ports);
    });
  });
}
