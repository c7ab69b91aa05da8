import type { CallState } from '../../core/state/call-state.js';
import type { RemoteParticipant } from '../../core/state/people.js';
import type { CallView } from '../shared/call-context.js';

/** The sources of others that are played: their microphone, and the sound of their screen. */
const heard = ['microphone', 'screen-sound'] as const;

/**
 * Plays the sound of the others. The audio elements are separate from the tiles, so that everyone is heard whatever the page shows;
 * and outside of the document, so that moving the call does not interrupt the sound.
 */
export class AudioSinks {
  readonly #view: CallView;
  readonly #blocked: (blocked: boolean) => void;
  readonly #sinks = new Map<string, HTMLAudioElement>();

  /** `blocked` is called when the browser refuses to play without a click, and when it plays after all. */
  constructor(view: CallView, blocked: (blocked: boolean) => void) {
    this.#view = view;
    this.#blocked = blocked;
  }

  /** Plays the participants of a state. */
  update(state: CallState): void {
    const streams = new Map(state.people.list.flatMap((person) => this.#streamsOf(person)));
    for (const [key, sink] of this.#sinks) {
      if (streams.has(key)) continue;
      sink.srcObject = null;
      this.#sinks.delete(key);
    }
    for (const [key, stream] of streams) this.#follow(key, stream);
    for (const [key, sink] of this.#sinks) this.#tune(key, sink, state);
  }

  /** Tries again, in answer to a click. */
  play(): void {
    for (const sink of this.#sinks.values()) void this.#play(sink);
  }

  #streamsOf({ id, screen }: RemoteParticipant): [key: string, stream: MediaStream][] {
    return heard.flatMap((source): [string, MediaStream][] => {
      const stream = source === 'microphone' || screen === 'on' ? this.#view.streamOf(id, source) : undefined;
      return stream ? [[`${id} ${source}`, stream]] : [];
    });
  }

  #follow(key: string, stream: MediaStream): void {
    const sink = this.#sinks.get(key) ?? document.createElement('audio');
    this.#sinks.set(key, sink);
    // A new connection adds its track to the same stream. If the old track had ended, Firefox stays paused.
    if (sink.srcObject === stream && !sink.paused && !sink.ended) return;
    if (sink.srcObject !== stream) sink.srcObject = stream;
    void this.#play(sink);
  }

  #tune(key: string, sink: HTMLAudioElement, { people, settings }: CallState): void {
    const [id = ''] = key.split(' ');
    sink.volume = people.volumes[id] ?? 1;
    sink.muted = settings.deafened;
    const speaker = settings.deviceIds.speaker ?? '';
    // Rejects if the speaker was just unplugged; the list of devices, and with it the choice, is updated then.
    if (sink.setSinkId && sink.sinkId !== speaker) void sink.setSinkId(speaker).catch(() => undefined);
  }

  async #play(sink: HTMLAudioElement): Promise<void> {
    try {
      await sink.play();
      this.#blocked(false);
    } catch (error) {
      // Anything else is an interruption by a newer stream or the end of this one.
      if (error instanceof DOMException && error.name === 'NotAllowedError') this.#blocked(true);
    }
  }
}
