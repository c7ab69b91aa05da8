import { ContextProvider } from '@lit/context';
import { type CSSResultGroup, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { CallError, noSuchParticipant } from '../../core/call-error.js';
import type { CallEventDetails } from '../../core/call-event.js';
import type { AudioCare, Device, DeviceKind } from '../../core/device.js';
import type { LinkStats } from '../../core/link-stats.js';
import { type Participant, selectParticipant, selectParticipants, selectSelf } from '../../core/participant.js';
import type { TrackSource } from '../../core/source.js';
import { isInCall, type Phase } from '../../core/state/phase.js';
import type { Metadata } from '../../core/state/self.js';
import { type TileSource, tileKey } from '../../core/tile-key.js';
import { browserPorts } from '../../session/browser-ports.js';
import { createCallStore } from '../../session/call-store.js';
import { readAudioCare, readDeviceKind, readVolume } from '../../session/page-input.js';
import type { Session } from '../../session/session.js';
import type { P2PStage } from '../p2p-stage/p2p-stage.js';
import { renderStage } from './render-stage.js';
import { callContext, callView, type CallView } from '../shared/call-context.js';
import { FileEvent } from '../shared/lazy.js';
import { choiceOf } from '../shared/page-mistake.js';
import { property } from '../shared/property.js';
import type { RequestDetails } from '../shared/requests.js';
import { WordsProvider } from '../shared/words.js';
import { answerRequests } from './answer-requests.js';
import { AudioSinks } from './audio-sinks.js';
import { CallLifecycle } from './call-lifecycle.js';
import { CallStates } from './call-states.js';
import { createCallView } from './call-view.js';
import { Invite } from './invite.js';
import { NeededFiles } from './needed-files.js';
import { watchFor } from './on-demand.js';
import { callStyles } from './p2p-call.styles.js';
import { PageSettings } from './page-settings.js';
import { Panels } from './panels.js';
import { withPin } from './pins.js';
import { WakeLock } from './wake-lock.js';
import { Windows } from './windows.js';

/** The events of `<p2p-call>` that carry no change of state. */
export interface CallNoticeDetails {
  'p2p-before-join': Record<string, never>;
  'p2p-before-leave': Record<string, never>;
}

export type { CallEventDetails };

const themes = ['auto', 'light', 'dark'] as const;

/**
 * A video call. The element owns the session, provides its state to the elements inside and to those that name the call with `for`,
 * and turns their requests into commands.
 *
 * @slot - Replaces the built-in interface; compose it from the other elements. Panels open over it.
 * @slot prejoin - Extra content on the pre-join screen.
 * @slot header - Above the tiles.
 * @slot controls - Extra buttons after the built-in ones.
 * @slot empty - Shown while nobody else is in the call.
 * @slot left - Shown after leaving.
 *
 * @fires p2p-state-change - `{ state, previous }`
 * @fires p2p-before-join - Cancelable: the call is about to be joined.
 * @fires p2p-joined - `{ id }`
 * @fires p2p-before-leave - Cancelable: the call is about to be left.
 * @fires p2p-left - `{ reason }`
 * @fires p2p-participant-joined - `{ participant }`, also for those who were there before
 * @fires p2p-participant-changed - `{ participant, changed }`
 * @fires p2p-participant-left - `{ participant, reason }`
 * @fires p2p-microphone-change - `{ on, by }`
 * @fires p2p-camera-change - `{ on, by }`
 * @fires p2p-screen-change - `{ on, by }`
 * @fires p2p-devices-change - The list of devices changed.
 * @fires p2p-talking-while-muted - The self talks while the microphone is off.
 * @fires p2p-speaker-change - `{ id }`: another participant has the floor; undefined once it has left.
 * @fires p2p-playback-blocked - The browser plays no sound until someone clicks.
 * @fires p2p-message - `{ id, from, text, sentAt, to }`, a message of the chat: of another or of the self, new or from before joining
 * @fires p2p-reaction - `{ from, emoji }`
 * @fires p2p-hand-change - `{ id, raised }`
 * @fires p2p-data - `{ from, value }`
 * @fires p2p-connection-change - `{ id, connection, path }`
 * @fires p2p-error - `{ error }`, a CallError
 *
 * @renders p2p-stage
 *
 * @cssproperty --p2p-font - Font family.
 * @cssproperty --p2p-color-text - Text.
 * @cssproperty --p2p-color-muted - Less important text.
 * @cssproperty --p2p-color-surface - Background.
 * @cssproperty --p2p-color-raised - Background of buttons, fields and messages.
 * @cssproperty --p2p-color-border - Borders.
 * @cssproperty --p2p-color-accent - Main button, focus ring.
 * @cssproperty --p2p-color-on-accent - Text on the accent.
 * @cssproperty --p2p-color-danger - Leave, off, trouble.
 * @cssproperty --p2p-color-good - What works.
 * @cssproperty --p2p-color-warning - What deserves a look.
 * @cssproperty --p2p-radius - Corner radius.
 * @cssproperty --p2p-gap - Space between tiles.
 * @cssproperty --p2p-button-size - Height of a control.
 * @cssproperty --p2p-tile-ratio - Width by height of every tile, such as `4 / 3`; left out, what fills the space best.
 *
 * @cssstate idle - Not started.
 * @cssstate prejoin - The pre-join screen shows.
 * @cssstate joining - On the way in.
 * @cssstate waiting - Reserved for rooms where a host admits people. No room has a lobby yet.
 * @cssstate joined - In the call.
 * @cssstate reconnecting - In the call and cut off from it.
 * @cssstate left - Over.
 * @cssstate failed - Cannot go on.
 * @cssstate alone - In the call with nobody else.
 * @cssstate mic-on - The own microphone is on.
 * @cssstate camera-on - The own camera is on.
 * @cssstate screen-on - The own screen is shared.
 * @cssstate hand-raised - The own hand is up.
 */
export class P2PCall extends LitElement {
  static override readonly styles: CSSResultGroup = callStyles;

  /** The room: 1 to 128 characters after trimming. Changing it leaves the old room and joins the new one. */
  @property() room: string | undefined;
  /** Host or URL of the room server; if left out, the server that this script was loaded from. */
  @property() server: string | undefined;
  /** The display name, at most 64 characters. */
  @property() name = '';
  /** An access token signed by the site's own server. */
  @property() token: string | undefined;
  /** A JSON object of at most 1,024 bytes that the other participants get with the name. */
  @property({ converter: { fromAttribute: parseJson } }) metadata: Metadata = {};
  /** Joins at once, without the pre-join screen. */
  @property({ type: Boolean }) autojoin = false;
  /** Whether the microphone starts on or off; a change during the call switches it. */
  @property() mic: 'on' | 'off' = 'on';
  /** Whether the camera starts on or off; a change during the call switches it. */
  @property() camera: 'on' | 'off' = 'on';
  /** No camera is offered, sent or received. */
  @property({ type: Boolean, attribute: 'audio-only' }) audioOnly = false;
  /** How tiles are arranged. */
  @property() layout: 'auto' | 'grid' | 'spotlight' = 'auto';
  /**
   * The controls to show, in their order, separated by spaces or commas: `mic`, `camera`, `screen`, `hand`, `reactions`, `chat`,
   * `people`, `settings`, `pip`, `fullscreen`, `leave`. If left out, all that this browser supports.
   */
  @property() controls: string | undefined;
  /** Keyboard shortcuts, while the focus is inside; `?` lists them. */
  @property() hotkeys: 'on' | 'off' = 'on';
  /** Sends media only through a TURN relay, so that the others never learn this participant's addresses. */
  @property({ type: Boolean, attribute: 'relay-only' }) relayOnly = false;
  /** Light or dark, whatever the page is; `auto` follows the `color-scheme` of the page. */
  @property({ reflect: true, useDefault: true }) theme: 'auto' | 'light' | 'dark' = 'auto';
  /** Replaces the ICE servers that the room server provides (W3C WebRTC section 4.2.4). */
  @property({ attribute: false }) iceServers: readonly RTCIceServer[] | undefined;

  readonly #store = createCallStore(({ type, detail }) => this.#dispatch(type, detail, false));
  readonly #settings = new PageSettings(this, this.#store);
  readonly #lifecycle: CallLifecycle<Session> = new CallLifecycle<Session>({
    clock: browserPorts.clock,
    store: this.#store,
    subscribe: (listener) => this.#view.subscribe(listener),
    isConnected: () => this.isConnected,
    settings: () => this.#settings,
    settled: () => (this.isUpdatePending ? super.getUpdateComplete() : undefined),
    createSession: (sources) => this.#settings.createSession(sources),
    propose: (type) => this.#dispatch(type, {}, true),
  });
  readonly #view: CallView = createCallView(this.#store, () => this.#lifecycle.session);

  constructor() {
    super();
    const store = this.#store;
    new ContextProvider(this, { context: callContext, initialValue: this.#view });
    const report = store.apply.bind(store);
    const sinks = new AudioSinks(this.#view, (blocked) => report({ type: 'playback-changed', blocked }));
    const windows = new Windows(this, this.#view, new WordsProvider(this), report);
    const invite = new Invite((news) => report({ type: 'invite-changed', invite: news }));
    const states = new CallStates(this.attachInternals());
    const followers = [
      states,
      sinks,
      windows,
      invite,
      new WakeLock(),
      new NeededFiles(this, this.#view, (load) => browserPorts.priority.run('load', load)),
    ];
    store.subscribe(() => {
      for (const follower of followers) follower.update(store.state);
    });
    // Before all other elements of the call, so that the stage knows which element has the focus before any is removed.
    this.#view.subscribe(() => this.#stage?.requestUpdate());
    answerRequests(this, { call: this, store, sinks, panels: new Panels(this, store), windows, invite });
    this.addEventListener(FileEvent.type, (event) => {
      const { subject, error } = event as FileEvent;
      report(error ? { type: 'file-missing', subject, error } : { type: 'file-arrived', subject });
    });
  }

  /** The phase of the call. */
  get state(): Phase {
    return this.#store.state.call.phase;
  }

  /** All participants, the self first; frozen, and the same array until something changes. */
  get participants(): readonly Participant[] {
    return selectParticipants(this.#store.state);
  }

  /** The self; undefined while not in the call. */
  get self(): Participant | undefined {
    return selectSelf(this.#store.state);
  }

  /** The devices that the browser lists. */
  get devices(): readonly Device[] {
    return this.#store.state.settings.devices;
  }

  /** The other participant who speaks, or spoke last. */
  get speaker(): Participant | undefined {
    return selectParticipant(this.#store.state, this.#store.state.people.speakerId);
  }

  /** The error that is present now, if any; the newest if there are several. */
  get error(): CallError | undefined {
    return this.#store.state.errors.at(-1);
  }

  /** The view for elements that name this call with `for`. */
  get [callView](): CallView {
    return this.#view;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const root = this.getRootNode();
    if (root instanceof ShadowRoot) watchFor(root);
    this.#lifecycle.inserted();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#lifecycle.removed();
  }

  /** Joins the call. Resolves when joined; rejects with a CallError, with the code `aborted` if a listener or leaving prevented it. */
  async join(): Promise<void> {
    await this.#lifecycle.join();
  }

  /** Leaves the call. Resolves when everything is released; rejects with the code `aborted` if a listener prevented it. */
  async leave(): Promise<void> {
    this.#lifecycle.leave();
  }

  /** Switches the microphone, before or during the call. Rejects with a CallError if the microphone cannot be turned on. */
  async setMicrophone(on: boolean): Promise<void> {
    await this.#lifecycle.setSource('microphone', on);
  }

  /** Switches the camera, before or during the call. Rejects with a CallError if the camera cannot be turned on. */
  async setCamera(on: boolean): Promise<void> {
    await this.#lifecycle.setSource('camera', on);
  }

  /**
   * Shares a screen, window or tab that the person chooses, or stops sharing; only in a call, and in answer to a click. Several
   * participants may share, and the camera stays on. Rejects with a CallError, with the code `screen-denied` if the person or the
   * system refused.
   */
  async setScreen(on: boolean): Promise<void> {
    await this.#lifecycle.requiredSession.setScreen(on, 'user');
  }

  /**
   * As host: mutes a participant; only the participant can unmute again. Like the next three methods, it resolves when the request
   * has been sent to the room server, and rejects with the code `not-host` if the self is a guest.
   */
  async askToMute(id: string): Promise<void> {
    this.#lifecycle.requiredSession.act({ type: 'mute', id });
  }

  /** As host: removes a participant from the call. Without access tokens the first one in a room is its host. */
  async removeParticipant(id: string): Promise<void> {
    this.#lifecycle.requiredSession.act({ type: 'remove', id });
  }

  /** Removes the element from the page, like the method of any element. */
  override remove(): void;
  /**
   * Deprecated: use `removeParticipant`. With the id of a participant in the call it does the same; with anything else it removes the
   * element from the page.
   *
   * @deprecated Use `removeParticipant`.
   */
  override remove(id: string): Promise<void>;
  override remove(...[id]: [id?: unknown]): Promise<void> | void {
    // Used as a listener, the method is called with an event.
    const isParticipant = typeof id === 'string' && this.participants.some((participant) => participant.id === id);
    return isParticipant ? this.removeParticipant(id) : super.remove();
  }

  /** As host: gives the role of host to a participant. The self is a guest from then on. */
  async makeHost(id: string): Promise<void> {
    this.#lifecycle.requiredSession.act({ type: 'host', id });
  }

  /** As host: ends the call for everyone, the self included. */
  async endForAll(): Promise<void> {
    this.#lifecycle.requiredSession.act({ type: 'end' });
  }

  /** Changes the display name, for the others too. */
  async setName(name: string): Promise<void> {
    this.name = name;
    await this.updateComplete;
  }

  /**
   * Chooses the device to capture with or to play through; an empty id means the default of the system. The present device stays in
   * use until the new one is ready. If that fails, the present device stays, and the promise rejects with a CallError.
   */
  async setDevice(kind: DeviceKind, deviceId: string): Promise<void> {
    const known = readDeviceKind(kind);
    await this.#lifecycle.requiredSession.devices.choose(known, String(deviceId));
  }

  /** Changes to the next camera; on a phone, to the one on the other side. Rejects with a CallError if there is none. */
  async flipCamera(): Promise<void> {
    await this.#lifecycle.requiredSession.devices.flip();
  }

  /** Changes the audio processing of the microphone; properties that are left out stay. Rejects with a CallError. */
  async setAudioCare(care: Partial<AudioCare>): Promise<void> {
    const changes = readAudioCare(care, this.#store.state.settings.audioCare);
    await this.#lifecycle.requiredSession.devices.setAudioCare(changes);
  }

  /** Sets the volume of a participant on this device, from 0 to 1. Rejects with a CallError if there is no such participant. */
  async setVolume(id: string, volume: number): Promise<void> {
    if (!this.#store.state.people.list.some((person) => person.id === id)) {
      throw noSuchParticipant(String(id));
    }
    this.#store.apply({ type: 'volume-changed', id, volume: readVolume(volume) });
  }

  /** Silences all participants on this device, or plays them again. */
  async setDeafened(on: boolean): Promise<void> {
    this.#store.apply({ type: 'deafened-changed', deafened: !!on });
  }

  /** Sends a JSON value of at most 65,536 bytes to everyone, or to the participant `to`. Rejects with a CallError. */
  async sendData(value: unknown, options: { to?: string } = {}): Promise<void> {
    this.#lifecycle.requiredSession.values.send(value, options.to);
  }

  /** The statistics of each connection to another participant. */
  async getStats(): Promise<readonly LinkStats[]> {
    const stats = await Promise.all(this.#store.state.people.list.map(({ id }) => this.#view.statsOf(id)));
    return stats.filter((one) => one !== undefined);
  }

  /** Pins a participant's camera or screen, in addition to other pins; `undefined` removes all pins. Rejects with a CallError. */
  async pin(id: string | undefined, source: TileSource = 'camera'): Promise<void> {
    if (!isInCall(this.state)) throw new CallError('not-joined', 'Nothing can be pinned outside a call.');
    if (id !== undefined && !this.participants.some((participant) => participant.id === id)) {
      throw noSuchParticipant(id);
    }
    const pins = id === undefined ? [] : withPin(this.#store.state.view.pins, tileKey(id, source), true);
    this.#store.apply({ type: 'viewing-changed', changes: { pins } });
  }

  /**
   * Sends a message of 1 to 4,000 characters to everyone in the call, or to the participant `to`. Resolves with the id of the message
   * once it is in the chat; it is delivered as soon as there are connections. Rejects with a CallError.
   */
  async sendMessage(text: string, options: { to?: string } = {}): Promise<string> {
    return this.#lifecycle.requiredSession.messaging.send(text, options.to);
  }

  /** Shows everyone one emoji for a moment. Rejects with a CallError. */
  async react(emoji: string): Promise<void> {
    this.#lifecycle.requiredSession.reactions.send(emoji);
  }

  /** Raises or lowers the own hand. Rejects with a CallError. */
  async setHand(on: boolean): Promise<void> {
    this.#lifecycle.requiredSession.hands.set(on);
  }

  /**
   * The live stream of a participant, or undefined. The object stays the same while the participant is in the call. `screen-sound` is
   * the sound of the tab or system that another participant shares.
   */
  streamOf(id: string, source: TrackSource): MediaStream | undefined {
    return this.#view.streamOf(id, source);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    choiceOf(this, 'theme', this.theme, themes);
    this.#lifecycle.settingsChanged(changed);
  }

  protected override render(): TemplateResult {
    return renderStage(this);
  }

  /** An update is complete once the interface shows it. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isComplete = await super.getUpdateComplete();
    // Outside of the document nothing is rendered.
    if (this.isConnected) await this.#stage?.updateComplete;
    return isComplete;
  }

  get #stage(): P2PStage | null {
    return this.shadowRoot?.querySelector('p2p-stage') ?? null;
  }

  #dispatch(type: string, detail: object, cancelable: boolean): boolean {
    return this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable }));
  }
}

/** The value of a JSON attribute. A text that is no JSON stays a text, and is refused where the property is read. */
function parseJson(text: string | null): unknown {
  if (text === null) return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? text : value;
  } catch {
    return text;
  }
}

type AllDetails = CallEventDetails & CallNoticeDetails & RequestDetails;
type CallEventMap = { [T in keyof AllDetails]: CustomEvent<AllDetails[T]> };

declare global {
  interface HTMLElementTagNameMap {
    'p2p-call': P2PCall;
  }
  interface HTMLElementEventMap extends CallEventMap {}
  // All of them bubble and are composed.
  interface DocumentEventMap extends CallEventMap {}
  interface WindowEventMap extends CallEventMap {}
}
