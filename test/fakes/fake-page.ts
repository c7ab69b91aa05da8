import {
  CallLifecycle,
  type CallSettings,
  type LifecycleSession,
  type SettingName,
} from '../../src/components/p2p-call/call-lifecycle.js';
import { CallError } from '../../src/core/call-error.js';
import type { EndReason } from '../../src/core/state/call.js';
import { isInCall } from '../../src/core/state/phase.js';
import { createCallStore } from '../../src/session/call-store.js';
import { aMember } from './builders.js';
import { FakeClock } from './fake-clock.js';

/** What a page can set on the fake call. */
interface Attributes extends Pick<CallSettings, 'autojoin' | 'mic' | 'camera' | 'audioOnly'> {
  room: string | undefined;
  server: string;
  token: string;
  name: string;
}

/** A page with a call on it, whose sessions only write down what they are told. Settings are taken in a microtask later, as Lit does. */
export class FakePage {
  readonly log: string[] = [];
  readonly clock = new FakeClock();
  readonly store = createCallStore(() => undefined);
  readonly sessions: FakeSession[] = [];
  readonly lifecycle: CallLifecycle<FakeSession>;
  /** Asked before joining and leaving; `false` prevents it. */
  listener: (type: string) => boolean | void = () => undefined;
  /** What keeps a session from being made. */
  obstacle: unknown;
  isConnected = true;
  #attributes: Attributes = {
    room: 'standup',
    server: '',
    token: '',
    name: 'Ada',
    autojoin: false,
    mic: true,
    camera: true,
    audioOnly: false,
  };
  #changed = new Set<SettingName>();
  #update: Promise<void> | undefined;

  constructor(attributes: Partial<Attributes> = {}) {
    this.lifecycle = new CallLifecycle<FakeSession>({
      clock: this.clock,
      store: this.store,
      subscribe: (listener) => this.store.subscribe(listener),
      isConnected: () => this.isConnected,
      settings: () => this.#settings,
      settled: () => this.#update,
      createSession: (sources) => this.#createSession(sources),
      propose: (type) => {
        this.log.push(type);
        return this.listener(type) !== false;
      },
    });
    this.lifecycle.inserted();
    this.set(attributes);
  }

  get phase(): string {
    return this.store.state.call.phase;
  }

  get errorCode(): string | undefined {
    return this.store.state.errors.at(-1)?.code;
  }

  /** Sets attributes of the call. */
  set(attributes: Partial<Attributes>): void {
    Object.assign(this.#attributes, attributes);
    for (const name of Object.keys(attributes)) this.#changed.add(name as SettingName);
    this.#update ??= Promise.resolve().then(() => {
      const changed = this.#changed;
      this.#changed = new Set();
      this.lifecycle.settingsChanged(changed);
      this.#update = undefined;
    });
  }

  remove(): void {
    this.isConnected = false;
    this.lifecycle.removed();
  }

  insert(): void {
    this.isConnected = true;
    this.lifecycle.inserted();
  }

  /** The room server lets the present session in. */
  welcome(): void {
    this.store.apply({ type: 'welcomed', id: 'ada', members: [aMember({ id: 'ada' })], kept: [] });
  }

  /** The room server turns the present session away. */
  refuse(code: 'bad-token' | 'room-full'): void {
    this.sessions.at(-1)?.fail(new CallError(code, code, { fatal: true }));
  }

  /** Resolves when nothing is left to do. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  }

  get #settings(): CallSettings {
    const { room, token, name, ...others } = this.#attributes;
    const access = { token, relayOnly: false, iceServers: undefined };
    return { ...others, hasRoom: room !== undefined, profile: [name, {}], access };
  }

  #createSession({ microphone, camera }: { microphone: boolean; camera: boolean }): FakeSession {
    if (this.obstacle) throw this.obstacle;
    const { room, server } = this.#attributes;
    if (!room) throw new CallError('bad-room', 'No room.', { fatal: true });
    const on = [microphone ? 'mic' : '', camera ? 'camera' : ''].filter(Boolean).join('+');
    this.log.push(`open ${[server, room].filter(Boolean).join('/')} with ${on || 'nothing'}`);
    const session = new FakeSession(this, room);
    this.sessions.push(session);
    return session;
  }
}

class FakeSession implements LifecycleSession {
  readonly #page: FakePage;
  #ended = false;

  constructor(page: FakePage, room: string) {
    this.#page = page;
    page.store.apply({ type: 'opened', room, name: '', metadata: {}, audioOnly: false });
  }

  join(): void {
    if (this.#ended || this.#page.phase !== 'prejoin') return;
    this.#page.log.push('join');
    this.#page.store.apply({ type: 'join-started' });
  }

  leave(reason: EndReason): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#page.log.push(`leave: ${reason}`);
    this.#page.store.apply({ type: 'left', reason });
  }

  close(): void {
    if (this.#ended) return;
    if (isInCall(this.#page.store.state.call.phase)) return this.leave('left');
    this.#ended = true;
    this.#page.log.push('close');
    this.#page.store.apply({ type: 'closed' });
  }

  fail(error: CallError): void {
    this.#ended = true;
    this.#page.store.apply({ type: 'failed', error, reason: 'unauthorized' });
  }

  async setSource(source: string, on: boolean): Promise<void> {
    this.#page.log.push(`${source} ${on ? 'on' : 'off'}`);
  }

  setAudioOnly(audioOnly: boolean, camera: boolean): void {
    this.#page.log.push(`audio-only ${audioOnly}, camera ${camera}`);
  }

  setProfile(name: string): void {
    this.#page.log.push(`name ${name}`);
  }

  update({ token }: { token: string | undefined }): void {
    this.#page.log.push(`token ${token}`);
  }
}
