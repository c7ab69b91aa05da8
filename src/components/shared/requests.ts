import type { AudioCare, Device } from '../../core/device.js';
import type { Panel } from '../../core/state/view.js';
import type { TileSource } from '../../core/tile-key.js';

/**
 * What elements, and the page, can ask of the call. Each is a cancelable, bubbling, composed event; `<p2p-call>` turns it
 * into a command unless someone on the way prevents it. `on` and `open` left out toggle.
 */
export interface RequestDetails {
  /** Joins, from the pre-join screen or again after leaving; `name` replaces the display name. */
  'p2p-join-request': { name?: string };
  'p2p-leave-request': Record<string, never>;
  'p2p-name-request': { name: string };

  'p2p-mic-request': { on?: boolean };
  'p2p-camera-request': { on?: boolean };
  'p2p-screen-request': { on?: boolean };
  /** Captures with, or plays through, another device. */
  'p2p-device-request': { kind: Device['kind']; deviceId: string };
  /** Changes to the next camera: on a phone, to the one on the other side. */
  'p2p-flip-request': Record<string, never>;
  /** How the microphone is treated; what is left out stays. */
  'p2p-audio-care-request': Partial<AudioCare>;
  /** After `p2p-playback-blocked`: start the sound, in answer to a click. */
  'p2p-playback-request': Record<string, never>;
  /** How loud one participant is here, from 0 to 1. */
  'p2p-volume-request': { id: string; volume: number };
  /** Whether nobody is heard here. */
  'p2p-deafen-request': { on?: boolean };
  /** Whether joining, leaving, hands and messages are heard. */
  'p2p-sounds-request': { on?: boolean };

  /** Opens a panel, or closes it. */
  'p2p-panel-request': { panel: Panel; open?: boolean };
  /** Keeps a participant's tile large, beside others that are, or lets go of it; without `source` that of the camera. */
  'p2p-pin-request': { id: string; source?: TileSource; on?: boolean };
  /** Shows the own picture among the others, or hides it. */
  'p2p-self-view-request': { on?: boolean };
  /** Shows the own picture as in a mirror, or as the others see it. */
  'p2p-mirror-request': { on?: boolean };
  'p2p-fullscreen-request': { on?: boolean };
  'p2p-pip-request': { on?: boolean };

  /** Without `to` to everyone. */
  'p2p-message-request': { text: string; to?: string };
  /** The messages that there are have been seen: none is unread any more. */
  'p2p-read-request': Record<string, never>;
  'p2p-hand-request': { on?: boolean };
  'p2p-reaction-request': { emoji: string };

  /** Asks a participant to mute the microphone; hosts only, as are the next three. */
  'p2p-mute-request': { id: string };
  'p2p-remove-request': { id: string };
  /** Hands the host's role over. */
  'p2p-host-request': { id: string };
  /** Ends the call for everyone. */
  'p2p-end-request': Record<string, never>;
  /** Shares the page's address, or copies it. */
  'p2p-invite-request': Record<string, never>;
}

export type RequestType = keyof RequestDetails;

/** Dispatches a request at `target`; true unless a listener prevented it. */
export function request<T extends RequestType>(target: EventTarget, type: T, detail: RequestDetails[T]): boolean {
  return target.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable: true }));
}
