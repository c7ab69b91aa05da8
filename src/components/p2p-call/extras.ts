import type { CallState } from '../../core/call-state.js';
import { isInCall } from '../../core/reduce.js';
import type { CallView } from '../shared/call-context.js';

/** What a call has beyond pictures and talk: in files of their own, which come when they are needed for the first time. */
export class Extras {
  readonly #view: CallView;
  #hasSounds = false;
  #hasReactions = false;

  constructor(view: CallView) {
    this.#view = view;
  }

  update(state: CallState): void {
    if (!isInCall(state.phase)) return;
    if (state.sounds && !this.#hasSounds) {
      this.#hasSounds = true;
      import('./sounds.js').then(
        ({ playSounds }) => playSounds(this.#view),
        // A call without a chime is a call; the next one tries again.
        () => (this.#hasSounds = false),
      );
    }
    if (state.reactions.length > 0 && !this.#hasReactions) {
      this.#hasReactions = true;
      import('../p2p-reactions/define.js').catch(() => (this.#hasReactions = false));
    }
  }
}
