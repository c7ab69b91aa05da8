/** Characters of base64url. They make 132 bits, so that nobody finds a second secret with the same id. */
const idLength = 22;

/**
 * The id that a secret gives in a room (rule I1): a digest, so that a room server without memory gives the same one again, and
 * nobody can choose an id or learn the secret from it.
 */
export async function participantId(room: string, secret: string): Promise<string> {
  // A secret contains no line break, so no two pairs of secret and room give the same text.
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${secret}\n${room}`));
  return btoa(String.fromCharCode(...new Uint8Array(digest)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .slice(0, idLength);
}
