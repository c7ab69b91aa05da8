import {
  type CaptureAction,
  type CaptureEvent,
  captureSources,
  isCaptureDue,
  nothingCaptured,
  stepCapture,
} from '../core/capture.js';
import { captureError, captureErrorCode } from '../core/capture-error.js';
import { CallError, type OccurringErrorCode } from '../core/call-error.js';
import { deviceToFollow, findDevice, nextDevice } from '../core/device-choice.js';
import type { Fact } from '../core/fact.js';
import type { Device, DeviceWish, Facing } from '../core/device.js';
import type { By, Source, TrackSource } from '../core/source.js';
import type { Settings } from '../core/state/settings.js';
import { audioConstraints, videoConstraints } from './constraints.js';
import { OwnTracks } from './own-tracks.js';
import type { Clock } from './clock.js';
import type { MediaPort } from './ports.js';
import { Timer } from './timer.js';
import { Turns } from './turns.js';

/** A device that another program holds is asked for again and again: no event tells when it is free. */
const busyRetryMs = 3_000;

export interface LocalMediaOptions {
  readonly media: MediaPort;
  readonly clock: Clock;
  /** The end of the session: devices are released. */
  readonly signal: AbortSignal;
  /** What to capture with; read before each capture. */
  settings(): Pick<Settings, 'deviceWishes' | 'audioCare'>;
  report(fact: Fact): void;
  /** The track to send from now on; undefined sends nothing. */
  track(source: TrackSource, track: MediaStreamTrack | undefined): void;
}

/**
 * The self's microphone and camera. Off means stopped: the device is released and its light goes out, but for a microphone that
 * is kept in a call (see `keepMicrophone`). What follows from what is decided by `stepCapture`; here the browser is asked.
 */
export class LocalMedia {
  readonly #options: LocalMediaOptions;
  readonly #tracks: OwnTracks;
  readonly #retry: Timer;
  /** Captures follow one another, so that a quick off and on ends as the last word says. */
  readonly #turns = new Turns();
  /** What the browser has just given. */
  #fresh: MediaStreamTrack | undefined;
  #captures = nothingCaptured;
  #devices: readonly Device[] = [];

