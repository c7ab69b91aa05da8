/** Reads a text that was stored; undefined where there is none, or where the browser stores nothing for this page. */
export function readStored(storage: () => Storage, key: string): string | undefined {
  try {
    return storage().getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Stores a text for later, where the browser lets this page do so. */
export function writeStored(storage: () => Storage, key: string, text: string): void {
  try {
    storage().setItem(key, text);
  } catch {
    // Blocked or full: the choice lasts as long as the page.
  }
}
