const key = 'p2p-call.name';

/** The last name used on this site; empty if there is none, or if the site may store nothing. */
export function readRememberedName(): string {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    // Storage is blocked: the page is in a sandboxed frame, or the browser's settings forbid it.
    return '';
  }
}

/** Stores the name for the next visit, if the site may store anything; an empty name deletes the stored one. */
export function rememberName(name: string): void {
  try {
    if (name) localStorage.setItem(key, name);
    else localStorage.removeItem(key);
  } catch {
    // Storage is blocked or full: the next visit asks for the name again.
  }
}
