import { CallError } from '../core/call-error.js';
import type { CallState } from '../core/state/call-state.js';
import { isInCall } from '../core/state/phase.js';
import type { Clock } from './ports.js';
import type { Store } from './store.js';

export const lineLimits = {
  /** A screen that comes and goes within this is unrest, and drawing it keeps the connections waiting. */
  slowMs: 300,
  /** Short gaps are nobody's business (reliability fault 10). */
  deadMs: 2_000,
  /** A person waits this long before wanting to know why nothing happens. */
  unreachableMs: 5_000,
  /** Joining takes well under a second; a server that is being restarted may take ten. */
  joiningMs: 45_000,
  /** A tunnel, a lift, a change of trains. */
  lostMs: 180_000,
} as const;

export interface LineWatchEvents {
  /** Joining has taken so long that it is over. */
  joinFailed(error: CallError): void;
  /** The line has been dead for so long that the call is over. */
  callLost(): void;
}

type Condition = 'fine' | 'unreachable' | 'joining' | 'dead';

/** Says when the call is cut off from everyone, and when joining takes too long. */
export class LineWatch {
  readonly #clock: Clock;
  readonly #store: Store;
  readonly #address: string;
  readonly #unsubscribe: () => void;
  readonly #events: LineWatchEvents;
  #condition: Condition = 'fine';
  #cancels: (() => void)[] = [];

  /** `address` is where the room server is sought, for those who look for the mistake. */
  constructor(clock: Clock, store: Store, address: string, events: LineWatchEvents) {
    this.#clock = clock;
    this.#store = store;
    this.#address = address;
    this.#events = events;
    this.#unsubscribe = store.subscribe(() => this.#look());
  }

  close(): void {
    this.#unsubscribe();
    this.#cancel();
  }

  #look(): void {
    const { state } = this.#store;
    const condition = conditionOf(state);
    if (condition !== this.#condition) {
      this.#cancel();
      this.#condition = condition;
      this.#wait(condition);
    }
    if (condition === 'fine' && state.call.phase === 'reconnecting')
      this.#store.apply({ type: 'line-changed', alive: true });
  }

  #wait(condition: Condition): void {
    if (condition === 'fine') return;
    if (condition === 'dead') {
      this.#after(lineLimits.deadMs, () => this.#store.apply({ type: 'line-changed', alive: false }));
      this.#after(lineLimits.lostMs, () => this.#events.callLost());
      return;
    }
    this.#after(lineLimits.unreachableMs, () => {
      if (!isOpen(this.#store.state))
        this.#store.apply({ type: 'server-unreachable', error: unreachable(this.#address, false) });
    });
    if (condition === 'joining') {
      this.#after(lineLimits.slowMs, () => this.#store.apply({ type: 'join-slow' }));
      this.#after(lineLimits.joiningMs, () => this.#events.joinFailed(unreachable(this.#address, true)));
    }
  }

  #after(delayMs: number, run: () => void): void {
    this.#cancels.push(this.#clock.after(delayMs, run));
  }

  #cancel(): void {
    for (const cancel of this.#cancels.splice(0)) cancel();
  }
}

function conditionOf(state: CallState): Condition {
  const { phase, server } = state.call;
  if (phase === 'joining') return 'joining';
  if (phase === 'prejoin') return isOpen(state) ? 'fine' : 'unreachable';
  // An open socket alone reaches nobody: the room server must have taken us in again.
  if (!isInCall(phase) || server === 'welcomed') return 'fine';
  return state.people.list.some(({ link }) => link === 'connected') ? 'fine' : 'dead';
}

/** Whether the room server is there at all. */
function isOpen({ call }: CallState): boolean {
  return call.server === 'open' || call.server === 'welcomed';
}

function unreachable(address: string, fatal: boolean): CallError {
  return new CallError('server-unreachable', `No room server answers at ${address}.`, { fatal });
}
