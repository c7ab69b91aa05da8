import { CallError } from '../../core/call-error.js';
import { isInCall } from '../../core/state/phase.js';
import { isEmoji } from '../../protocol/emoji.js';
import type { Clock } from '../clock.js';
import type { CallStore } from '../call-store.js';
import { Timers } from '../timer.js';
import type { Transport } from '../transport.js';

/** As long as a reaction rises over a tile. */
const shownMs = 4_000;
/** Of one participant. */
const shownAtOnce = 10;

export interface ReactionsOptions {
  readonly clock: Clock;
  readonly store: CallStore;
  readonly signal: AbortSignal;
  readonly transport: Pick<Transport, 'tell'>;
}

/** Emoji that everyone sees for a moment (rule D5). */
export class Reactions {
  readonly #options: ReactionsOptions;
  readonly #timers: Timers<number>;
  #key = 0;

  constructor(options: ReactionsOptions) {
    this.#options = options;
    this.#timers = new Timers(options.clock, options.signal);
  }

  /** Shows everyone one emoji. Throws what keeps it from being one. */
  send(emoji: unknown): void {
    const { store, transport } = this.#options;
    if (!isInCall(store.state.call.phase)) throw new CallError('not-joined', 'Nobody sees a reaction outside a call.');
    if (!isEmoji(emoji)) throw new CallError('bad-value', 'A reaction is one emoji.');
    if (!this.#show(store.state.self.id ?? '', emoji))
      throw new CallError('rate-limited', 'Too many reactions at once.');
    transport.tell({ type: 'reaction', emoji });
  }

  receive(from: string, emoji: string): void {
    if (this.#options.store.state.people.list.some(({ id }) => id === from)) this.#show(from, emoji);
  }

  /** False where so many of the participant show that another is too much. */
  #show(from: string, emoji: string): boolean {
    const { store } = this.#options;
    if (store.state.chat.reactions.filter((one) => one.from === from).length >= shownAtOnce) return false;
    this.#key += 1;
    const key = this.#key;
    this.#timers.start(key, shownMs, () => store.apply({ type: 'reaction-gone', key }));
    store.apply({ type: 'reaction-shown', reaction: { key, from, emoji } });
    return true;
  }
}