  constructor(options: LocalMediaOptions) {
    const { media, clock, signal } = options;
    this.#options = options;
    this.#tracks = new OwnTracks({
      createStream: () => media.createStream(),
      send: (source, track) => options.track(source, track),
      ended: (source) => void this.#step({ type: 'ended', source }),
      paused: (source, isPaused) => void this.#step({ type: 'paused', source, isPaused }),
    });
    this.#retry = new Timer(clock, signal);
    media.onDevicesChange(() => void this.#devicesChanged(), signal);
    signal.addEventListener('abort', () => this.#tracks.stopAll(), { once: true });
  }

  /** What a source captures; undefined while it is off. The same object each time. */
  streamOf(source: Source): MediaStream | undefined {
    return this.#tracks.streamOf(source);
  }

  /** The track of the microphone, also where it is muted and kept: to measure, not to send. */
  get microphone(): MediaStreamTrack | undefined {
    return this.#tracks.sent('microphone') ?? this.#tracks.kept;
  }

  /** Switches sources on or off, together where several are named, so that the person is asked once. Never rejects. */
  set(wishes: Partial<Record<Source, boolean>>, by: By): Promise<void> {
    return this.#step({ type: 'wished', wishes, by, isKeptUsable: this.#tracks.isKeptUsable });
  }

  /**
   * Uses the device `id` from now on; undefined: what the system has as its default. What runs goes on until the new one is
   * here, and stays where that cannot be had. Rejects with what is wrong.
   */
  async choose(source: Source, id: string | undefined): Promise<void> {
    await this.#turns.run(async () => {
      const label = this.#devices.find((device) => device.kind === source && device.id === id)?.label;
      if (id !== undefined && label === undefined && this.#devices.some(({ kind }) => kind === source)) {
        throw captureError('device-missing', source);
      }
      await this.#exchange(source, id === undefined ? {} : { deviceId: { exact: id } });
      this.#chosen(source, id === undefined ? undefined : { id, label: label ?? '' });
    });
    // It did not work with the last one.
    if (isCaptureDue(this.#captures, source)) await this.set({ [source]: true }, 'user');
  }

  /** Changes to the camera on the other side of a phone, or else to the next one. Rejects with what is wrong. */
  async flip(facing: Facing | undefined, usedId: string | undefined): Promise<void> {
    if (facing && this.#tracks.sent('camera')) {
      const other: Facing = facing === 'user' ? 'environment' : 'user';
      await this.#turns.run(() => this.#exchange('camera', { facingMode: { exact: other } }));
      const id = this.#tracks.sent('camera')?.getSettings().deviceId;
      this.#chosen('camera', id === undefined ? undefined : { id, label: this.#tracks.sent('camera')?.label ?? '' });
      return;
    }
    const next = nextDevice(this.#devices, 'camera', usedId);
    if (!next) throw captureError('device-missing', 'camera');
    await this.choose('camera', next.id);
  }

  /** Captures the microphone anew, as its processing has changed: a gap of a word. Rejects with what is wrong. */
  async captureAnew(): Promise<void> {
    await this.#turns.run(async () => {
      // Chromium gives a second capture of the same microphone the processing of the first.
      this.microphone?.stop();
      await this.#exchange('microphone', this.#deviceFor('microphone'));
    });
  }

  /**
   * Whether a microphone that is switched off stays open, unheard by anybody: talking while muted can be noticed, and it is back
   * within the same frame.
   */
  keepMicrophone(keep: boolean): void {
    void this.#step({ type: 'keep', keep });
  }

  /** The page woke up: the system may have taken devices meanwhile, and gives them back only to who asks. */
  recover(): void {
    void this.#step({ type: 'woke' });
  }

  /** Asks the browser which devices there are; labels come with the first permission. */
  async refreshDevices(): Promise<void> {
    const devices = await this.#options.media.devices().catch(() => []);
    if (this.#isOver) return;
    this.#devices = devices;
    this.#options.report({ type: 'devices-changed', devices: Object.freeze(devices) });
  }

  get #isOver(): boolean {
    return this.#options.signal.aborted;
  }

  /** Settles when all that follows from the event is done. */
  async #step(event: CaptureEvent): Promise<void> {
    if (this.#isOver) return;
    const [captures, actions] = stepCapture(this.#captures, event);
    this.#captures = captures;
    await Promise.all(actions.map((action) => this.#act(action)));
  }

  #act(action: CaptureAction): void | Promise<void> {
    switch (action.type) {
      case 'capture':
        return this.#turns.run(() => this.#capture(action.sources, action.by));
      case 'renew':
        return void this.#renew(action.source);
      case 'send':
        return this.#fresh && this.#send(action.source, this.#fresh);
      case 'discard':
        return this.#fresh?.stop();
      case 'keep':
        return this.#tracks.keep();
      case 'resume': {
        const track = this.#tracks.resume();
        return track && this.#reportDevice('microphone', track);
      }
      case 'let-go':
        return this.#tracks.letGo();
      case 'stop':
        return this.#tracks.stop(action.source);
      case 'retry-later':
        return this.#retry.start(busyRetryMs, () => void this.#step({ type: 'retry' }));
      case 'report': {
        const { source, state, by, problem } = action;
        this.#options.report({ type: 'source-changed', source, state, by, problem });
        // The first permission brings the labels.
        if (state === 'on') void this.refreshDevices();
      }
    }
  }

  async #capture(sources: readonly Source[], by: By): Promise<void> {
    const { media } = this.#options;
    const due = sources.filter((source) => this.#isDue(source));
    if (due.length === 0) return;
    const obstacle = media.obstacle();
    if (obstacle) {
      // The page is to blame, not a device: one problem for both.
      const problem = new CallError(obstacle, 'This page cannot capture media.');
      for (const source of due) void this.#step({ type: 'refused', source, problem, by });
      return;
    }
    try {
      const constraints = due.map((source) => this.#constraintsFor(source, this.#deviceFor(source)));
      const stream = await media.capture(Object.assign({}, ...constraints));
      for (const track of stream.getTracks()) this.#captured(track, by);
    } catch (cause) {
      if (due.length > 1 && (await this.#mayWorkApart(cause))) {
        for (const source of due) await this.#capture([source], by);
        return;
      }
      for (const source of due) {
        void this.#step({
          type: 'refused',
          source,
          problem: captureError(this.#codeOf(source, cause), source, cause),
          by,
        });
      }
    }
  }

  #captured(track: MediaStreamTrack, by: By): void {
    // Granted after the end.
    if (this.#isOver) return track.stop();
    const source: Source = track.kind === 'audio' ? 'microphone' : 'camera';
    this.#fresh = track;
    void this.#step({ type: 'captured', source, isPaused: track.muted, by });
    this.#fresh = undefined;
  }

  /** One device of two may be missing or blocked. A person who has just refused both is not asked again for each. */
  async #mayWorkApart(cause: unknown): Promise<boolean> {
    const { media } = this.#options;
    if (nameOf(cause) !== 'NotAllowedError') return true;
    const states = await Promise.all(captureSources.map((source) => media.permission(source)));
    const forbidden = captureSources.map((source) => media.forbidden(source));
    return states[0] !== states[1] || forbidden[0] !== forbidden[1];
  }

  #isDue(source: Source): boolean {
    return !this.#isOver && isCaptureDue(this.#captures, source);
  }

  /** Which device to ask for. Not exactly: where it is gone, any is better than none. */
  #deviceFor(source: Source): MediaTrackConstraints {
    const wish = this.#options.settings().deviceWishes[source];
    return wish ? { deviceId: { ideal: findDevice(this.#devices, source, wish)?.id ?? wish.id } } : {};
  }

  #constraintsFor(source: Source, device: MediaTrackConstraints): MediaStreamConstraints {
    return source === 'microphone'
      ? { audio: audioConstraints(this.#options.settings().audioCare, device) }
      : { video: videoConstraints(device) };
  }

  #send(source: Source, track: MediaStreamTrack): void {
    this.#tracks.send(source, track);
    this.#reportDevice(source, track);
  }

  #reportDevice(source: Source, track: MediaStreamTrack): void {
    const { deviceId, facingMode } = track.getSettings();
    const facing = facingMode === 'user' || facingMode === 'environment' ? facingMode : undefined;
    this.#options.report({ type: 'device-used', kind: source, id: deviceId, facing });
  }

  #chosen(source: Source, wish: DeviceWish | undefined): void {
    const { report } = this.#options;
    report({ type: 'device-chosen', kind: source, wish });
    if (wish && !this.#tracks.sent(source)) report({ type: 'device-used', kind: source, id: wish.id });
  }

  /** Captures with another device or in another way while the old track goes on. Rejects, and all stays as it was. */
  async #exchange(source: Source, device: MediaTrackConstraints): Promise<void> {
    const { media } = this.#options;
    const old = source === 'microphone' ? this.microphone : this.#tracks.sent(source);
    if (!old) return;
    const capture = (): Promise<MediaStream> => media.capture(this.#constraintsFor(source, device));
    const stream = await capture().catch(async (cause: unknown) => {
      const code = this.#codeOf(source, cause);
      if (code !== 'device-busy' && old.readyState === 'live') throw captureError(code, source, cause);
      // Many phones open one camera at a time.
      old.stop();
      return capture().catch((again: unknown) => {
        if (this.#tracks.sent(source) === old) void this.#step({ type: 'ended', source });
        throw captureError(this.#codeOf(source, again), source, again);
      });
    });
    const [track] = stream.getTracks();
    const isKept = old === this.#tracks.kept;
    if (!track || this.#isOver || (!isKept && this.#tracks.sent(source) !== old)) {
      track?.stop();
      return;
    }
    if (isKept) {
      this.#tracks.replaceKept(track);
    } else {
      this.#tracks.send(source, track);
      void this.#step({ type: 'exchanged', source, isPaused: track.muted });
    }
    old.stop();
    this.#reportDevice(source, track);
  }

  /** The same device again; where that fails, what runs goes on. */
  async #renew(source: Source): Promise<void> {
    await this.#turns.run(() => this.#exchange(source, this.#deviceFor(source))).catch(() => undefined);
  }

  async #devicesChanged(): Promise<void> {
    const previous = this.#devices;
    await this.refreshDevices();
    for (const source of captureSources) {
      const track = this.#tracks.sent(source);
      if (!track || this.#isOver) continue;
      const used = { id: track.getSettings().deviceId, label: track.label };
      const wish = this.#options.settings().deviceWishes[source];
      const next = deviceToFollow(source, previous, this.#devices, wish, used);
      if (!next) continue;
      await this.#turns.run(() => this.#exchange(source, { deviceId: { exact: next.id } })).catch(() => undefined);
    }
    await this.#step({ type: 'devices-changed' });
  }

  #codeOf(source: Source, cause: unknown): OccurringErrorCode {
    return captureErrorCode(nameOf(cause), source, this.#options.media.forbidden(source));
  }
}

function nameOf(cause: unknown): string {
  return cause instanceof Error || cause instanceof DOMException ? cause.name : '';
}
