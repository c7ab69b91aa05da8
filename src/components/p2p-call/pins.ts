/** The pins with `key` as the last one, or without `key`; if `on` is left out, `key` is toggled. */
export function withPin(pins: readonly string[], key: string, on: boolean = !pins.includes(key)): readonly string[] {
  if (on === pins.includes(key)) return pins;
  return Object.freeze(on ? [...pins, key] : pins.filter((pin) => pin !== key));
}
