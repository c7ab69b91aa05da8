import { ContextProvider } from '@lit/context';
import { LitElement, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { choiceOf, onOff, tellMistake } from '../shared/page-mistake.js';
import { property } from '../shared/property.js';
import { CallError, noSuchParticipant } from '../../core/call-error.js';
import type { CallEventDetails } from '../../core/call-event.js';
import type { AudioCare, Device, DeviceKind } from '../../core/device.js';
import type { Source, TrackSource } from '../../core/source.js';
import type { EndReason } from '../../core/state/call.js';
import { isActive, isInCall, isJoining, isOver, type Phase, shownPhase } from '../../core/state/phase.js';
import type { Metadata } from '../../core/state/self.js';
import type { Panel } from '../../core/state/view.js';
import type { Fact } from '../../core/fact.js';
import { type Participant, selectParticipant, selectParticipants, selectSelf } from '../../core/participant.js';
import type { HostAct } from '../../core/host-act.js';
import type { LinkStats } from '../../core/link-stats.js';
import { type TileSource, tileKey } from '../../core/tile-key.js';
import { browserPorts } from '../../session/browser-ports.js';
import {
  readAudioCare,
  readDeviceKind,
  readIceServers,
  readMetadata,
  readName,
  readRoom,
  readVolume,
} from '../../session/page-input.js';
import { roomUrl } from '../../session/server-url.js';
import { openSession } from '../../session/open-session.js';
import type { Session } from '../../session/session.js';
import { createCallStore } from '../../session/call-store.js';
import { callContext, callView, type CallView } from '../shared/call-context.js';
import type { RequestDetails } from '../shared/requests.js';
import { WordsProvider } from '../shared/words.js';
import { AudioSinks } from './audio-sinks.js';
import { CallStates } from './call-states.js';
import type { Extras } from './extras.js';
import { loadElement, loadInCall, loadOrTell, watchFor } from './on-demand.js';
import { isPanel, panelOfPage } from './panels.js';
import { renderInterface } from './p2p-call-interface.js';
import { callStyles } from './p2p-call.styles.js';
import { answerRequests } from './request-table.js';
import { viewingRequests, withPin } from './viewing.js';
import { scriptOrigin } from './script-origin.js';

/** The events of `<p2p-call>` that carry no change of state. */
export interface CallNoticeDetails {
  'p2p-before-join': Record<string, never>;
  'p2p-before-leave': Record<string, never>;
}

export type { CallEventDetails };

const layouts = ['auto', 'grid', 'spotlight'] as const;
const themes = ['auto', 'light', 'dark'] as const;

/**
 * A video call. It owns the session, gives it to all elements inside and to those that name it with `for`, and turns their
 * requests into commands.
 *
 * @slot - Replaces the built-in interface; compose it from the other elements. Panels open over it.
 * @slot prejoin - Extra content on the pre-join screen.
 * @slot header - Above the tiles.
 * @slot controls - Extra buttons after the built-in ones.
 * @slot empty - Shown while nobody else is in the call.
 * @slot left - Shown after leaving.
 * @slot icon-mic-on - The icon of the microphone button while on; likewise icon-mic-off, icon-camera-on, icon-camera-off, icon-screen, icon-hand, icon-reactions, icon-chat, icon-people, icon-settings, icon-pip, icon-fullscreen-on, icon-fullscreen-off, icon-more, icon-leave.
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
 * @csspart stage - Everything of the built-in interface.
 * @csspart header - The row above the tiles.
 * @csspart grid - The area of the tiles.
 * @csspart tile - A tile; the own one is also `tile-self`.
 * @csspart tile-self - The own tile.
 * @csspart tile-speaking - The tile of someone who speaks.
 * @csspart tile-video - The picture in a tile.
 * @csspart tile-avatar - The initials in a tile while there is no picture.
 * @csspart tile-name - The name in a tile.
 * @csspart tile-menu - The button in a tile that opens its menu.
 * @csspart menu-item - A row of that menu.
 * @csspart tile-hand - The sign for a raised hand.
 * @csspart tile-reaction - An emoji that rises over a tile.
 * @csspart tile-status - What a tile says of its connection.
 * @csspart pager - The row that turns pages of tiles.
 * @csspart button-self-view - The button that brings the own tile back.
 * @csspart controls - The toolbar.
 * @csspart button - Any button.
 * @csspart button-mic - The microphone button.
 * @csspart button-camera - The camera button.
 * @csspart button-leave - The leave button.
 * @csspart button-screen - The screen button.
 * @csspart button-hand - The hand button.
 * @csspart button-reactions - The reactions button.
 * @csspart button-chat - The chat button.
 * @csspart button-people - The people button.
 * @csspart button-settings - The settings button.
 * @csspart button-pip - The picture-in-picture button.
 * @csspart button-fullscreen - The full screen button.
 * @csspart button-more - The More button.
 * @csspart button-off - The microphone or camera button while off.
 * @csspart button-on - Another button while on or open: a shared screen, a raised hand, a panel.
 * @csspart badge - A number or a mark on a button or a tile.
 * @csspart menu - What opens from a button: the controls that do not fit, the reactions.
 * @csspart prejoin - The pre-join screen.
 * @csspart preview - The own picture on it.
 * @csspart button-join - The Join button.
 * @csspart field - A text field.
 * @csspart meter - How loud the microphone is.
 * @csspart panel - What opens beside the tiles: the chat and others.
 * @csspart panel-title - Its title.
 * @csspart button-close - The button that closes it.
 * @csspart people - The list of people.
 * @csspart person - One of them.
 * @csspart button-invite - The button that invites.
 * @csspart settings - The settings.
 * @csspart check - The check of devices and connection.
 * @csspart check-result - One line of it.
 * @csspart chat - The messages.
 * @csspart message - One of them.
 * @csspart composer - Where a message is written.
 * @csspart select - A list to choose from.
 * @csspart status - What the call says of itself.
 * @csspart toast - One message of it.
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
  /** Host or URL of the room server; left out, where this script was loaded from. */
  @property() server: string | undefined;
  /** The display name, at most 64 characters. */
  @property() name = '';
  /** An access token signed by the site's own server. */
  @property() token: string | undefined;
  /** A JSON object of at most 1,024 bytes that the other participants get with the name. */
  @property({ converter: { fromAttribute: parseJson } }) metadata: Metadata = {};
  /** Joins at once, without the pre-join screen. */
  @property({ type: Boolean }) autojoin = false;
  /** How the microphone starts; a change during the call switches it. */
  @property() mic: 'on' | 'off' = 'on';
  /** How the camera starts; a change during the call switches it. */
  @property() camera: 'on' | 'off' = 'on';
  /** No camera is offered, sent or received. */
  @property({ type: Boolean, attribute: 'audio-only' }) audioOnly = false;
  /** How tiles are arranged. */
  @property() layout: 'auto' | 'grid' | 'spotlight' = 'auto';
  /** Which controls show, in that order, separated by spaces; left out, all there are. */
  @property() controls: string | undefined;
  /** Keyboard shortcuts, while the focus is inside. */
  @property() hotkeys: 'on' | 'off' = 'on';
  /** Media only through a TURN relay, so that the others never learn this participant's addresses. */
  @property({ type: Boolean, attribute: 'relay-only' }) relayOnly = false;
  /** Light or dark whatever the page is; `auto` follows its `color-scheme`. */
  @property({ reflect: true, useDefault: true }) theme: 'auto' | 'light' | 'dark' = 'auto';
  /** Replaces the ICE servers that the room server hands out (W3C WebRTC section 4.2.4). */
  @property({ attribute: false }) iceServers: readonly RTCIceServer[] | undefined;

  readonly #store = createCallStore(({ type, detail }) => this.#dispatch(type, detail, false));
  readonly #report = (fact: Fact): void => this.#store.apply(fact);
  readonly #view: CallView = this.#createView();
  readonly #sinks = new AudioSinks(this.#view, (blocked) => this.#store.apply({ type: 'playback-changed', blocked }));
  readonly #states = new CallStates(this.attachInternals());
  readonly #words = new WordsProvider(this);
  #extras: Extras | undefined;
  #loading: Promise<{ Extras: typeof Extras } | undefined> | undefined;
  /** The phase that was drawn last. */
  #drawn: Phase = 'idle';
  #session: Session | undefined;
  /** How each source was switched last, by attribute or by the person: holds when joining again. */
  #wishes: Partial<Record<Source, boolean>> = {};
  #removal: ReturnType<typeof setTimeout> | undefined;
  /** Whether the focus was in the call before it was drawn. */
  #hadFocus = false;
  /** Counts what was asked of the panels: the last one holds. */
  #panelWish = 0;
  /** The phase in which the extras were asked for last. */
  #askedIn: Phase | undefined;

  constructor() {
    super();
    new ContextProvider(this, { context: callContext, initialValue: this.#view });
    this.#store.subscribe(() => {
      this.#states.update(this.#store.state);
      this.#sinks.update(this.#store.state);
      this.#extras?.update(this.#store.state);
    });
    this.#view.subscribe(() => this.requestUpdate());
    answerRequests(this, {
      'p2p-join-request': ({ name }) => {
        if (typeof name === 'string') this.name = name;
        return this.join();
      },
      'p2p-leave-request': () => this.leave(),
      'p2p-name-request': ({ name }) => this.setName(name),

      'p2p-mic-request': ({ on }) => this.setMicrophone(on ?? this.#store.state.self.microphone !== 'on'),
      'p2p-camera-request': ({ on }) => this.setCamera(on ?? this.#store.state.self.camera !== 'on'),
      'p2p-screen-request': ({ on }) => this.setScreen(on ?? this.#store.state.self.screen !== 'on'),

      'p2p-device-request': ({ kind, deviceId }) => this.setDevice(kind, deviceId),
      'p2p-flip-request': () => this.flipCamera(),
      'p2p-audio-care-request': (care) => this.setAudioCare(care),
      'p2p-volume-request': ({ id, volume }) => this.setVolume(id, volume),
      'p2p-deafen-request': ({ on }) => this.setDeafened(on ?? !this.#store.state.settings.deafened),
      'p2p-playback-request': () => this.#sinks.play(),
      'p2p-panel-request': ({ panel, open }) => this.#showPanel(panel, open ?? this.#store.state.view.panel !== panel),

      ...viewingRequests(this.#store),
      'p2p-fullscreen-request': async ({ on }) =>
        (await this.#loadExtras())?.windows.setFullscreen(on ?? !this.#store.state.view.fullscreen),
      'p2p-pip-request': async ({ on }) =>
        (await this.#loadExtras())?.windows.setPip(on ?? !this.#store.state.view.pip),

      'p2p-message-request': async ({ text, to }) =>
        void (await this.sendMessage(text, to === undefined ? {} : { to })),
      'p2p-read-request': () => this.#store.apply({ type: 'messages-read' }),
      'p2p-hand-request': ({ on }) => this.setHand(on ?? this.#store.state.self.handAt === undefined),
      'p2p-reaction-request': ({ emoji }) => this.react(emoji),
      'p2p-sounds-request': ({ on }) =>
        this.#store.apply({ type: 'sounds-changed', on: on ?? !this.#store.state.settings.sounds }),

      'p2p-mute-request': ({ id }) => this.askToMute(id),
      'p2p-remove-request': ({ id }) => this.remove(id),
      'p2p-host-request': ({ id }) => this.makeHost(id),
      'p2p-end-request': () => this.endForAll(),
      'p2p-invite-request': async () => (await this.#loadExtras())?.invite.send(),
    });
  }

  /** Where the call stands. */
  get state(): Phase {
    return this.#store.state.call.phase;
  }

  /** Everyone in the call, the self first; frozen, and the same array until something changes. */
  get participants(): readonly Participant[] {
    return selectParticipants(this.#store.state);
  }

  /** The self while in the call. */
  get self(): Participant | undefined {
    return selectSelf(this.#store.state);
  }

  /** The devices that the browser tells of. */
  get devices(): readonly Device[] {
    return this.#store.state.settings.devices;
  }

  /** Who of the others speaks, or spoke last. */
  get speaker(): Participant | undefined {
    return selectParticipant(this.#store.state, this.#store.state.people.speakerId);
  }

  /** What is wrong now; the newest where it is more than one thing. */
  get error(): CallError | undefined {
    return this.#store.state.errors.at(-1);
  }

  /** For elements that name this one with `for`. */
  get [callView](): CallView {
    return this.#view;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    clearTimeout(this.#removal);
    const root = this.getRootNode();
    if (root instanceof ShadowRoot) watchFor(root);
    // Inserted again after it was removed for good.
    if (this.hasUpdated && !this.#session) this.#open(this.autojoin);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A move is a removal and an insertion in the same task: only an element that is still outside after it has left.
    this.#removal = setTimeout(() => {
      this.#extras?.invite.close();
      this.#session?.close();
      this.#session = undefined;
      this.#store.apply({ type: 'closed' });
    });
  }

  /** Joins the call. Resolves when in it; rejects with a CallError, `aborted` where a listener or leaving prevented it. */
  async join(): Promise<void> {
    const isOnPrejoin = this.#drawn === 'prejoin';
    // Attributes that were set in the same task count.
    await this.updateComplete;
    if (isInCall(this.state)) return;
    if (!this.isConnected) throw new CallError('not-joined', 'The call is not in the document.');
    if (!this.#session || isOver(this.state)) this.#open(false);
    if (this.#session && this.state === 'prejoin' && !this.#propose('p2p-before-join')) {
      throw new CallError('aborted', 'Joining was prevented.');
    }
    // A listener may have set a server or a token.
    if (this.isUpdatePending) await this.updateComplete;
    if (!this.#session) throw this.error ?? badRoom();
    this.#session.join();
    // Only the screen that Join was pressed on may stay for the moment that joining takes.
    if (!isOnPrejoin) this.#store.apply({ type: 'join-slow' });
    await this.#joined();
  }

  /** Leaves the call. Resolves when everything is released; rejects with `aborted` where a listener prevented it. */
  async leave(): Promise<void> {
    if (!isActive(this.state)) return;
    if (!this.#propose('p2p-before-leave')) throw new CallError('aborted', 'Leaving was prevented.');
    this.#end('left');
  }

  /** Switches the microphone, before or during the call. Rejects with a CallError where it cannot be on. */
  async setMicrophone(on: boolean): Promise<void> {
    await this.#setSource('microphone', on);
  }

  /** Switches the camera, before or during the call. Rejects with a CallError where it cannot be on. */
  async setCamera(on: boolean): Promise<void> {
    await this.#setSource('camera', on);
  }

  /**
   * Shares a screen, window or tab that the person chooses, or stops; only in a call, and in answer to a click. Several may share,
   * and the camera goes on. Rejects with a CallError, `screen-denied` where the person or the system refused.
   */
  async setScreen(on: boolean): Promise<void> {
    if (!this.#session) throw new CallError('not-joined', 'There is no call.');
    await this.#session.setScreen(on, 'user');
  }

  /**
   * As host: asks a participant to mute, which switches the microphone off there; only its owner can switch it on again. Resolves
   * when the room server was told, as do the next three; rejects with `not-host` where the self is a guest.
   */
  async askToMute(id: string): Promise<void> {
    this.#act({ type: 'mute', id });
  }

  /** Removes the element from the page, as that of any element. */
  override remove(): void;
  /** As host: removes a participant from the call. */
  override remove(id: string): Promise<void>;
  override remove(...ids: [id?: string]): Promise<void> | void {
    return ids.length === 0 ? super.remove() : this.#remove(ids[0] ?? '');
  }

  /** As host: hands the role over. The self is a guest from then on. */
  async makeHost(id: string): Promise<void> {
    this.#act({ type: 'host', id });
  }

  /** As host: ends the call for everyone, the self included. */
  async endForAll(): Promise<void> {
    this.#act({ type: 'end' });
  }

  /** Changes the display name, for the others too. */
  async setName(name: string): Promise<void> {
    this.name = name;
    await this.updateComplete;
  }

  /**
   * Captures with, or plays through, another device from now on; an empty id: what the system has as its default. What runs
   * goes on until the new one is here. Rejects with a CallError, and all stays as it was.
   */
  async setDevice(kind: DeviceKind, deviceId: string): Promise<void> {
    const known = readDeviceKind(kind);
    await this.#running().devices.choose(known, String(deviceId));
  }

  /** Changes to the next camera: on a phone, to the one on the other side. Rejects with a CallError where there is none. */
  async flipCamera(): Promise<void> {
    await this.#running().devices.flip();
  }

  /** Treats the microphone in another way; what is left out stays. Rejects with a CallError. */
  async setAudioCare(care: Partial<AudioCare>): Promise<void> {
    const changes = readAudioCare(care, this.#store.state.settings.audioCare);
    await this.#running().devices.setAudioCare(changes);
  }

  /** How loud a participant is here, from 0 to 1. Rejects with a CallError where there is no such participant. */
  async setVolume(id: string, volume: number): Promise<void> {
    if (!this.#store.state.people.list.some((person) => person.id === id)) {
      throw noSuchParticipant(String(id));
    }
    this.#store.apply({ type: 'volume-changed', id, volume: readVolume(volume) });
  }

  /** Whether nobody is heard here. */
  async setDeafened(on: boolean): Promise<void> {
    this.#store.apply({ type: 'deafened-changed', deafened: !!on });
  }

  /** Sends a JSON value of at most 65,536 bytes to everyone, or to the participant `to`. Rejects with a CallError. */
  async sendData(value: unknown, options: { to?: string } = {}): Promise<void> {
    if (!this.#session) throw new CallError('not-joined', 'Nothing can be sent outside a call.');
    this.#session.values.send(value, options.to);
  }

  /** What the connection to each of the others has done so far; one for each that stands. */
  async getStats(): Promise<readonly LinkStats[]> {
    const stats = await Promise.all(this.#store.state.people.list.map(({ id }) => this.#session?.statsOf(id)));
    return stats.filter((one) => one !== undefined);
  }

  /** Makes a participant's camera or screen large, beside what is pinned already; `undefined` lets go of all. Rejects with a CallError. */
  async pin(id: string | undefined, source: TileSource = 'camera'): Promise<void> {
    if (!isInCall(this.state)) throw new CallError('not-joined', 'Nothing can be pinned outside a call.');
    if (id !== undefined && !this.participants.some((participant) => participant.id === id)) {
      throw noSuchParticipant(id);
    }
    const pins = id === undefined ? [] : withPin(this.#store.state.view.pins, tileKey(id, source), true);
    this.#store.apply({ type: 'viewing-changed', changes: { pins } });
  }

  /**
   * Writes to everyone in the call, or to the participant `to`: a text of 1 to 4,000 characters. Resolves with the id of the
   * message once it stands in the chat; it is delivered as soon as there are connections. Rejects with a CallError.
   */
  async sendMessage(text: string, options: { to?: string } = {}): Promise<string> {
    return this.#running().messaging.send(text, options.to);
  }

  /** Shows everyone one emoji for a moment. Rejects with a CallError. */
  async react(emoji: string): Promise<void> {
    this.#running().reactions.send(emoji);
  }

  /** Raises or lowers the own hand. Rejects with a CallError. */
  async setHand(on: boolean): Promise<void> {
    this.#running().hands.set(on);
  }

  /**
   * The live stream of a participant, or undefined. The same object while it is in the call. `screen-sound` is the sound of the tab
   * or system that another shares.
   */
  streamOf(id: string, source: TrackSource): MediaStream | undefined {
    return this.#session?.streamOf(id, source);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#hadFocus = !!this.shadowRoot?.activeElement;
    if (changed.has('mic')) this.#wishes.microphone = choiceOf(this, 'mic', this.mic, onOff) === 'on';
    if (changed.has('camera')) this.#wishes.camera = choiceOf(this, 'camera', this.camera, onOff) === 'on';
    if (changed.has('hotkeys')) choiceOf(this, 'hotkeys', this.hotkeys, onOff);
    if (changed.has('theme')) choiceOf(this, 'theme', this.theme, themes);
    // Outside the document nothing starts; `connectedCallback` does, with what is set by then.
    if (!this.isConnected) return;
    const refused = this.state === 'failed' && this.error?.code === 'bad-token';
    if (!this.hasUpdated || changed.has('room') || changed.has('server') || (changed.has('token') && refused)) {
      this.#open(this.autojoin || isActive(this.state));
      return;
    }
    if (!this.#session) return;
    if (changed.has('mic')) void this.#setSource('microphone', this.#wish('microphone')).catch(() => undefined);
    if (changed.has('audioOnly')) this.#session.setAudioOnly(this.audioOnly, this.#wish('camera'));
    else if (changed.has('camera')) void this.#setSource('camera', this.#wish('camera')).catch(() => undefined);
    if (changed.has('name') || changed.has('metadata'))
      this.#session.setProfile(readName(this.name), this.#readMetadata());
    if (changed.has('token') || changed.has('iceServers') || changed.has('relayOnly')) {
      const { token, relayOnly } = this;
      this.#session.update({ token, relayOnly, iceServers: this.#readIceServers() });
    }
    if (changed.has('autojoin') && this.autojoin && this.state === 'prejoin') void this.join().catch(() => undefined);
  }

  protected override render(): TemplateResult {
    const { state } = this.#store;
    this.#drawn = shownPhase(state.call);
    const layout = choiceOf(this, 'layout', this.layout, layouts);
    return renderInterface(this, state, this.#words, { layout, controls: this.controls });
  }

  /** What is around the pictures comes now; where it cannot be had, it is asked for again as the call goes on. */
  protected override updated(): void {
    const { phase } = this.#store.state.call;
    if (phase !== this.#askedIn) void this.#loadExtras();
    this.#askedIn = phase;
    // The extras know a better place.
    if (this.#hadFocus && !this.#extras && !this.shadowRoot?.activeElement) {
      this.renderRoot.querySelector<HTMLElement>('.stage')?.focus();
    }
  }

  /** Begins anew with the room and server as they are now. */
  #open(join: boolean): void {
    this.#end('room-changed');
    this.#session?.close();
    this.#session = undefined;
    try {
      this.#session = this.#createSession();
    } catch (error) {
      this.#refuse(
        error instanceof CallError ? error : new CallError('bad-value', 'The call cannot start.', { cause: error }),
      );
      return;
    }
    if (join) void this.join().catch(() => undefined);
  }

  #createSession(): Session {
    const room = readRoom(this.room);
    const url = roomUrl(this.server || scriptOrigin(), room, location.protocol === 'https:');
    if (browserPorts.media.obstacle() === 'unsupported-browser') {
      throw new CallError('unsupported-browser', 'This browser has no WebRTC.', { fatal: true });
    }
    const { token, audioOnly, relayOnly } = this;
    return openSession(
      {
        url,
        room,
        name: readName(this.name),
        metadata: this.#readMetadata(),
        token,
        microphone: this.#wish('microphone'),
        camera: this.#wish('camera'),
        audioOnly,
        relayOnly,
        iceServers: this.#readIceServers(),
      },
      this.#store,
    );
  }

  /** What keeps a call from starting at all. A room that is not there yet is no failure: the page may set it later. */
  #refuse(error: CallError): void {
    this.#store.apply({ type: 'closed' });
    if (this.room === undefined) this.#store.apply({ type: 'went-wrong', error });
    else this.#store.apply({ type: 'failed', error, reason: undefined });
  }

  #end(reason: EndReason): void {
    if (isActive(this.state)) this.#session?.leave(reason);
  }

  #wish(source: Source): boolean {
    return this.#wishes[source] ?? true;
  }

  #running(): Session {
    if (!this.#session) throw new CallError('not-joined', 'There is no call.');
    return this.#session;
  }

  async #setSource(source: Source, on: boolean): Promise<void> {
    await this.updateComplete;
    if (!this.#session) throw new CallError('not-joined', 'There is no call.');
    this.#wishes[source] = on;
    await this.#session.setSource(source, on, 'user');
  }

  async #remove(id: string): Promise<void> {
    this.#act({ type: 'remove', id });
  }

  #act(act: HostAct): void {
    if (!this.#session) throw new CallError('not-joined', 'There is no call.');
    this.#session.act(act);
  }

  /** A panel shows once its file is here; one that the page shows anyway takes the focus. */
  async #showPanel(panel: Panel, open: boolean): Promise<void> {
    if (!isPanel(panel)) return;
    this.#panelWish += 1;
    const wish = this.#panelWish;
    if (open && !(await loadOrTell(panel, () => loadElement(`p2p-${panel}`), this.#report))) return;
    // Another wish came while the file did.
    if (wish !== this.#panelWish) return;
    const ofPage = open ? panelOfPage(this, panel) : undefined;
    if (open || this.#store.state.view.panel === panel) {
      this.#store.apply({ type: 'panel-changed', panel: open && !ofPage ? panel : undefined });
    }
    await ofPage?.updateComplete;
    ofPage?.focus();
  }

  /** Asked for by several at once, it comes, or fails, once. */
  async #loadExtras(): Promise<Extras | undefined> {
    if (this.#extras) return this.#extras;
    this.#loading ??= loadOrTell('controls', loadInCall, this.#report);
    const loaded = await this.#loading;
    this.#loading = undefined;
    if (loaded && !this.#extras) {
      this.#extras = new loaded.Extras(this, this.#view, this.#words, this.#report);
      this.requestUpdate();
    }
    return this.#extras;
  }

  #readMetadata(): Metadata {
    return this.#read('metadata', () => readMetadata(this.metadata)) ?? {};
  }

  #readIceServers(): readonly RTCIceServer[] | undefined {
    return this.#read('iceServers', () => readIceServers(this.iceServers));
  }

  /** What the page set, or undefined where it is nonsense, which is told. */
  #read<T>(name: string, read: () => T): T | undefined {
    try {
      return read();
    } catch (error) {
      if (error instanceof CallError) {
        tellMistake(this, name, error.message);
        this.#store.apply({ type: 'went-wrong', error });
      }
      return undefined;
    }
  }

  /**
   * Settles when joining does, and its outcome is about to be drawn. Where the page changes the room or the server meanwhile, it
   * goes on there.
   */
  #joined(): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        const { phase, leftReason } = this.#store.state.call;
        if (isJoining(phase)) return;
        unsubscribe();
        if (isInCall(phase)) resolve();
        else if (leftReason === 'room-changed') resolve(this.#joinedAnew());
        else reject(phase === 'failed' && this.error ? this.error : new CallError('aborted', 'The call was left.'));
      };
      const unsubscribe = this.#view.subscribe(look);
      look();
    });
  }

  async #joinedAnew(): Promise<void> {
    await this.updateComplete;
    // Refused already, where the new room or server is none.
    if (!this.#session) throw this.error ?? badRoom();
    await this.join();
  }

  #createView(): CallView {
    const store = this.#store;
    const streamOf = (id: string | undefined, source: TrackSource): MediaStream | undefined =>
      this.#session?.streamOf(id, source);
    return {
      get state() {
        return store.state;
      },
      subscribe(listener) {
        let isOver = false;
        const paint = (): void => {
          if (!isOver) listener();
        };
        const unsubscribe = store.subscribe(() => browserPorts.priority.run('paint', paint));
        return () => {
          isOver = true;
          unsubscribe();
        };
      },
      streamOf,
      levelOf: (id) => this.#session?.levelOf(id) ?? 0,
      statsOf: async (id) => this.#session?.statsOf(id),
      iceServers: () => this.#session?.iceServers ?? [],
    };
  }

  #propose(type: 'p2p-before-join' | 'p2p-before-leave'): boolean {
    return this.#dispatch(type, {}, true);
  }

  #dispatch(type: string, detail: object, cancelable: boolean): boolean {
    return this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable }));
  }
}

/** The value of a JSON attribute; a text that says no object stays as it is written, and is refused where it is read. */
function parseJson(text: string | null): unknown {
  if (text === null) return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? text : value;
  } catch {
    return text;
  }
}

function badRoom(): CallError {
  return new CallError('bad-room', 'The call has no room.', { fatal: true });
}

type AllDetails = CallEventDetails & CallNoticeDetails & RequestDetails;
type CallEventMap = { [T in keyof AllDetails]: CustomEvent<AllDetails[T]> };

declare global {
  interface HTMLElementTagNameMap {
    'p2p-call': P2PCall;
  }
  interface HTMLElementEventMap extends CallEventMap {}
  // They bubble, and are composed.
  interface DocumentEventMap extends CallEventMap {}
  interface WindowEventMap extends CallEventMap {}
}
