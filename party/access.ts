import { errors, jwtVerify } from 'jose';
import type { JWTPayload } from 'jose';
import type { CloseReason } from '../src/protocol/close-codes.js';
import { cleanName, roomFromPath, roomToPath } from '../src/protocol/text.js';
import type { Grant } from './room.js';

/** Whether a page of this origin may open a socket. Compared as it is: browsers write an origin in one way only (RFC 6454 section 6.2). */
export function isOriginAllowed(origin: string | null, allowed: readonly string[] | undefined): boolean {
  return allowed === undefined || (origin !== null && allowed.includes(origin));
}

/** Why nobody can come in by this path segment, or from a page of this origin; undefined where they can. */
export function refusalAtDoor(
  segment: string,
  origin: string | null,
  allowed: readonly string[] | undefined,
): CloseReason | undefined {
  if (!isOriginAllowed(origin, allowed)) return 'forbidden-origin';
  const room = roomFromPath(segment);
  // A second spelling of the same name would be a second room.
  return room === undefined || roomToPath(room) !== segment ? 'bad-room' : undefined;
}

/** One person at one door. */
export type Caller = {
  readonly token: string | undefined;
  /** The room as people read it, decoded. */
  readonly room: string;
  /** Already a member of the room, shown by its secret. */
  readonly present: boolean;
};

const longestSubject = 256;

/**
 * What the access token grants in this room, or undefined where it lets nobody in. Never throws.
 *
 * Expiry (RFC 7519 section 4.1.4) ends the right to enter, not a call: a member who returns to its seat needs a token that was
 * valid once. A token with `lobby: true` says "only when admitted". Nobody can admit yet, so it lets nobody in: letting its
 * bearer pass would break what the site was promised.
 */
export async function grantOf(caller: Caller, secret: string, now: number): Promise<Grant | undefined> {
  const claims = await claimsOf(caller, secret, now);
  if (!claims || (claims['room'] !== caller.room && claims['room'] !== '*')) return undefined;
  if (typeof claims.sub !== 'string' || claims.sub === '' || claims.sub.length > longestSubject) return undefined;
  if (claims['lobby'] !== undefined && claims['lobby'] !== false) return undefined;
  const name = typeof claims['name'] === 'string' ? cleanName(claims['name']) : '';
  // Whatever is not the one word that gives power gives none.
  return { role: claims['role'] === 'host' ? 'host' : 'guest', ...(name === '' ? {} : { name }) };
}

async function claimsOf({ token, present }: Caller, secret: string, now: number): Promise<JWTPayload | undefined> {
  if (token === undefined || secret === '') return undefined;
  try {
    // jose compares the signature inside Web Crypto, in constant time; the algorithm is ours to say, not the token's (RFC 8725
    // section 3.1).
    const verified = await jwtVerify(token, new TextEncoder().encode(secret), {
      algorithms: ['HS256'],
      requiredClaims: ['exp'],
      currentDate: new Date(now),
    });
    return verified.payload;
  } catch (error) {
    // Thrown only after the signature and `nbf` were found good.
    return present && error instanceof errors.JWTExpired ? error.payload : undefined;
  }
}
