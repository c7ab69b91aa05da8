/**
 * The window of an element's document, which may be the picture-in-picture window. Observers and animation frames must come from
 * this window: one that is out of sight neither draws nor measures.
 */
export function windowOf({ ownerDocument }: Element): typeof globalThis {
  return (ownerDocument.defaultView ?? window) as typeof globalThis;
}
