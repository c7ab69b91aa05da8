import { captureSources } from '../core/capture.js';
import type { Source } from '../core/source.js';

export interface OwnTracksOptions {
  createStream(): MediaStream;
  /** The track to send from now on; undefined sends nothing. */
  send(source: Source, track: MediaStreamTrack | undefined): void;
  /** The device or the permission was taken away. */
  ended(source: Source): void;
  /** The system holds the running track back, or gives it back. */
  paused(source: Source, isPaused: boolean): void;
}

/** The self's tracks of microphone and camera: those that are sent, and the copy of a muted microphone. */
export class OwnTracks {
  readonly #options: OwnTracksOptions;
  readonly #streams: Readonly<Record<Source, MediaStream>>;
  readonly #sent: Partial<Record<Source, MediaStreamTrack>> = {};
  #kept: MediaStreamTrack | undefined;

  constructor(options: OwnTracksOptions) {
    this.#options = options;
    this.#streams = { microphone: options.createStream(), camera: options.createStream() };
  }

  /** The track that is sent. */
  sent(source: Source): MediaStreamTrack | undefined {
    return this.#sent[source];
  }

  /** The copy of the muted microphone, while it is kept. */
  get kept(): MediaStreamTrack | undefined {
    return this.#kept;
  }

  /** Whether the copy gives sound at this moment. */
  get isKeptUsable(): boolean {
    return this.#kept?.readyState === 'live' && !this.#kept.muted;
  }

  /** What a source sends; undefined while it is off. The same object each time. */
  streamOf(source: Source): MediaStream | undefined {
    return this.#sent[source] && this.#streams[source];
  }

  /** Sends a track from now on, in the place of the one before. */
  send(source: Source, track: MediaStreamTrack): void {
    const before = this.#sent[source];
    if (before) this.#streams[source].removeTrack(before);
    this.#sent[source] = track;
    this.#streams[source].addTrack(track);
    const isCurrent = (): boolean => this.#sent[source] === track;
    // Fires when the device or the permission is taken away, never after our own stop().
    track.addEventListener('ended', () => isCurrent() && this.#options.ended(source), { once: true });
    // The system holds a device back, for a phone call or by a key on the machine, and gives it back.
    for (const type of ['mute', 'unmute'] as const) {
      track.addEventListener(type, () => isCurrent() && this.#options.paused(source, track.muted));
    }
    this.#options.send(source, track);
  }

  /** Sends nothing any more, and lets go of the device. */
  stop(source: Source): void {
    const track = this.#sent[source];
    if (!track) return;
    delete this.#sent[source];
    track.stop();
    this.#streams[source].removeTrack(track);
    this.#options.send(source, undefined);
  }

  /** Sends nothing of the microphone any more, and keeps a copy of its track open, unless that has ended. */
  keep(): void {
    const track = this.#sent.microphone;
    this.#kept = track?.readyState === 'live' ? track.clone() : undefined;
    this.stop('microphone');
  }

  /** Another track takes the place of the copy. */
  replaceKept(track: MediaStreamTrack): void {
    this.#kept = track;
  }

  /** Sends the copy again; gives the track. */
  resume(): MediaStreamTrack | undefined {
    const track = this.#kept;
    this.#kept = undefined;
    if (track) this.send('microphone', track);
    return track;
  }

  /** Stops the copy. */
  letGo(): void {
    this.#kept?.stop();
    this.#kept = undefined;
  }

  stopAll(): void {
    this.letGo();
    for (const source of captureSources) this.stop(source);
  }
}
