import { CallError } from '../../core/call-error.js';
import { nextHandAt } from '../../core/hands.js';
import { isInCall } from '../../core/state/phase.js';
import type { CallStore } from '../call-store.js';

/** The own raised hand. The others learn of it as a part of the presence. */
export class Hands {
  readonly #store: CallStore;
  readonly #nowMs: () => number;

  /** `nowMs` is the time in milliseconds since the epoch. */
  constructor(store: CallStore, nowMs: () => number = Date.now) {
    this.#store = store;
    this.#nowMs = nowMs;
  }

  /** Raises or lowers it. Throws outside a call. */
  set(raised: boolean): void {
    const { state } = this.#store;
    if (!isInCall(state.call.phase)) throw new CallError('not-joined', 'Nobody sees a hand outside a call.');
    if (raised === (state.self.handAt !== undefined)) return;
    this.#store.apply({ type: 'hand-changed', handAt: raised ? nextHandAt(state, this.#nowMs()) : undefined });
  }
}
