import type { CallState } from '../../core/state/call-state.js';
import type { RemoteParticipant } from '../../core/state/people.js';
import type { CallView } from '../shared/call-context.js';

/** What is heard of others: what they say, and the sound of what they share. */
const heard = ['microphone', 'screen-sound'] as const;

/**
 * Plays the others. Apart from the tiles, so that everyone is heard whatever the page shows; and outside the document, so that
 * moving the call interrupts nothing.
 */
export class AudioSinks {
  readonly #view: CallView;
  readonly #blocked: (blocked: boolean) => void;
  readonly #sinks = new Map<string, HTMLAudioElement>();

  /** `blocked` is told when the browser refuses to play without a click, and when it plays after all. */
  constructor(view: CallView, blocked: (blocked: boolean) => void) {
    this.#view = view;
    this.#blocked = blocked;
  }

  /** Follows who is there. */
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
    // A connection made anew brings its track into the same stream; where the old one had ended, Firefox stays paused.
    if (sink.srcObject === stream && !sink.paused && !sink.ended) return;
    if (sink.srcObject !== stream) sink.srcObject = stream;
    void this.#play(sink);
  }

  #tune(key: string, sink: HTMLAudioElement, { people, settings }: CallState): void {
    const [id = ''] = key.split(' ');
    sink.volume = people.volumes[id] ?? 1;
    sink.muted = settings.deafened;
    const speaker = settings.deviceIds.speaker ?? '';
    // Refused where the speaker has just been unplugged: the list of devices, and with it the choice, follows.
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
