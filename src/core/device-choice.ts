import type { Device, DeviceKind, DeviceWish } from './device.js';

/** The device that the person chose, by its id; when no device has that id, the one with its label, if there is only one. */
export function findDevice(devices: readonly Device[], kind: DeviceKind, wish: DeviceWish): Device | undefined {
  const own = devices.filter((device) => device.kind === kind);
  const byId = own.find(({ id }) => id === wish.id);
  if (byId || !wish.label) return byId;
  const alike = own.filter(({ label }) => label === wish.label);
  return alike.length === 1 ? alike[0] : undefined;
}

/** The entry for the device that the system uses. Chromium lists it beside the device itself; other browsers have none. */
export function systemDefault(devices: readonly Device[], kind: DeviceKind): Device | undefined {
  return devices.find((device) => device.kind === kind && device.id === 'default');
}

/** The default device of the system: the entry with that meaning, else the first of its kind (W3C Media Capture section 9.2.1). */
export function defaultDevice(devices: readonly Device[], kind: DeviceKind): Device | undefined {
  return systemDefault(devices, kind) ?? devices.find((device) => device.kind === kind);
}

/** The device that a running capture uses. */
export interface UsedDevice {
  readonly id: string | undefined;
  readonly label: string;
}

/**
 * The device to change to after the list of devices has changed; undefined to stay. It is the chosen one when that has come back.
 * When none was chosen and the system's default is in use, it is the new default. Cameras have no default to follow.
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
    // When the person picked another device in the browser's own dialog, that one stays, unless the chosen one has just come back.
    const isBack = !findDevice(previous, kind, wish);
    return isBack && wished.id !== used.id ? wished : undefined;
  }
  if (kind === 'camera') return undefined;
  const before = defaultDevice(previous, kind);
  const now = defaultDevice(next, kind);
  if (!before?.label || !now?.label || before.id !== used.id) return undefined;
  return now.label !== before.label && now.label !== used.label ? now : undefined;
}

/** The next device of a kind after the one in use, for a button that goes round; undefined when there is no other. */
export function nextDevice(
  devices: readonly Device[],
  kind: DeviceKind,
  usedId: string | undefined,
): Device | undefined {
  const own = devices.filter((device) => device.kind === kind);
  const next = own[(own.findIndex(({ id }) => id === usedId) + 1) % own.length];
  return next?.id === usedId ? undefined : next;
}
