import type { Source } from './source.js';

/** What a device is for. */
export type DeviceKind = Source | 'speaker';

/** A capture or playback device, as `MediaDeviceInfo` has it (W3C Media Capture section 9.2). */
export interface Device {
  readonly kind: DeviceKind;
  readonly id: string;
  readonly label: string;
}

/** A device that the person chose. Ids can change with each visit and each plug; the label finds it again. */
export type DeviceWish = Pick<Device, 'id' | 'label'>;

/** Which way a phone's camera looks (W3C Media Capture section 4.3.7); desktop cameras do not say. */
export type Facing = 'user' | 'environment';

/** How the microphone is treated before it is sent (W3C Media Capture section 4.3.8). */
export interface AudioCare {
  readonly echoCancellation: boolean;
  readonly noiseSuppression: boolean;
  readonly autoGainControl: boolean;
  /** Sound as it is, in stereo where the microphone has it: none of the three above applies. */
  readonly music: boolean;
  /** While muted in a call, keep the microphone open to notice that someone talks, and to be back at once. */
  readonly listenWhileMuted: boolean;
}
