const key = 'p2p-call.name';

/** The name that was used on this site last; empty where there is none, or where the site may remember nothing. */
export function readRememberedName(): string {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    // A sandboxed frame, or a browser that is told to keep nothing.
    return '';
  }
}

/** Remembers the name for the next visit, where the site may; an empty one is forgotten. */
export function rememberName(name: string): void {
  try {
    if (name) localStorage.setItem(key, name);
    else localStorage.removeItem(key);
  } catch {
    // As above, or the storage is full: it is asked for again.
  }
}
