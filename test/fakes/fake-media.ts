import type { Device, Source } from '../../src/core/call-state.js';
import type { MediaPort } from '../../src/session/ports.js';

/** A track that the test can take away, as an unplugged device does. */
export class FakeTrack extends EventTarget {
  readonly kind: 'audio' | 'video';
  readyState: 'live' | 'ended' = 'live';

  constructor(kind: 'audio' | 'video') {
    super();
    this.kind = kind;
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

/** What stands for `MediaStream` where there is no browser: `vi.stubGlobal('MediaStream', FakeStream)`. */
export class FakeStream {
  readonly #tracks: Set<FakeTrack>;

  constructor(tracks: readonly FakeTrack[] = []) {
    this.#tracks = new Set(tracks);
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

/** Devices that the test refuses, holds back and unplugs. */
export class FakeMedia implements MediaPort {
  /** What each request was for. */
  readonly asked: (Source | 'screen')[][] = [];
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
    return this.tracks.filter(({ readyState }) => readyState === 'live');
  }

  obstacle(): 'insecure-context' | 'unsupported-browser' | undefined {
    return this.obstacleNow;
  }

  async capture({ audio, video }: MediaStreamConstraints): Promise<MediaStream> {
    const sources: Source[] = [...(audio ? ['microphone' as const] : []), ...(video ? ['camera' as const] : [])];
    return this.#give(sources, () => sources.map((source) => (source === 'microphone' ? 'audio' : 'video')));
  }

  captureScreen(): Promise<MediaStream> {
    return this.#give(['screen'], () => (this.screenSounds ? ['video', 'audio'] : ['video']));
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

  onDevicesChange(run: () => void): () => void {
    this.#watchers.add(run);
    return () => this.#watchers.delete(run);
  }

  async #give(sources: (Source | 'screen')[], kinds: () => ('audio' | 'video')[]): Promise<MediaStream> {
    this.asked.push(sources);
    const { promise, resolve } = deferred();
    if (this.#held) this.#held.push(resolve);
    else resolve();
    await promise;
    for (const source of sources) {
      const name = this.refusals.get(source);
      if (name) throw new DOMException('Refused.', name);
    }
    const tracks = kinds().map((kind) => new FakeTrack(kind));
    this.tracks.push(...tracks);
    return new FakeStream(tracks) as unknown as MediaStream;
  }

  /** Lets the question stand until `answer`. */
  hold(): void {
    this.#held = [];
  }

  answer(): void {
    const held = this.#held ?? [];
    this.#held = undefined;
    for (const resolve of held) resolve();
  }

  /** Something was plugged in or out. */
  changeDevices(): void {
    for (const run of this.#watchers) run();
  }
}

function deferred(): { promise: Promise<void>; resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve };
}
