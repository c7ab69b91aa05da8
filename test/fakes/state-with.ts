import { type CallState, initialState } from '../../src/core/state/call-state.js';

type Slice = Exclude<keyof CallState, 'errors'>;

/** A state of the call in which some fields differ from those before any call. */
export function stateWith(overrides: { readonly [K in Slice]?: Partial<CallState[K]> }): CallState {
  const slices = Object.keys(overrides) as Slice[];
  const changed = slices.map((slice) => [slice, Object.freeze({ ...initialState[slice], ...overrides[slice] })]);
  return Object.freeze({ ...initialState, ...(Object.fromEntries(changed) as Partial<CallState>) });
}
