/** The pins with `key` last among them, or without it; where `on` is left out, whichever they are not. */
export function withPin(pins: readonly string[], key: string, on: boolean = !pins.includes(key)): readonly string[] {
  if (on === pins.includes(key)) return pins;
  return Object.freeze(on ? [...pins, key] : pins.filter((pin) => pin !== key));
}
