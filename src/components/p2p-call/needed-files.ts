import type { CallState } from '../../core/state/call-state.js';
import { isInCall, type Phase } from '../../core/state/phase.js';
import type { CallView } from '../shared/call-context.js';
import { lazy } from '../shared/lazy.js';
import { loadElement } from './on-demand.js';

/** Loads what a call needs when something happens in it for the first time: its sounds, and the reactions over the tiles. */
export class NeededFiles {
  readonly #call: HTMLElement;
  readonly #later: (load: () => void) => void;
  readonly #loadSounds: (asker: EventTarget) => Promise<unknown>;
  #phase: Phase | undefined;
  #hasSounds = false;
  #reactions: CallState['chat']['reactions'] = [];

  /** `later` runs a task when nothing more urgent is going on. */
  constructor(call: HTMLElement, view: CallView, later: (load: () => void) => void) {
    this.#call = call;
    this.#later = later;
    this.#loadSounds = lazy('sounds', async () => (await import('./sounds.js')).playSounds(view));
  }

  /** Follows the call. A file that did not come is asked for again in the next phase, or with the next reaction. */
  update({ call: { phase }, settings, chat: { reactions } }: CallState): void {
    const needsSounds = settings.sounds && (phase !== this.#phase || !this.#hasSounds);
    const hasNewReaction = reactions !== this.#reactions && reactions.length > 0;
    this.#phase = phase;
    this.#hasSounds = settings.sounds;
    this.#reactions = reactions;
    if (!isInCall(phase)) return;
    if (needsSounds) this.#later(() => void this.#loadSounds(this.#call));
    if (hasNewReaction) this.#later(() => void loadElement('p2p-reactions', this.#call));
  }
}
