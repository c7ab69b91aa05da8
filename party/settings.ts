import { limits } from '../src/protocol/limits.js';

/** What the environment says. A variable that is set to an empty text counts as set: no STUN server, no origin, no valid token. */
export type Settings = {
  /** Key of the access tokens (HS256). When undefined, everybody may join. */
  readonly tokenSecret: string | undefined;
  /** Origins that may open a socket, as browsers write them. When undefined, every origin may. */
  readonly origins: readonly string[] | undefined;
  /** The most members in a room, lost ones included. */
  readonly capacity: number;
  readonly ice: IceSettings;
};

/** Where the ICE servers come from. */
export type IceSettings = {
  readonly stunUrls: readonly string[];
  readonly turn: { readonly urls: readonly string[]; readonly secret: string } | undefined;
  readonly cloudflare: { readonly keyId: string; readonly apiToken: string } | undefined;
};

/**
 * One server, as each further one makes gathering slower. It is Cloudflare's: when the room runs there too, no other company
 * gets to know the participants' addresses.
 */
const defaultStunUrl = 'stun:stun.cloudflare.com:3478';

/** Two cores and a home line carry a mesh of eight, and no more. */
const defaultCapacity = 8;

/** Reads the variables of the room server. A variable that cannot be read counts as not set. */
export function readSettings(env: Readonly<Record<string, unknown>>): Settings {
  const turnUrls = listOf(env['P2P_TURN_URLS']);
  const turnSecret = textOf(env['P2P_TURN_SECRET']);
  const keyId = textOf(env['CLOUDFLARE_TURN_KEY_ID']);
  const apiToken = textOf(env['CLOUDFLARE_TURN_API_TOKEN']);
  return {
    tokenSecret: textOf(env['P2P_TOKEN_SECRET']),
    origins: listOf(env['P2P_ALLOWED_ORIGINS']),
    capacity: capacityOf(env['P2P_MAX_PARTICIPANTS']),
    ice: {
      stunUrls: listOf(env['P2P_STUN_URLS']) ?? [defaultStunUrl],
      turn: turnUrls?.length && turnSecret ? { urls: turnUrls, secret: turnSecret } : undefined,
      cloudflare: keyId && apiToken ? { keyId, apiToken } : undefined,
    },
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;
}

function listOf(value: unknown): readonly string[] | undefined {
  return textOf(value)
    ?.split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

function capacityOf(value: unknown): number {
  const capacity = Number(textOf(value) ?? Number.NaN);
  return Number.isInteger(capacity) && capacity >= 1 ? Math.min(capacity, limits.members) : defaultCapacity;
}
