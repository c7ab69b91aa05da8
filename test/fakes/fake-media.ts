import type { Device } from '../../src/core/device.js';
import type { Source } from '../../src/core/source.js';
import type { MediaPort, Meter } from '../../src/session/ports.js';

/** A track that the test can take away, as an unplugged device does. */
export class FakeTrack extends EventTarget {
  readonly kind: 'audio' | 'video';
  readonly label: string;
  readyState: 'live' | 'ended' = 'live';
  muted = false;
  /** How loud it is, for those who measure. */
  level = 0;
  readonly clones: FakeTrack[] = [];
  readonly #settings: MediaTrackSettings;

  constructor(kind: 'audio' | 'video', label = '', settings: MediaTrackSettings = {}) {
    super();
    this.kind = kind;
    this.label = label;
    this.#settings = settings;
  }

  /** The same, for code that expects the browser's: it uses no more of a track than there is here. */
  get asTrack(): MediaStreamTrack {
    return this as unknown as MediaStreamTrack;
  }

  getSettings(): MediaTrackSettings {
    return this.#settings;
  }

  clone(): FakeTrack {
    const clone = new FakeTrack(this.kind, this.label, this.#settings);
    this.clones.push(clone);
    return clone;
  }

  /** The system mutes the track, or unmutes it. */
  setMuted(muted: boolean): void {
    this.muted = muted;
    this.dispatchEvent(new Event(muted ? 'mute' : 'unmute'));
  }

  /** As in W3C Media Capture section 4.3.3: fires nothing. */
  stop(): void {
    this.readyState = 'ended';
  }

  takeAway(): void {
    this.readyState = 'ended';
    this.dispatchEvent(new Event('ended'));
  }
}

/** Replaces `MediaStream` where there is no browser. */
export class FakeStream {
  readonly #tracks: Set<FakeTrack>;

  constructor(tracks: readonly FakeTrack[] = []) {
    this.#tracks = new Set(tracks);
  }

  /** The same, for code that expects the browser's. */
  get asStream(): MediaStream {
    return this as unknown as MediaStream;
  }

  getTracks(): FakeTrack[] {
    return [...this.#tracks];
  }

  addTrack(track: FakeTrack): void {
    this.#tracks.add(track);
  }

  removeTrack(track: FakeTrack): void {
    this.#tracks.delete(track);
  }
}

/** Devices that the test denies, mutes and unplugs. */
export class FakeMedia implements MediaPort {
  /** The sources of each request. */
  readonly asked: (Source | 'screen')[][] = [];
  /** With what each was asked. */
  readonly constraints: MediaStreamConstraints[] = [];
  /** Meters that were not closed. */
  readonly meters = new Set<FakeTrack>();
  /** Every track that was ever captured, in order. */
  readonly tracks: FakeTrack[] = [];
  obstacleNow: 'insecure-context' | 'unsupported-browser' | undefined;
  /** The name of the `DOMException` that each source meets. */
  readonly refusals = new Map<Source | 'screen', string>();
  /** What the permissions policy forbids. */
  readonly policy = new Set<Source | 'display-capture'>();
  /** A shared screen brings its sound. */
  screenSounds = false;
  /** Sources that the person has allowed for good. */
  readonly granted = new Set<Source>();
  deviceList: readonly Device[] = [];
  readonly #watchers = new Set<() => void>();
  #held: (() => void)[] | undefined;

  /** How many listen for changes of the devices. */
  get watcherCount(): number {
    return this.#watchers.size;
  }

  /** The tracks that still run. */
  get live(): FakeTrack[] {
    return this.tracks.flatMap(withClones).filter(({ readyState }) => readyState === 'live');
  }

  obstacle(): 'insecure-context' | 'unsupported-browser' | undefined {
    return this.obstacleNow;
  }

  async capture(constraints: MediaStreamConstraints): Promise<MediaStream> {
    const { audio, video } = constraints;
    this.constraints.push(constraints);
    const sources: Source[] = [...(audio ? ['microphone' as const] : []), ...(video ? ['camera' as const] : [])];
    return this.#give(sources, () =>
      sources.map((source) => this.#open(source, source === 'microphone' ? audio : video)),
    );
  }

  captureScreen(): Promise<MediaStream> {
    const kinds = this.screenSounds ? (['video', 'audio'] as const) : (['video'] as const);
    return this.#give(['screen'], () => kinds.map((kind) => new FakeTrack(kind)));
  }

  /** The device that was asked for, or the first: exactly, or else any. */
  #open(source: Source, constraints: boolean | MediaTrackConstraints | undefined): FakeTrack {
    const wish = typeof constraints === 'object' ? (constraints.deviceId as ConstrainDOMStringParameters) : undefined;
    const own = this.deviceList.filter(({ kind }) => kind === source);
    const found = own.find(({ id }) => id === (wish?.exact ?? wish?.ideal));
    if (wish?.exact && !found) throw new DOMException('Gone.', 'OverconstrainedError');
    const device = found ?? own[0];
    const settings = device ? { deviceId: device.id } : {};
    return new FakeTrack(source === 'microphone' ? 'audio' : 'video', device?.label, settings);
  }

  meter(track: MediaStreamTrack): Meter {
    const measured = track as unknown as FakeTrack;
    this.meters.add(measured);
    return { level: () => measured.level, close: () => void this.meters.delete(measured) };
  }

  async trySpeaker(id: string): Promise<void> {
    if (id && !this.deviceList.some((device) => device.kind === 'speaker' && device.id === id)) {
      throw new DOMException('Gone.', 'NotFoundError');
    }
  }

  async permission(kind: Source): Promise<PermissionState | undefined> {
    if (this.granted.has(kind)) return 'granted';
    return this.refusals.get(kind) === 'NotAllowedError' ? 'denied' : 'prompt';
  }

  forbidden(kind: Source | 'display-capture'): boolean | undefined {
    return this.policy.has(kind);
  }

  async devices(): Promise<readonly Device[]> {
    return this.deviceList;
  }

  createStream(): MediaStream {
    return new FakeStream().asStream;
  }

  onDevicesChange(run: () => void, signal: AbortSignal): void {
    this.#watchers.add(run);
    signal.addEventListener('abort', () => this.#watchers.delete(run));
  }

  async #give(sources: (Source | 'screen')[], open: () => FakeTrack[]): Promise<MediaStream> {
    this.asked.push(sources);
    const { promise, resolve } = deferred();
    if (this.#held) this.#held.push(resolve);
    else resolve();
    await promise;
    for (const source of sources) {
      const name = this.refusals.get(source);
      if (name) throw new DOMException('Refused.', name);
    }
    const tracks = open();
    this.tracks.push(...tracks);
    return new FakeStream(tracks).asStream;
  }

  /** Leaves requests for devices unanswered until `answer`. */
  hold(): void {
    this.#held = [];
  }

  answer(): void {
    const held = this.#held ?? [];
    this.#held = undefined;
    for (const resolve of held) resolve();
  }

  /** A device was plugged in or unplugged. */
  changeDevices(): void {
    for (const run of this.#watchers) run();
  }
}

function withClones(track: FakeTrack): FakeTrack[] {
  return [track, ...track.clones.flatMap(withClones)];
}

function deferred(): { promise: Promise<void>; resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve };
}
