import type { CallState } from '../../core/state/call-state.js';
import { isInCall, type Phase } from '../../core/state/phase.js';

const phases: readonly Phase[] = ['idle', 'prejoin', 'joining', 'joined', 'reconnecting', 'left', 'failed'];

/** The custom states of `<p2p-call>`, for `p2p-call:state(joined)` (HTML, section 4.13.7). */
export class CallStates {
  readonly #internals: ElementInternals;

  constructor(internals: ElementInternals) {
    this.#internals = internals;
    this.#set('idle', true);
  }

  update({ call, people, self }: CallState): void {
    const { phase } = call;
    for (const name of phases) this.#set(name, name === phase);
    this.#set('alone', isInCall(phase) && people.list.length === 0);
    this.#set('mic-on', self.microphone === 'on');
    this.#set('camera-on', self.camera === 'on');
    this.#set('screen-on', self.screen === 'on');
    this.#set('hand-raised', self.handAt !== undefined);
  }

  #set(name: string, on: boolean): void {
    try {
      if (on) this.#internals.states?.add(name);
      else this.#internals.states?.delete(name);
    } catch {
      // Browsers older than 2024 have no custom states, or only names with dashes, so pages cannot style by them.
    }
  }
}
