import { type CallEvent, eventsOf } from '../core/call-event.js';
import type { Fact } from '../core/fact.js';
import { type CallState, initialState } from '../core/state/call-state.js';
import { reduce } from '../core/state/reduce.js';
import { Store } from './store.js';

/** The state of one call. */
export type CallStore = Store<CallState, Fact, CallEvent>;

/** `dispatch` is called with each event of the page, in order, when the turn that brought it is over. */
export function createCallStore(
  dispatch: (event: CallEvent) => void,
  afterTurn = (run: () => void): void => queueMicrotask(run),
): CallStore {
  return new Store({ initial: initialState, reduce, eventsOf, dispatch, afterTurn });
}
