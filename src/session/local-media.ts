import { CallError, type OccurringErrorCode } from '../core/call-error.js';
import type { Device, DeviceWish, Facing } from '../core/device.js';
import type { By, Source, SourceState } from '../core/source.js';
import type { Settings } from '../core/state/settings.js';
import { deviceToFollow, findDevice, nextDevice } from '../core/device-choice.js';
import type { Fact } from '../core/fact.js';
import { audioConstraints, videoConstraints } from './constraints.js';
import type { Clock, MediaPort } from './ports.js';

const sources: readonly Source[] = ['microphone', 'camera'];

/** A device that another program holds is asked for again and again: no event tells when it is free. */
const busyRetryMs = 3_000;

interface Capture {
  wanted: boolean;
  state: SourceState;
  track: MediaStreamTrack | undefined;
  /** What keeps the source from being on. */
  problem: CallError | undefined;
}

/** What to capture with; read before each capture. */
export type CaptureChoice = Pick<Settings, 'deviceWishes' | 'audioCare'>;

export interface LocalMediaEvents {
  report(fact: Fact): void;
  /** The track to send from now on; undefined sends nothing. */
  track(source: Source, track: MediaStreamTrack | undefined): void;
}

/**
 * The self's microphone and camera. Off means stopped: the device is released and its light goes out, but for a microphone that
 * is kept in a call (see `keepMicrophone`). Each source fails on its own and is told once.
 */
export class LocalMedia {
  readonly #media: MediaPort;
  readonly #events: LocalMediaEvents;
  readonly #clock: Clock;
  readonly #choice: () => CaptureChoice;
  readonly #captures: Record<Source, Capture> = { microphone: newCapture(), camera: newCapture() };
  readonly #streams: Record<Source, MediaStream> = { microphone: new MediaStream(), camera: new MediaStream() };
  readonly #offDevices: () => void;
  #closed = false;
  /** Captures follow one another, so that a quick off and on ends as the last word says. */
  #turn: Promise<void> = Promise.resolve();
  /** The muted microphone, while it is kept. */
  #kept: MediaStreamTrack | undefined;
  #keeps = false;
  #devices: readonly Device[] = [];
  #cancelRetry: () => void = () => undefined;

  constructor(media: MediaPort, events: LocalMediaEvents, clock: Clock, choice: () => CaptureChoice) {
    this.#media = media;
    this.#events = events;
    this.#clock = clock;
    this.#choice = choice;
    this.#offDevices = media.onDevicesChange(() => void this.#devicesChanged());
  }

  /** What a source captures; undefined while it is off. The same object each time. */
  streamOf(source: Source): MediaStream | undefined {
    return this.#captures[source].track && this.#streams[source];
  }

  /** The track of the microphone, also where it is muted and kept: to measure, not to send. */
  get microphone(): MediaStreamTrack | undefined {
    return this.#captures.microphone.track ?? this.#kept;
  }

