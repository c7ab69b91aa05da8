import type { TrackSource } from '../core/source.js';

/** The streams of the others: one MediaStream per participant and source, the same object while its track is replaced. */
export class Streams {
  readonly #streams = new Map<string, Map<TrackSource, MediaStream>>();
  readonly #create: () => MediaStream;

  constructor(create: () => MediaStream) {
    this.#create = create;
  }

  get(id: string, source: TrackSource): MediaStream | undefined {
    return this.#streams.get(id)?.get(source);
  }

  set(id: string, source: TrackSource, track: MediaStreamTrack): void {
    const own = this.#streams.get(id) ?? new Map<TrackSource, MediaStream>();
    this.#streams.set(id, own);
    const stream = own.get(source) ?? this.#create();
    own.set(source, stream);
    for (const old of stream.getTracks()) if (old !== track) stream.removeTrack(old);
    stream.addTrack(track);
  }

  delete(id: string): void {
    this.#streams.delete(id);
  }

  clear(): void {
    this.#streams.clear();
  }
}
