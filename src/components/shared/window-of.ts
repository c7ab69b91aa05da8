/**
 * The window that an element is in, which may be that of picture-in-picture: another one may be out of sight, and then draws and
 * measures nothing.
 */
export function windowOf({ ownerDocument }: Element): typeof globalThis {
  return (ownerDocument.defaultView ?? window) as typeof globalThis;
}