  /** Switches sources on or off, together where several are named, so that the person is asked once. Never rejects. */
  set(wishes: Partial<Record<Source, boolean>>, by: By): Promise<void> {
    const named = sources.filter((source) => wishes[source] !== undefined);
    for (const source of named) {
      this.#captures[source].wanted = wishes[source] ?? false;
      if (!wishes[source]) this.#release(source, 'off', by);
    }
    if (this.#isDue('microphone')) this.#resume(by);
    // The system holds it back; asking anew may get it back.
    for (const source of named) if (this.#captures[source].state === 'paused') void this.#renew(source);
    // Off is off at once, whatever question the browser is asking meanwhile.
    if (!named.some((source) => this.#isDue(source))) return Promise.resolve();
    return this.#inTurn(() =>
      this.#capture(
        named.filter((source) => this.#isDue(source)),
        by,
      ),
    );
  }

  /**
   * Uses the device `id` from now on; undefined: what the system has as its default. What runs goes on until the new one is
   * here, and stays where that cannot be had. Rejects with what is wrong.
   */
  async choose(source: Source, id: string | undefined): Promise<void> {
    await this.#inTurn(async () => {
      const label = this.#devices.find((device) => device.kind === source && device.id === id)?.label;
      if (id !== undefined && label === undefined && this.#devices.some(({ kind }) => kind === source)) {
        throw toldError('device-missing', source);
      }
      await this.#exchange(source, id === undefined ? {} : { deviceId: { exact: id } });
      this.#chosen(source, id === undefined ? undefined : { id, label: label ?? '' });
    });
    const { wanted, track } = this.#captures[source];
    // It did not work with the last one.
    if (wanted && !track) await this.set({ [source]: true }, 'user');
  }

  /** Changes to the camera on the other side of a phone, or else to the next one. Rejects with what is wrong. */
  async flip(facing: Facing | undefined, usedId: string | undefined): Promise<void> {
    if (facing && this.#captures.camera.track) {
      const other: Facing = facing === 'user' ? 'environment' : 'user';
      await this.#inTurn(() => this.#exchange('camera', { facingMode: { exact: other } }));
      const id = this.#captures.camera.track?.getSettings().deviceId;
      this.#chosen('camera', id === undefined ? undefined : { id, label: this.#captures.camera.track?.label ?? '' });
      return;
    }
    const next = nextDevice(this.#devices, 'camera', usedId);
    if (!next) throw toldError('device-missing', 'camera');
    await this.choose('camera', next.id);
  }

  /** Captures the microphone anew, as the care for it has changed: a gap of a word. Rejects with what is wrong. */
  async treatAnew(): Promise<void> {
    await this.#inTurn(async () => {
      // Chromium gives a second capture of the same microphone the care of the first.
      this.microphone?.stop();
      await this.#exchange('microphone', this.#deviceFor('microphone'));
    });
  }

  /**
   * Whether a microphone that is switched off stays open, unheard by anybody: talking while muted can be noticed, and it is back
   * within the same frame.
   */
  keepMicrophone(keep: boolean): void {
    this.#keeps = keep;
    if (!keep) this.#letGo();
  }

  /** The page woke up: the system may have taken devices meanwhile, and gives them back only to who asks. */
  recover(): void {
    for (const source of sources) {
      const { state, problem } = this.#captures[source];
      if (state === 'paused') void this.#renew(source);
      if (this.#isDue(source) && (state === 'missing' || problem?.code === 'device-busy')) {
        void this.set({ [source]: true }, 'system');
      }
    }
  }

  /** The error that keeps a source from being on, if any. */
  problem(source: Source): CallError | undefined {
    const obstacle = this.#media.obstacle();
    return this.#captures[source].problem ?? (obstacle && toldError(obstacle, source));
  }

  close(): void {
    this.#closed = true;
    this.#offDevices();
    this.#cancelRetry();
    this.keepMicrophone(false);
    for (const source of sources) {
      this.#captures[source].wanted = false;
      this.#stop(source);
    }
  }

