import { CallError } from '../../core/call-error.js';
import type { Fact } from '../../core/fact.js';
import type { Source } from '../../core/source.js';
import type { EndReason } from '../../core/state/call.js';
import type { CallState } from '../../core/state/call-state.js';
import { isActive, isInCall, isJoining, isOver, shownPhase } from '../../core/state/phase.js';
import type { Clock } from '../../session/clock.js';
import type { Session } from '../../session/session.js';

/** What the lifecycle does with a session. */
export type LifecycleSession = Pick<
  Session,
  'join' | 'leave' | 'close' | 'setSource' | 'setAudioOnly' | 'setProfile' | 'update'
>;

/** The values that the page has set, as they are now. */
export interface CallSettings {
  /** Whether the page has named a room, valid or not. */
  readonly hasRoom: boolean;
  readonly autojoin: boolean;
  readonly mic: boolean;
  readonly camera: boolean;
  readonly audioOnly: boolean;
  readonly profile: Parameters<LifecycleSession['setProfile']>;
  readonly access: Parameters<LifecycleSession['update']>[0];
}

/** The properties of a call that change it while it goes on. */
export type SettingName =
  | 'room'
  | 'server'
  | 'token'
  | 'autojoin'
  | 'mic'
  | 'camera'
  | 'audioOnly'
  | 'name'
  | 'metadata'
  | 'iceServers'
  | 'relayOnly';

export interface LifecyclePorts<S extends LifecycleSession> {
  readonly clock: Pick<Clock, 'after'>;
  readonly store: { readonly state: CallState; apply(fact: Fact): void };
  /** Calls `listener` when a change of the state is about to be drawn, until the returned function is called. */
  subscribe(listener: () => void): () => void;
  isConnected(): boolean;
  settings(): CallSettings;
  /** Resolves when everything that the page has set in this task has arrived here; undefined if nothing is on its way. */
  settled(): Promise<unknown> | undefined;
  /** Begins a session in the room that is set, with these sources on. Throws if that is impossible. */
  createSession(sources: Readonly<Record<Source, boolean>>): S;
  /** Asks the page; false if a listener prevented it. */
  propose(type: 'p2p-before-join' | 'p2p-before-leave'): boolean;
}

/**
 * Decides when a call begins, goes on in another room, and ends. The element has one session at a time. Inserting, moving and
 * removing the element, joining, leaving, and each change of a property act on that session, or replace it.
 */
export class CallLifecycle<S extends LifecycleSession> {
  readonly #ports: LifecyclePorts<S>;
  /** How each source was switched last, by the page or by the person. Joining again keeps to it. */
  readonly #switched: Partial<Record<Source, boolean>> = {};
  #session: S | undefined;
  /** Whether the first settings are known. */
  #isReady = false;
  #cancelRemoval: () => void = () => undefined;

  constructor(ports: LifecyclePorts<S>) {
    this.#ports = ports;
  }

  get session(): S | undefined {
    return this.#session;
  }

  /** The session, for a command that needs one. Throws if there is none. */
  get requiredSession(): S {
    if (!this.#session) throw new CallError('not-joined', 'There is no call.');
    return this.#session;
  }

  /** The element is in the document, perhaps once more. */
  inserted(): void {
    this.#cancelRemoval();
    if (this.#isReady && !this.#session) this.#open(this.#ports.settings().autojoin);
  }

  /** A move is a removal and an insertion in the same task, so the call ends only if the element is still outside afterwards. */
  removed(): void {
    this.#cancelRemoval = this.#ports.clock.after(0, () => {
      this.#closeSession();
      this.#ports.store.apply({ type: 'closed' });
    });
  }

