import { CallError, type ErrorCode } from '../core/call-error.js';
import type { By, Source, SourceState } from '../core/call-state.js';
import type { Fact } from '../core/fact.js';
import type { MediaPort } from './ports.js';

const sources: readonly Source[] = ['microphone', 'camera'];

/** A first frame at this size takes half the time of one at 1280×720, and a mesh encodes it once per peer. */
const video: MediaTrackConstraints = { width: { ideal: 640 }, height: { ideal: 360 }, frameRate: { ideal: 30 } };
const audio: MediaTrackConstraints = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };

interface Capture {
  wanted: boolean;
  state: SourceState;
  track: MediaStreamTrack | undefined;
  /** The problem that was told last, to be withdrawn when the source works. */
  problem: ErrorCode | undefined;
}

export interface LocalMediaEvents {
  report(fact: Fact): void;
  /** The track to send from now on; undefined sends nothing. */
  track(source: Source, track: MediaStreamTrack | undefined): void;
}

/**
 * The self's microphone and camera. Off means stopped: the device is released and its light goes out. Each source fails on its
 * own and is told once.
 */
export class LocalMedia {
  readonly #media: MediaPort;
  readonly #events: LocalMediaEvents;
  readonly #captures: Record<Source, Capture> = { microphone: newCapture(), camera: newCapture() };
  readonly #streams: Record<Source, MediaStream> = { microphone: new MediaStream(), camera: new MediaStream() };
  readonly #offDevices: () => void;
  #closed = false;
  /** Captures follow one another, so that a quick off and on ends as the last word says. */
  #turn: Promise<void> = Promise.resolve();

  constructor(media: MediaPort, events: LocalMediaEvents) {
    this.#media = media;
    this.#events = events;
    this.#offDevices = media.onDevicesChange(() => void this.#devicesChanged());
  }

  /** What a source captures; undefined while it is off. The same object each time. */
  streamOf(source: Source): MediaStream | undefined {
    return this.#captures[source].track && this.#streams[source];
  }

  /** Switches sources on or off, together where several are named, so that the person is asked once. Never rejects. */
  set(wishes: Partial<Record<Source, boolean>>, by: By): Promise<void> {
    const named = sources.filter((source) => wishes[source] !== undefined);
    for (const source of named) {
      this.#captures[source].wanted = wishes[source] ?? false;
      if (!wishes[source]) this.#release(source, 'off', by);
    }
    // Off is off at once, whatever question the browser is asking meanwhile.
    if (!named.some((source) => this.#isDue(source))) return Promise.resolve();
    this.#turn = this.#turn.then(() =>
      this.#capture(
        named.filter((source) => this.#isDue(source)),
        by,
      ),
    );
    return this.#turn;
  }

  /** The error that keeps a source from being on, if any. */
  problem(source: Source): CallError | undefined {
    const problem = this.#captures[source].problem ?? this.#media.obstacle();
    return problem && toldError(problem, source);
  }

  close(): void {
    this.#closed = true;
    this.#offDevices();
    for (const source of sources) {
      this.#captures[source].wanted = false;
      this.#stop(source);
    }
  }

  #isDue(source: Source): boolean {
    const capture = this.#captures[source];
    return !this.#closed && capture.wanted && capture.track === undefined;
  }

  async #capture(due: readonly Source[], by: By): Promise<void> {
    if (due.length === 0) return;
    const obstacle = this.#media.obstacle();
    if (obstacle) {
      // The page, not a device: said once for both.
      for (const source of due) this.#change(source, 'blocked', by);
      this.#events.report({ type: 'went-wrong', error: new CallError(obstacle, 'This page cannot capture media.') });
      return;
    }
    try {
      const stream = await this.#media.capture({
        ...(due.includes('microphone') && { audio }),
        ...(due.includes('camera') && { video }),
      });
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
    const capture = this.#captures[source];
    capture.track = track;
    // Fires when the device or the permission is taken away, never after our own stop().
    track.addEventListener('ended', () => this.#ended(source, track), { once: true });
    this.#streams[source].addTrack(track);
    if (capture.problem) this.#events.report({ type: 'mended', code: capture.problem, subject: source });
    capture.problem = undefined;
    this.#events.track(source, track);
    this.#change(source, 'on', by);
  }

  #ended(source: Source, track: MediaStreamTrack): void {
    if (this.#captures[source].track !== track) return;
    this.#stop(source);
    this.#fail(source, 'device-missing', 'system', undefined);
    // The system default may stand in for what was unplugged.
    void this.set({ [source]: true }, 'system');
  }

  async #devicesChanged(): Promise<void> {
    await this.refreshDevices();
    const missing = sources.filter((source) => this.#isDue(source) && this.#captures[source].state === 'missing');
    if (missing.length > 0) await this.set(Object.fromEntries(missing.map((source) => [source, true])), 'system');
  }

  /** Asks the browser which devices there are; labels come with the first permission. */
  async refreshDevices(): Promise<void> {
    const devices = await this.#media.devices().catch(() => []);
    if (!this.#closed) this.#events.report({ type: 'devices-changed', devices: Object.freeze(devices) });
  }

  #release(source: Source, state: SourceState, by: By): void {
    this.#stop(source);
    const capture = this.#captures[source];
    if (capture.problem) this.#events.report({ type: 'mended', code: capture.problem, subject: source });
    capture.problem = undefined;
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

  #fail(source: Source, code: ErrorCode, by: By, cause: unknown): void {
    const capture = this.#captures[source];
    const told = capture.problem === code;
    if (capture.problem && !told) this.#events.report({ type: 'mended', code: capture.problem, subject: source });
    capture.problem = code;
    this.#change(source, code === 'device-missing' ? 'missing' : 'blocked', by);
    // A device that is still missing was told already; a person who presses the button again wants to hear it again.
    if (!told || by === 'user') this.#events.report({ type: 'went-wrong', error: toldError(code, source, cause) });
  }

  #change(source: Source, state: SourceState, by: By): void {
    this.#captures[source].state = state;
    this.#events.report({ type: 'source-changed', source, state, by });
  }

  #codeOf(source: Source, cause: unknown): ErrorCode {
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

function toldError(code: ErrorCode, source: Source, cause?: unknown): CallError {
  const hint = code === 'policy-blocked' ? ' A frame needs allow="camera; microphone".' : '';
  return new CallError(code, `The ${source} cannot be used.${hint}`, { subject: source, cause });
}
