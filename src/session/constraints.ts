import type { AudioCare } from '../core/device.js';

/** A first frame at this size takes half the time of one at 1280×720, and a mesh encodes it once per peer. */
const picture: MediaTrackConstraints = { width: { ideal: 640 }, height: { ideal: 360 }, frameRate: { ideal: 30 } };

/** How a microphone is asked for (W3C Media Capture section 4.3.8). */
export function audioConstraints(care: AudioCare, device: MediaTrackConstraints = {}): MediaTrackConstraints {
  const { echoCancellation, noiseSuppression, autoGainControl, music } = care;
  if (!music) return { echoCancellation, noiseSuppression, autoGainControl, ...device };
  // Each of the three treats a held note as noise, and mixes two channels into one.
  const untouched = { echoCancellation: false, noiseSuppression: false, autoGainControl: false };
  return { ...untouched, channelCount: { ideal: 2 }, sampleRate: { ideal: 48_000 }, ...device };
}

/** How a camera is asked for. */
export function videoConstraints(device: MediaTrackConstraints = {}): MediaTrackConstraints {
  return { ...picture, ...device };
}
