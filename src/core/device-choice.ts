import type { Device, DeviceKind, DeviceWish } from './device.js';

/** The device that was chosen, by its id; where that has changed, the only one with its label. */
export function findDevice(devices: readonly Device[], kind: DeviceKind, wish: DeviceWish): Device | undefined {
  const own = devices.filter((device) => device.kind === kind);
  const byId = own.find(({ id }) => id === wish.id);
  if (byId || !wish.label) return byId;
  const alike = own.filter(({ label }) => label === wish.label);
  return alike.length === 1 ? alike[0] : undefined;
}

/** The entry for whatever the system uses, which Chromium lists beside the device itself. */
export function systemDefault(devices: readonly Device[], kind: DeviceKind): Device | undefined {
  return devices.find((device) => device.kind === kind && device.id === 'default');
}

/** The system's default: named so, or else the first of its kind (W3C Media Capture section 9.2.1). */
export function defaultDevice(devices: readonly Device[], kind: DeviceKind): Device | undefined {
  return systemDefault(devices, kind) ?? devices.find((device) => device.kind === kind);
}

/** What a running capture uses. */
export interface UsedDevice {
  readonly id: string | undefined;
  readonly label: string;
}

/**
 * The device to change to after the list of devices changed, or undefined to stay: the chosen one when it is back; the new
 * default of the system where nothing was chosen and the old default is in use. Cameras have no default to follow.
 */
export function deviceToFollow(
  kind: DeviceKind,
  previous: readonly Device[],
  next: readonly Device[],
  wish: DeviceWish | undefined,
  used: UsedDevice,
): Device | undefined {
  const wished = wish && findDevice(next, kind, wish);
  if (wish && wished) {
    // Someone who picked another in the browser's own question meanwhile keeps it, unless the chosen one has just come back.
    const isBack = !findDevice(previous, kind, wish);
    return isBack && wished.id !== used.id ? wished : undefined;
  }
  if (kind === 'camera') return undefined;
  const before = defaultDevice(previous, kind);
  const now = defaultDevice(next, kind);
  if (!before?.label || !now?.label || before.id !== used.id) return undefined;
  return now.label !== before.label && now.label !== used.label ? now : undefined;
}

/** The next device of a kind after the one in use, for a button that goes round; undefined where there is no other. */
export function nextDevice(
  devices: readonly Device[],
  kind: DeviceKind,
  usedId: string | undefined,
): Device | undefined {
  const own = devices.filter((device) => device.kind === kind);
  const next = own[(own.findIndex(({ id }) => id === usedId) + 1) % own.length];
  return next?.id === usedId ? undefined : next;
}
