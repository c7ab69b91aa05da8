import { createContext } from '@lit/context';
import type { TrackSource } from '../../core/source.js';
import type { CallState } from '../../core/state/call-state.js';
import type { LinkStats } from '../../core/link-stats.js';

/** A read-only view of a call for the elements inside. To change something, they dispatch requests. */
export interface CallView {
  /** The present state of the call; frozen, and a new object after each change. */
  readonly state: CallState;
  /**
   * Calls `listener` after changes of the state or of a stream, until the returned function is called. While more urgent work is
   * due, the call may come a moment later, and once for several changes.
   */
  subscribe(listener: () => void): () => void;
  /** The live stream of a participant (undefined: the self, also before joining); undefined if there is none. */
  streamOf(id: string | undefined, source: TrackSource): MediaStream | undefined;
  /** The present level of a participant (undefined: the self), from 0 to 1. Listeners are not called when it changes. */
  levelOf(id: string | undefined): number;
  /** The statistics of the connection to a participant; undefined if there is none. */
  statsOf(id: string): Promise<LinkStats | undefined>;
  /** The ICE servers: those that the page sets, or those that the room server provides. */
  iceServers(): readonly RTCIceServer[];
}

export const callContext = createContext<CallView>('p2p-call-view');

/**
 * The property where an element that holds a call offers its view to elements that name it with `for`. `Symbol.for` gives two
 * copies of the script the same symbol.
 */
export const callView: unique symbol = Symbol.for('p2p-call.view') as never;

/** An element that holds a call. */
export interface CallHolder extends HTMLElement {
  readonly [callView]: CallView;
}

export function isCallHolder(element: Element | null | undefined): element is CallHolder {
  return !!element && callView in element;
}
