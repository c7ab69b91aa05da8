import { CallError } from '../../core/call-error.js';
import type { By, SourceState, TrackSource } from '../../core/source.js';
import type { Fact } from '../../core/fact.js';
import type { MediaPort } from '../ports.js';

/**
 * What the browser is asked for (W3C Screen Capture section 5). People read screens: sharpness counts, and 15 pictures a second are
 * enough. The sound of a tab or a system is not processed. A browser ignores members that it does not know.
 */
const options: DisplayMediaStreamOptions = {
  video: { frameRate: { ideal: 15, max: 30 } },
  audio: {
    echoCancellation: false,
    noiseSuppression: false,
    autoGainControl: false,
    // The others do not want to hear themselves (Chromium).
    ...{ restrictOwnAudio: true },
  },
  ...{ systemAudio: 'include', surfaceSwitching: 'include', selfBrowserSurface: 'exclude' },
};

const kinds = { video: 'screen', audio: 'screen-sound' } as const;

export interface ScreenShareOptions {
  readonly media: MediaPort;
  /** The end of the session: nothing is shared any more. */
  readonly signal: AbortSignal;
  report(fact: Fact): void;
  /** The track to send from now on; undefined sends nothing. */
  track(source: TrackSource, track: MediaStreamTrack | undefined): void;
}

/** The self's screen, window or tab, with its sound where the browser offers it. The person chooses anew each time. */
export class ScreenShare {
  readonly #options: ScreenShareOptions;
  #stream: MediaStream | undefined;
  /** Numbers the requests: a grant that answers an older request is dropped. */
  #wish = 0;

  constructor(options: ScreenShareOptions) {
    this.#options = options;
    options.signal.addEventListener('abort', () => this.#close(), { once: true });
  }

  /** What is shared; undefined while nothing is. */
  get stream(): MediaStream | undefined {
    return this.#stream;
  }

  /** Shares or stops. Rejects with `screen-denied`, or with why this page cannot share at all. */
  async set(on: boolean, by: By): Promise<void> {
    if (!on) {
      this.#wish += 1;
      if (this.#stream) this.#stop('off', by);
      else this.#forgetProblem(by);
      return;
    }
    if (this.#stream) return;
    this.#forgetProblem(by);
    const wish = (this.#wish += 1);
    try {
      const obstacle = this.#options.media.obstacle();
      if (obstacle) throw new CallError(obstacle, 'This page cannot capture media.', { subject: 'screen' });
      const stream = await this.#options.media.captureScreen(options);
      if (wish === this.#wish) this.#take(stream, by);
      else for (const track of stream.getTracks()) track.stop();
    } catch (cause) {
      // A newer request decides what becomes of the screen.
      if (wish === this.#wish) throw this.#failed(cause);
    }
  }

  #close(): void {
    this.#wish += 1;
    for (const track of this.#stream?.getTracks() ?? []) track.stop();
    this.#stream = undefined;
  }

  #take(stream: MediaStream, by: By): void {
    this.#stream = stream;
    for (const track of stream.getTracks()) {
      const source = kinds[track.kind as keyof typeof kinds];
      // Prefer text to movement (W3C mst-content-hint section 5): encoders keep edges sharp and drop pictures instead.
      if (source === 'screen') track.contentHint = 'detail';
      // The person ended it in the browser's own bar, or what was shared is gone. Our own stop() fires no event.
      track.addEventListener('ended', () => this.#ended(source, track), { once: true });
      this.#options.track(source, track);
    }
    this.#options.report({ type: 'source-changed', source: 'screen', state: 'on', by });
  }

  #ended(source: TrackSource, track: MediaStreamTrack): void {
    if (!this.#stream?.getTracks().includes(track)) return;
    // A tab can stop giving its sound while its picture goes on.
    if (source === 'screen-sound') this.#options.track(source, undefined);
    else this.#stop('off', 'system');
  }

  #stop(state: SourceState, by: By): void {
    for (const track of this.#stream?.getTracks() ?? []) {
      track.stop();
      this.#options.track(kinds[track.kind as keyof typeof kinds], undefined);
    }
    this.#stream = undefined;
    this.#options.report({ type: 'source-changed', source: 'screen', state, by });
  }

  /** A new request makes an end of what the last one met. */
  #forgetProblem(by: By): void {
    this.#options.report({ type: 'source-changed', source: 'screen', state: 'off', by });
  }

  /** Browsers report a person who changed their mind and a system that forbids recording with the same error. */
  #failed(cause: unknown): CallError {
    const { media, report } = this.#options;
    const code = media.forbidden('display-capture') ? 'policy-blocked' : 'screen-denied';
    const problem =
      cause instanceof CallError
        ? cause
        : new CallError(code, 'The screen cannot be shared.', { subject: 'screen', cause });
    report({ type: 'source-changed', source: 'screen', state: 'off', by: 'user', problem });
    return problem;
  }
}
