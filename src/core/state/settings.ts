import type { AudioCare, Device, DeviceKind, DeviceWish } from '../device.js';
import type { Fact } from '../fact.js';
import { change, sameJson, withEntry } from './change.js';

/** The devices, and how this person likes to use them; they outlive a call. */
export interface Settings {
  readonly devices: readonly Device[];
  /** The device that each kind uses now, or used last; absent: what the browser takes. */
  readonly deviceIds: Readonly<Partial<Record<DeviceKind, string>>>;
  /** The devices that the person chose; absent: what the system has as its default. */
  readonly deviceWishes: Readonly<Partial<Record<DeviceKind, DeviceWish>>>;
  readonly audioCare: AudioCare;
  /** Nobody is heard. */
  readonly deafened: boolean;
  /** The own picture shows as in a mirror. */
  readonly mirrored: boolean;
  /** Whether the call may make sounds of its own: for joining, leaving, hands and messages. */
  readonly sounds: boolean;
}

export const initialSettings: Settings = Object.freeze({
  devices: Object.freeze([]),
  deviceIds: Object.freeze({}),
  deviceWishes: Object.freeze({}),
  audioCare: Object.freeze({
    echoCancellation: true,
    noiseSuppression: true,
    autoGainControl: true,
    music: false,
    listenWhileMuted: true,
  }),
  deafened: false,
  mirrored: true,
  sounds: true,
});

export function reduceSettings(settings: Settings, fact: Fact): Settings {
  switch (fact.type) {
    case 'devices-changed':
      return change(settings, { devices: sameJson(settings.devices, fact.devices) });
    case 'device-chosen': {
      const wish = sameJson(settings.deviceWishes[fact.kind], fact.wish);
      return change(settings, { deviceWishes: withEntry(settings.deviceWishes, fact.kind, wish) });
    }
    case 'device-used':
      return change(settings, { deviceIds: withEntry(settings.deviceIds, fact.kind, fact.id) });
    case 'audio-care-changed':
      return change(settings, { audioCare: change(settings.audioCare, fact.care) });
    case 'deafened-changed':
      return change(settings, { deafened: fact.deafened });
    case 'mirrored-changed':
      return change(settings, { mirrored: fact.mirrored });
    case 'sounds-changed':
      return change(settings, { sounds: fact.on });
    default:
      return settings;
  }
}