  #isDue(source: Source): boolean {
    const capture = this.#captures[source];
    return !this.#closed && capture.wanted && capture.track === undefined;
  }

  /** Runs after what came before; what came before may have failed. */
  #inTurn(task: () => Promise<void>): Promise<void> {
    const turn = this.#turn.then(task);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  /** Which device to ask for. Not exactly: where it is gone, any is better than none. */
  #deviceFor(source: Source): MediaTrackConstraints {
    const wish = this.#choice().deviceWishes[source];
    return wish ? { deviceId: { ideal: findDevice(this.#devices, source, wish)?.id ?? wish.id } } : {};
  }

  #constraintsFor(source: Source, device: MediaTrackConstraints): MediaStreamConstraints {
    return source === 'microphone'
      ? { audio: audioConstraints(this.#choice().audioCare, device) }
      : { video: videoConstraints(device) };
  }

  async #capture(due: readonly Source[], by: By): Promise<void> {
    if (due.length === 0) return;
    const obstacle = this.#media.obstacle();
    if (obstacle) {
      // The page, not a device: one error for both.
      const problem = new CallError(obstacle, 'This page cannot capture media.');
      for (const source of due) this.#change(source, 'blocked', by, problem);
      return;
    }
    try {
      const constraints = due.map((source) => this.#constraintsFor(source, this.#deviceFor(source)));
      const stream = await this.#media.capture(Object.assign({}, ...constraints));
      for (const track of stream.getTracks()) this.#take(track, by);
    } catch (cause) {
      if (due.length > 1 && (await this.#mayWorkApart(cause))) {
        for (const source of due) if (this.#isDue(source)) await this.#capture([source], by);
        return;
      }
      for (const source of due) if (this.#isDue(source)) this.#fail(source, this.#codeOf(source, cause), by, cause);
    }
  }

  /** One device of two may be missing or blocked. A person who has just refused both is not asked again for each. */
  async #mayWorkApart(cause: unknown): Promise<boolean> {
    if (nameOf(cause) !== 'NotAllowedError') return true;
    const states = await Promise.all(sources.map((source) => this.#media.permission(source)));
    const forbidden = sources.map((source) => this.#media.forbidden(source));
    return states[0] !== states[1] || forbidden[0] !== forbidden[1];
  }

  #take(track: MediaStreamTrack, by: By): void {
    const source: Source = track.kind === 'audio' ? 'microphone' : 'camera';
    if (!this.#isDue(source)) {
      track.stop();
      return;
    }
    // It was held back by the system, or is another device.
    if (source === 'microphone') this.#letGo();
    this.#hold(source, track);
    this.#events.track(source, track);
    this.#change(source, track.muted ? 'paused' : 'on', by);
    this.#tellDevice(source, track);
  }

  #hold(source: Source, track: MediaStreamTrack): void {
    this.#captures[source].track = track;
    // Fires when the device or the permission is taken away, never after our own stop().
    track.addEventListener('ended', () => this.#ended(source, track), { once: true });
    // The system holds a device back, for a phone call or by a key on the machine, and gives it back.
    for (const type of ['mute', 'unmute'] as const) {
      track.addEventListener(type, () => {
        if (this.#captures[source].track === track) this.#change(source, track.muted ? 'paused' : 'on', 'system');
      });
    }
    this.#streams[source].addTrack(track);
  }

  #tellDevice(source: Source, track: MediaStreamTrack): void {
    const { deviceId, facingMode } = track.getSettings();
    const facing = facingMode === 'user' || facingMode === 'environment' ? facingMode : undefined;
    this.#events.report({ type: 'device-used', kind: source, id: deviceId, facing });
  }

  #chosen(source: Source, wish: DeviceWish | undefined): void {
    this.#events.report({ type: 'device-chosen', kind: source, wish });
    if (wish && !this.#captures[source].track) this.#events.report({ type: 'device-used', kind: source, id: wish.id });
  }

  /** Captures with another device or in another way while the old track goes on. Rejects, and all stays as it was. */
  async #exchange(source: Source, device: MediaTrackConstraints): Promise<void> {
    const old = this.#captures[source].track ?? (source === 'microphone' ? this.#kept : undefined);
    if (!old) return;
    const capture = (): Promise<MediaStream> => this.#media.capture(this.#constraintsFor(source, device));
    const stream = await capture().catch(async (cause: unknown) => {
      const code = this.#codeOf(source, cause);
      if (code !== 'device-busy' && old.readyState === 'live') throw toldError(code, source, cause);
      // Many phones open one camera at a time.
      old.stop();
      return capture().catch((again: unknown) => {
        this.#ended(source, old);
        throw toldError(this.#codeOf(source, again), source, again);
      });
    });
    const [track] = stream.getTracks();
    const isMuted = old === this.#kept;
    if (!track || this.#closed || (!isMuted && this.#captures[source].track !== old)) {
      track?.stop();
      return;
    }
    if (isMuted) {
      this.#kept = track;
    } else {
      this.#streams[source].removeTrack(old);
      this.#hold(source, track);
      this.#events.track(source, track);
      if (this.#captures[source].state === 'paused' && !track.muted) this.#change(source, 'on', 'system');
    }
    old.stop();
    this.#tellDevice(source, track);
  }

  /** The same again; where that fails, what runs goes on. */
  async #renew(source: Source): Promise<void> {
    await this.#inTurn(() => this.#exchange(source, this.#deviceFor(source))).catch(() => undefined);
  }

  /** The kept microphone is on again, in this very moment. */
  #resume(by: By): void {
    const track = this.#kept;
    if (track?.readyState !== 'live' || track.muted) return;
    this.#kept = undefined;
    this.#take(track, by);
  }

  #letGo(): void {
    this.#kept?.stop();
    this.#kept = undefined;
  }

  #ended(source: Source, track: MediaStreamTrack): void {
    if (this.#captures[source].track !== track) return;
    this.#stop(source);
    this.#fail(source, 'device-missing', 'system', undefined);
    // The system default may stand in for what was unplugged.
    void this.set({ [source]: true }, 'system');
  }

  async #devicesChanged(): Promise<void> {
    const previous = this.#devices;
    await this.refreshDevices();
    const { deviceWishes } = this.#choice();
    for (const source of sources) {
      const { track } = this.#captures[source];
      if (!track || this.#closed) continue;
      const used = { id: track.getSettings().deviceId, label: track.label };
      const next = deviceToFollow(source, previous, this.#devices, deviceWishes[source], used);
      if (!next) continue;
      await this.#inTurn(() => this.#exchange(source, { deviceId: { exact: next.id } })).catch(() => undefined);
    }
    const missing = sources.filter((source) => this.#isDue(source) && this.#captures[source].state === 'missing');
    if (missing.length > 0) await this.set(Object.fromEntries(missing.map((source) => [source, true])), 'system');
  }

  /** Asks the browser which devices there are; labels come with the first permission. */
  async refreshDevices(): Promise<void> {
    const devices = await this.#media.devices().catch(() => []);
    if (this.#closed) return;
    this.#devices = devices;
    this.#events.report({ type: 'devices-changed', devices: Object.freeze(devices) });
  }

  #release(source: Source, state: SourceState, by: By): void {
    const { track } = this.#captures[source];
    if (source === 'microphone' && this.#keeps && track?.readyState === 'live') this.#kept = track.clone();
    this.#stop(source);
    this.#change(source, state, by);
  }

  #stop(source: Source): void {
    const capture = this.#captures[source];
    const { track } = capture;
    if (!track) return;
    capture.track = undefined;
    track.stop();
    this.#streams[source].removeTrack(track);
    this.#events.track(source, undefined);
  }

  #fail(source: Source, code: OccurringErrorCode, by: By, cause: unknown): void {
    const known = this.#captures[source].problem;
    // A device that is still missing keeps its error; a person who presses the button again wants to hear of it again.
    const problem = known?.code === code && by !== 'user' ? known : toldError(code, source, cause);
    this.#change(source, code === 'device-missing' ? 'missing' : 'blocked', by, problem);
    if (code === 'device-busy') this.#retryLater();
  }

  #retryLater(): void {
    this.#cancelRetry();
    this.#cancelRetry = this.#clock.after(busyRetryMs, () => {
      const busy = sources.filter(
        (source) => this.#isDue(source) && this.#captures[source].problem?.code === 'device-busy',
      );
      if (busy.length > 0) void this.set(Object.fromEntries(busy.map((source) => [source, true])), 'system');
    });
  }

  #change(source: Source, state: SourceState, by: By, problem?: CallError): void {
    const capture = this.#captures[source];
    capture.state = state;
    capture.problem = problem;
    this.#events.report({ type: 'source-changed', source, state, by, ...(problem && { problem }) });
  }

  #codeOf(source: Source, cause: unknown): OccurringErrorCode {
    switch (nameOf(cause)) {
      case 'NotAllowedError':
      case 'SecurityError':
        if (this.#media.forbidden(source)) return 'policy-blocked';
        return source === 'microphone' ? 'mic-denied' : 'camera-denied';
      case 'NotFoundError':
      case 'OverconstrainedError':
        return 'device-missing';
      default:
        // NotReadableError, AbortError: there, and not to be had.
        return 'device-busy';
    }
  }
}

function newCapture(): Capture {
  return { wanted: false, state: 'off', track: undefined, problem: undefined };
}

function nameOf(cause: unknown): string {
  return cause instanceof Error || cause instanceof DOMException ? cause.name : '';
}

function toldError(code: OccurringErrorCode, source: Source, cause?: unknown): CallError {
  const hint = code === 'policy-blocked' ? ' A frame needs allow="camera; microphone".' : '';
  return new CallError(code, `The ${source} cannot be used.${hint}`, { subject: source, cause });
}