  /** The page has set these properties. The first time, the call opens whatever they are. */
  settingsChanged(changed: { has(name: SettingName): boolean }): void {
    const { settings, isConnected } = this.#ports;
    const isFirst = !this.#isReady;
    this.#isReady = true;
    const now = settings();
    if (changed.has('mic')) this.#switched.microphone = now.mic;
    if (changed.has('camera')) this.#switched.camera = now.camera;
    // Nothing starts outside the document. Insertion opens the call, with the values of that time.
    if (!isConnected()) return;
    if (isFirst || changed.has('room') || changed.has('server') || (changed.has('token') && this.#isRefused)) {
      this.#open(now.autojoin || isActive(this.#phase));
    } else if (this.#session) {
      this.#follow(this.#session, changed, now);
    }
  }

  /** Joins the call. Resolves when in it; rejects with a CallError, `aborted` where a listener or leaving prevented it. */
  async join(): Promise<void> {
    await this.#join(this.#showsPrejoin);
  }

  /** Leaves the call. Rejects with `aborted` where a listener prevented it. */
  leave(): void {
    if (!isActive(this.#phase)) return;
    if (!this.#ports.propose('p2p-before-leave')) throw new CallError('aborted', 'Leaving was prevented.');
    this.#end('left');
  }

  /** Switches a source. Rejects with a CallError where it cannot be on. */
  async setSource(source: Source, on: boolean): Promise<void> {
    await this.#ports.settled();
    const session = this.requiredSession;
    this.#switched[source] = on;
    await session.setSource(source, on, 'user');
  }

  get #state(): CallState {
    return this.#ports.store.state;
  }

  get #phase(): CallState['call']['phase'] {
    return this.#state.call.phase;
  }

  get #showsPrejoin(): boolean {
    return shownPhase(this.#state.call) === 'prejoin';
  }

  /** Whether the room server refused the token. Another one may be valid. */
  get #isRefused(): boolean {
    return this.#phase === 'failed' && this.#state.call.failure?.code === 'bad-token';
  }

  get #sources(): Readonly<Record<Source, boolean>> {
    return { microphone: this.#switched.microphone ?? true, camera: this.#switched.camera ?? true };
  }

  #follow(session: S, changed: { has(name: SettingName): boolean }, now: CallSettings): void {
    const { microphone, camera } = this.#sources;
    if (changed.has('mic')) void this.setSource('microphone', microphone).catch(() => undefined);
    if (changed.has('audioOnly')) session.setAudioOnly(now.audioOnly, camera);
    else if (changed.has('camera')) void this.setSource('camera', camera).catch(() => undefined);
    if (changed.has('name') || changed.has('metadata')) session.setProfile(...now.profile);
    if (changed.has('token') || changed.has('iceServers') || changed.has('relayOnly')) session.update(now.access);
    if (changed.has('autojoin') && now.autojoin && this.#phase === 'prejoin') void this.join().catch(() => undefined);
  }

  /** Begins anew with the settings as they are now. */
  #open(joins: boolean): void {
    const { store, settings, createSession } = this.#ports;
    const showsPrejoin = this.#showsPrejoin;
    this.#end('room-changed');
    this.#closeSession();
    try {
      this.#session = createSession(this.#sources);
    } catch (cause) {
      const error =
        cause instanceof CallError ? cause : new CallError('bad-value', 'The call cannot start.', { cause });
      store.apply({ type: 'closed' });
      // A missing room is no failure: the page may set it later.
      if (settings().hasRoom) store.apply({ type: 'failed', error, reason: undefined });
      else store.apply({ type: 'went-wrong', error });
      return;
    }
    if (joins) void this.#join(showsPrejoin).catch(() => undefined);
  }

  async #join(showsPrejoin: boolean): Promise<void> {
    const { store, isConnected, settled, propose } = this.#ports;
    // Attributes that were set in the same task count.
    await settled();
    if (isInCall(this.#phase)) return;
    if (!isConnected()) throw new CallError('not-joined', 'The call is not in the document.');
    if (!this.#session || isOver(this.#phase)) this.#open(false);
    if (this.#session && this.#phase === 'prejoin' && !propose('p2p-before-join')) {
      throw new CallError('aborted', 'Joining was prevented.');
    }
    // A listener may have set a server or a token.
    const settling = settled();
    if (settling) await settling;
    if (!this.#session) throw this.#reason;
    this.#session.join();
    // Only the screen that Join was pressed on may stay for the moment that joining takes.
    if (!showsPrejoin) store.apply({ type: 'join-slow' });
    await this.#joined();
  }

  /**
   * Settles when the outcome of joining is about to be drawn. If the page changes the room or the server meanwhile, it settles with
   * the outcome there.
   */
  #joined(): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        const { phase, leftReason } = this.#state.call;
        if (isJoining(phase)) return;
        unsubscribe();
        if (isInCall(phase)) resolve();
        else if (leftReason === 'room-changed') resolve(this.#joinedAnew());
        else reject(phase === 'failed' ? this.#reason : new CallError('aborted', 'The call was left.'));
      };
      const unsubscribe = this.#ports.subscribe(look);
      look();
    });
  }

  async #joinedAnew(): Promise<void> {
    await this.#ports.settled();
    // Without a session the new room or server was refused.
    if (!this.#session) throw this.#reason;
    await this.join();
  }

  /** What keeps the call from going on. */
  get #reason(): CallError {
    const { call, errors } = this.#state;
    return call.failure ?? errors.at(-1) ?? new CallError('bad-room', 'The call has no room.', { fatal: true });
  }

  #end(reason: EndReason): void {
    if (isActive(this.#phase)) this.#session?.leave(reason);
  }

  #closeSession(): void {
    this.#session?.close();
    this.#session = undefined;
  }
}
