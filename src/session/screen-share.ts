import { CallError } from '../core/call-error.js';
import type { By, SourceState, TrackSource } from '../core/source.js';
import type { Fact } from '../core/fact.js';
import type { MediaPort } from './ports.js';

/**
 * What is asked of the browser (W3C Screen Capture section 5). People read screens, so sharpness counts and 15 pictures a second
 * are plenty; the sound of a tab or a system is music and speech as it is. Members that a browser does not know are ignored.
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

export interface ScreenShareEvents {
  report(fact: Fact): void;
  /** The track to send from now on; undefined sends nothing. */
  track(source: TrackSource, track: MediaStreamTrack | undefined): void;
}

/** The self's screen, window or tab, with its sound where the browser offers it. The person chooses anew each time. */
export class ScreenShare {
  readonly #media: MediaPort;
  readonly #events: ScreenShareEvents;
  #stream: MediaStream | undefined;
  /** Counts the wishes: what the browser grants to an older one comes too late. */
  #wish = 0;

  constructor(media: MediaPort, events: ScreenShareEvents) {
    this.#media = media;
    this.#events = events;
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
      return;
    }
    if (this.#stream) return;
    // The last refusal is over: the person is asked anew.
    this.#events.report({ type: 'source-changed', source: 'screen', state: 'off', by });
    const wish = (this.#wish += 1);
    try {
      const obstacle = this.#media.obstacle();
      if (obstacle) throw new CallError(obstacle, 'This page cannot capture media.', { subject: 'screen' });
      const stream = await this.#media.captureScreen(options);
      if (wish === this.#wish) this.#take(stream, by);
      else for (const track of stream.getTracks()) track.stop();
    } catch (cause) {
      // Another wish came first, and says what becomes of the screen.
      if (wish === this.#wish) throw this.#failed(cause, by);
    }
  }

  close(): void {
    this.#wish += 1;
    for (const track of this.#stream?.getTracks() ?? []) track.stop();
    this.#stream = undefined;
  }

  #take(stream: MediaStream, by: By): void {
    this.#stream = stream;
    for (const track of stream.getTracks()) {
      const source = kinds[track.kind as keyof typeof kinds];
      // Text before movement (W3C mst-content-hint section 5): encoders keep the edges and drop pictures.
      if (source === 'screen') track.contentHint = 'detail';
      // The browser's own bar, or the end of what was shared; never our own stop().
      track.addEventListener('ended', () => this.#ended(source, track), { once: true });
      this.#events.track(source, track);
    }
    this.#events.report({ type: 'source-changed', source: 'screen', state: 'on', by });
  }

  #ended(source: TrackSource, track: MediaStreamTrack): void {
    if (!this.#stream?.getTracks().includes(track)) return;
    // A tab can stop giving its sound while its picture goes on.
    if (source === 'screen-sound') this.#events.track(source, undefined);
    else this.#stop('off', 'system');
  }

  #stop(state: SourceState, by: By): void {
    for (const track of this.#stream?.getTracks() ?? []) {
      track.stop();
      this.#events.track(kinds[track.kind as keyof typeof kinds], undefined);
    }
    this.#stream = undefined;
    this.#events.report({ type: 'source-changed', source: 'screen', state, by });
  }

  /** Browsers say the same of a person who changed their mind and of a system that forbids recording. */
  #failed(cause: unknown, by: By): CallError {
    const code = this.#media.forbidden('display-capture') ? 'policy-blocked' : 'screen-denied';
    const problem =
      cause instanceof CallError
        ? cause
        : new CallError(code, 'The screen cannot be shared.', { subject: 'screen', cause });
    this.#events.report({ type: 'source-changed', source: 'screen', state: 'off', by, problem });
    return problem;
  }
}
