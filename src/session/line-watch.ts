import { CallError } from '../core/call-error.js';
import type { CallState } from '../core/state/call-state.js';
import { isInCall } from '../core/state/phase.js';
import type { Clock } from './clock.js';
import type { CallStore } from './call-store.js';
import { Timers } from './timer.js';

export const lineLimits = {
  /** A join that takes less has no screen of its own: it would flicker, and drawing it would delay the connections. */
  slowMs: 300,
  /** A shorter gap is not shown. */
  deadMs: 2_000,
  /** After this time a person wants to know why nothing happens. */
  unreachableMs: 5_000,
  /** Joining takes well under a second; a server that is being restarted may take ten. */
  joiningMs: 45_000,
  /** A tunnel, a lift or a change of trains takes less. */
  lostMs: 180_000,
} as const;

export interface LineWatchOptions {
  readonly clock: Clock;
  readonly store: CallStore;
  readonly signal: AbortSignal;
  /** The room server's host, for the developer who reads the error. */
  readonly address: string;
  /** Joining has taken so long that it is over. */
  joinFailed(error: CallError): void;
  /** The line has been dead for so long that the call is over. */
  callLost(): void;
}

type Condition = 'fine' | 'unreachable' | 'joining' | 'dead';

/** Says when the call is cut off from everyone, and when joining takes too long. */
export class LineWatch {
  readonly #options: LineWatchOptions;
  readonly #timers: Timers<number>;
  #condition: Condition = 'fine';

  constructor(options: LineWatchOptions) {
    const { clock, store, signal } = options;
    this.#options = options;
    this.#timers = new Timers(clock, signal);
    store.subscribe(() => this.#look(), signal);
  }

  #look(): void {
    const { store } = this.#options;
    const condition = conditionOf(store.state);
    if (condition !== this.#condition) {
      this.#condition = condition;
      this.#timers.stopAll();
      this.#wait(condition);
    }
    if (condition === 'fine' && store.state.call.phase === 'reconnecting') {
      store.apply({ type: 'line-changed', alive: true });
    }
  }

  #wait(condition: Condition): void {
    const { store, address, joinFailed, callLost } = this.#options;
    if (condition === 'fine') return;
    if (condition === 'dead') {
      this.#after(lineLimits.deadMs, () => store.apply({ type: 'line-changed', alive: false }));
      this.#after(lineLimits.lostMs, () => callLost());
      return;
    }
    this.#after(lineLimits.unreachableMs, () => {
      if (!isOpen(store.state)) store.apply({ type: 'server-unreachable', error: unreachable(address, false) });
    });
    if (condition === 'joining') {
      this.#after(lineLimits.slowMs, () => store.apply({ type: 'join-slow' }));
      this.#after(lineLimits.joiningMs, () => joinFailed(unreachable(address, true)));
    }
  }

  #after(delayMs: number, run: () => void): void {
    this.#timers.start(delayMs, delayMs, run);
  }
}

function conditionOf(state: CallState): Condition {
  const { phase, server } = state.call;
  if (phase === 'joining') return 'joining';
  if (phase === 'prejoin') return isOpen(state) ? 'fine' : 'unreachable';
  // An open socket is not enough to reach somebody: the room server must have answered `join` on it.
  if (!isInCall(state.call.phase) || server === 'welcomed') return 'fine';
  return state.people.list.some(({ link }) => link === 'connected') ? 'fine' : 'dead';
}

/** Whether the room server answers at all. */
function isOpen({ call: { server } }: CallState): boolean {
  return server === 'open' || server === 'welcomed';
}

function unreachable(address: string, fatal: boolean): CallError {
  return new CallError('server-unreachable', `No room server answers at ${address}.`, { fatal });
}
