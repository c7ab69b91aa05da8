import type { Panel } from '../../core/call-state.js';

/**
 * What elements, and the page, can ask of the call. Each is a cancelable, bubbling, composed event; `<p2p-call>` turns it
 * into a command unless someone on the way prevents it.
 */
export interface RequestDetails {
  /** Joins, from the pre-join screen or again after leaving; `name` replaces the display name. */
  'p2p-join-request': { name?: string };
  'p2p-leave-request': Record<string, never>;
  /** `on` left out toggles. */
  'p2p-mic-request': { on?: boolean };
  'p2p-camera-request': { on?: boolean };
  'p2p-name-request': { name: string };
  /** Opens a panel of the built-in interface, or closes it; `open` left out toggles. */
  'p2p-panel-request': { panel: Panel; open?: boolean };
  /** After `p2p-playback-blocked`: start the sound, in answer to a click. */
  'p2p-playback-request': Record<string, never>;
}

export type RequestType = keyof RequestDetails;

/** Dispatches a request at `target`; true unless a listener prevented it. */
export function request<T extends RequestType>(target: EventTarget, type: T, detail: RequestDetails[T]): boolean {
  return target.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable: true }));
}
