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

/** Who asks to enter a room. */
export type Caller = {
  readonly token: string | undefined;
  /** The room's name, decoded. */
  readonly room: string;
  /** Whether its secret shows that it is a member of the room already. */
  readonly present: boolean;
};

const longestSubject = 256;

/**
 * What the access token grants in this room; undefined when its bearer may not enter. Never throws.
 *
 * Expiry (RFC 7519 section 4.1.4) ends the right to enter, not a call: a member that returns to its seat may show a token that has
 * expired. A token with `lobby: true` means "only when admitted". Nobody can admit yet, so its bearer may not enter: the site
 * counts on that.
 */
export async function grantOf(caller: Caller, secret: string, now: number): Promise<Grant | undefined> {
  const claims = await claimsOf(caller, secret, now);
  if (!claims || (claims['room'] !== caller.room && claims['room'] !== '*')) return undefined;
  if (typeof claims.sub !== 'string' || claims.sub === '' || claims.sub.length > longestSubject) return undefined;
  if (claims['lobby'] !== undefined && claims['lobby'] !== false) return undefined;
  const name = typeof claims['name'] === 'string' ? cleanName(claims['name']) : '';
  // Any role but exactly `host` makes a guest.
  return { role: claims['role'] === 'host' ? 'host' : 'guest', ...(name === '' ? {} : { name }) };
}

async function claimsOf({ token, present }: Caller, secret: string, now: number): Promise<JWTPayload | undefined> {
  if (token === undefined || secret === '') return undefined;
  try {
    // jose compares the signature inside Web Crypto, in constant time. The algorithm is named here, so that the token cannot choose
    // it (RFC 8725 section 3.1).
    const verified = await jwtVerify(token, new TextEncoder().encode(secret), {
      algorithms: ['HS256'],
      requiredClaims: ['exp'],
      currentDate: new Date(now),
    });
    return verified.payload;
  } catch (error) {
    // jose throws this only after it has found the signature and `nbf` good.
    return present && error instanceof errors.JWTExpired ? error.payload : undefined;
  }
}
