import type { Source } from './source.js';

/** What a device is for. */
export type DeviceKind = Source | 'speaker';

/** A capture or playback device, as `MediaDeviceInfo` has it (W3C Media Capture section 9.2). */
export interface Device {
  readonly kind: DeviceKind;
  readonly id: string;
  readonly label: string;
}

/** A device that the person chose. Its id can change with each visit and each plugging in; then the label finds it. */
export type DeviceWish = Pick<Device, 'id' | 'label'>;

/** The direction in which a phone's camera looks (W3C Media Capture section 4.3.7); desktop cameras have none. */
export type Facing = 'user' | 'environment';

/** How the microphone is treated before it is sent (W3C Media Capture section 4.3.8). */
export interface AudioCare {
  readonly echoCancellation: boolean;
  readonly noiseSuppression: boolean;
  readonly autoGainControl: boolean;
  /** Sends the sound as it is, in stereo if the microphone has it. The three above then have no effect. */
  readonly music: boolean;
  /** Keeps the microphone open while it is muted in a call: to notice that the person talks, and to be unmuted at once. */
  readonly listenWhileMuted: boolean;
}
