import { createContext } from '@lit/context';
import type { TrackSource } from '../../core/source.js';
import type { CallState } from '../../core/state/call-state.js';
import type { LinkStats } from '../../core/link-stats.js';

/** What the elements inside a call can see of it. They change nothing through it: they dispatch requests. */
export interface CallView {
  /** The call as it is now; frozen, and a new object after each change. */
  readonly state: CallState;
  /**
   * Calls `listener` after changes of the state or of a stream, until the returned function is called; a moment later, and once,
   * where something else must go out first.
   */
  subscribe(listener: () => void): () => void;
  /** The live stream of a participant (undefined: the self, also before joining), or undefined where there is none. */
  streamOf(id: string | undefined, source: TrackSource): MediaStream | undefined;
  /** How loud a participant (undefined: the self) is at this moment, 0 to 1. Changes all the time, and nobody is told. */
  levelOf(id: string | undefined): number;
  /** What the connection to a participant has done so far; undefined where there is none. */
  statsOf(id: string): Promise<LinkStats | undefined>;
  /** How the others are reached: what the page says, or the room server hands out. */
  iceServers(): readonly RTCIceServer[];
}

export const callContext = createContext<CallView>('p2p-call-view');

/** Where an element that holds a call shows it to elements that name it with `for`. Registered, so that two copies of the script agree. */
export const callView: unique symbol = Symbol.for('p2p-call.view') as never;

/** An element that holds a call. */
export interface CallHolder extends HTMLElement {
  readonly [callView]: CallView;
}

export function isCallHolder(element: Element | null | undefined): element is CallHolder {
  return !!element && callView in element;
}
