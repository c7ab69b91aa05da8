/** Where this script was loaded from: the room server that serves it is the one that connects its calls. */
export function scriptOrigin(): string {
  const { origin, protocol } = new URL(import.meta.url);
  return protocol === 'http:' || protocol === 'https:' ? origin : location.origin;
}
