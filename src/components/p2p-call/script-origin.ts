/** The origin of this script: the room server that serves the script also connects its calls. */
export function scriptOrigin(): string {
  const { origin, protocol } = new URL(import.meta.url);
  return protocol === 'http:' || protocol === 'https:' ? origin : location.origin;
}
