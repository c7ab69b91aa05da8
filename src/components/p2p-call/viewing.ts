import type { Fact } from '../../core/fact.js';
import type { CallState } from '../../core/state/call-state.js';
import type { Viewing } from '../../core/state/view.js';
import { tileKey } from '../../core/tile-key.js';
import type { RequestTable } from './request-table.js';

/** What holds the state, and takes facts. */
interface Stated {
  readonly state: CallState;
  apply(fact: Fact): void;
}

type ViewingRequest = 'p2p-pin-request' | 'p2p-self-view-request' | 'p2p-mirror-request';

/** How this person looks at the call is nobody else's business: what is asked for is so at once. */
export function viewingRequests(store: Stated): Pick<RequestTable, ViewingRequest> {
  const change = (changes: Partial<Viewing>): void => store.apply({ type: 'viewing-changed', changes });
  return {
    'p2p-pin-request': ({ id, source, on }) =>
      change({ pins: withPin(store.state.view.pins, tileKey(id, source), on) }),
    'p2p-self-view-request': ({ on }) => change({ selfHidden: !(on ?? store.state.view.selfHidden) }),
    'p2p-mirror-request': ({ on }) =>
      store.apply({ type: 'mirrored-changed', mirrored: on ?? !store.state.settings.mirrored }),
  };
}

/** The pins with `key` last among them, or without it; where `on` is left out, whichever they are not. */
export function withPin(pins: readonly string[], key: string, on: boolean = !pins.includes(key)): readonly string[] {
  if (on === pins.includes(key)) return pins;
  return Object.freeze(on ? [...pins, key] : pins.filter((pin) => pin !== key));
}
