import type { CallState } from '../../core/call-state.js';
import type { CallView } from '../shared/call-context.js';

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
    const present = new Set(state.people.map((person) => person.id));
    for (const [id, sink] of this.#sinks) {
      if (present.has(id)) continue;
      sink.srcObject = null;
      this.#sinks.delete(id);
    }
    for (const id of present) this.#follow(id);
  }

  /** Tries again, in answer to a click. */
  play(): void {
    for (const sink of this.#sinks.values()) void this.#play(sink);
  }

  #follow(id: string): void {
    const stream = this.#view.streamOf(id, 'microphone');
    if (!stream) return;
    const sink = this.#sinks.get(id) ?? document.createElement('audio');
    this.#sinks.set(id, sink);
    // A connection made anew brings its track into the same stream; where the old one had ended, Firefox stays paused.
    if (sink.srcObject === stream && !sink.paused && !sink.ended) return;
    if (sink.srcObject !== stream) sink.srcObject = stream;
    void this.#play(sink);
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
