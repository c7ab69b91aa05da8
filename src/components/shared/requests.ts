import type { AudioCare, Device } from '../../core/device.js';
import type { Panel } from '../../core/state/view.js';
import type { TileSource } from '../../core/tile-key.js';

/**
 * The requests that elements, and the page, can send to a call. Each is a cancelable, bubbling, composed event; `<p2p-call>` turns
 * the event into a command unless a listener on the way prevents it. Without `on` or `open`, the request toggles.
 */
export interface RequestDetails {
  /** Joins, from the pre-join screen or again after leaving; `name` replaces the display name. */
  'p2p-join-request': { name?: string };
  'p2p-leave-request': Record<string, never>;
  'p2p-name-request': { name: string };

  'p2p-mic-request': { on?: boolean };
  'p2p-camera-request': { on?: boolean };
  'p2p-screen-request': { on?: boolean };
  /** Chooses another device to capture with or to play through. */
  'p2p-device-request': { kind: Device['kind']; deviceId: string };
  /** Changes to the next camera; on a phone, to the one on the other side. */
  'p2p-flip-request': Record<string, never>;
  /** Changes the audio processing of the microphone; properties that are left out stay. */
  'p2p-audio-care-request': Partial<AudioCare>;
  /** Starts the sound after `p2p-playback-blocked`; to be sent in answer to a click. */
  'p2p-playback-request': Record<string, never>;
  /** Sets the volume of one participant on this device, from 0 to 1. */
  'p2p-volume-request': { id: string; volume: number };
  /** Silences all participants on this device. */
  'p2p-deafen-request': { on?: boolean };
  /** Turns the sounds for joining, leaving, raised hands and messages on or off. */
  'p2p-sounds-request': { on?: boolean };

  /** Opens or closes a panel. */
  'p2p-panel-request': { panel: Panel; open?: boolean };
  /** Pins or unpins a tile of a participant; without `source`, the tile of the camera. Several tiles can be pinned. */
  'p2p-pin-request': { id: string; source?: TileSource; on?: boolean };
  /** Shows or hides the own tile. */
  'p2p-self-view-request': { on?: boolean };
  /** Shows the own picture mirrored, or as the others see it. */
  'p2p-mirror-request': { on?: boolean };
  'p2p-fullscreen-request': { on?: boolean };
  'p2p-pip-request': { on?: boolean };

  /** Sends a message; without `to`, to everyone. */
  'p2p-message-request': { text: string; to?: string };
  /** Marks all messages as read. */
  'p2p-read-request': Record<string, never>;
  'p2p-hand-request': { on?: boolean };
  'p2p-reaction-request': { emoji: string };

  /** Asks a participant to mute the microphone. This request and the next three are for hosts only. */
  'p2p-mute-request': { id: string };
  'p2p-remove-request': { id: string };
  /** Gives the role of host to a participant. */
  'p2p-host-request': { id: string };
  /** Ends the call for everyone. */
  'p2p-end-request': Record<string, never>;
  /** Shares or copies the page's address. */
  'p2p-invite-request': Record<string, never>;
}

export type RequestType = keyof RequestDetails;

/** Dispatches a request at `target`; true unless a listener prevented it. */
export function request<T extends RequestType>(target: EventTarget, type: T, detail: RequestDetails[T]): boolean {
  return target.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable: true }));
}
