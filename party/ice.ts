import { limits } from '../src/protocol/limits.js';
import { type IceServer, isIceUrl } from '../src/protocol/server-message.js';
import type { IceGrant } from './room.js';
import type { IceSettings } from './settings.js';

/** TURN credentials are valid for one hour, so that stolen ones are soon worthless. A client that sends `watch` again gets fresh ones. */
const credentialsTtlSeconds = 3_600;
export const credentialsTtlMs = credentialsTtlSeconds * 1_000;

/** When the credentials of a relay cannot be had, the answer without them is valid for this long: a minute later they may be there. */
export const retryMs = 60_000;

/** A join waits this long for Cloudflare and then goes on without a relay: most calls need none. */
export const cloudflareTimeoutMs = 2_000;

/** What the source of ICE servers needs from outside. */
export type IceWorld = {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly warn: (text: string) => void;
};

/** Gives the ICE servers for one participant, and how long they stay valid. Never rejects. */
export type IceSource = (id: string, now: number) => Promise<IceGrant>;

/** Makes the source of ICE servers that the environment asks for: STUN, coturn (`use-auth-secret`) and Cloudflare's TURN. */
export function createIceSource(settings: IceSettings, world: IceWorld): IceSource {
  let warned = false;
  const warnOnce = (text: string): void => {
    if (!warned) world.warn(text);
    warned = true;
  };
  /** Undefined when the source failed. */
  const from = async (source: Promise<readonly IceServer[]>): Promise<readonly IceServer[] | undefined> => {
    try {
      return await source;
    } catch (error) {
      // Only the error's name is logged: its message could contain the URL with the key's id.
      warnOnce(`TURN credentials are missing, going on with STUN: ${error instanceof Error ? error.name : 'unknown'}`);
      return undefined;
    }
  };
  return async (id, now) => {
    const relays = await Promise.all([
      from(coturnServers(settings, id, now)),
      from(cloudflareServers(settings, world)),
    ]);
    const iceServers = [{ urls: [...settings.stunUrls] }, ...relays.flatMap((servers) => servers ?? [])]
      .flatMap(bounded)
      .slice(0, limits.iceServers);
    if (relays.includes(undefined)) return { iceServers, iceValidMs: retryMs };
    return iceServers.some(({ credential }) => credential !== undefined)
      ? { iceServers, iceValidMs: credentialsTtlMs }
      : { iceServers };
  };
}

/** TURN REST credentials as coturn takes them: the username contains when they expire, the credential is its signature. */
async function coturnServers({ turn }: IceSettings, id: string, now: number): Promise<readonly IceServer[]> {
  if (!turn) return [];
  const username = `${Math.floor(now / 1_000) + credentialsTtlSeconds}:${id}`;
  const encoder = new TextEncoder();
  const algorithm = { name: 'HMAC', hash: 'SHA-1' };
  const key = await crypto.subtle.importKey('raw', encoder.encode(turn.secret), algorithm, false, ['sign']);
  const signature = await crypto.subtle.sign('HMAC', key, encoder.encode(username));
  const credential = btoa(String.fromCharCode(...new Uint8Array(signature)));
  return [{ urls: [...turn.urls], username, credential }];
}

async function cloudflareServers({ cloudflare }: IceSettings, { fetch }: IceWorld): Promise<readonly IceServer[]> {
  if (!cloudflare) return [];
  const keyId = encodeURIComponent(cloudflare.keyId);
  const response = await fetch(
    `https://rtc.live.cloudflare.com/v1/turn/keys/${keyId}/credentials/generate-ice-servers`,
    {
      method: 'POST',
      headers: { authorization: `Bearer ${cloudflare.apiToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ ttl: credentialsTtlSeconds }),
      signal: AbortSignal.timeout(cloudflareTimeoutMs),
    },
  );
  if (!response.ok) throw Object.assign(new Error(), { name: `status ${response.status}` });
  const body: unknown = await response.json();
  const servers = propertyOf(body, 'iceServers');
  return (Array.isArray(servers) ? servers : [servers]).flatMap(readServer);
}

/** Reads one entry of an `iceServers` list: one URL or many; those with port 53, which browsers refuse, are left out. */
function readServer(value: unknown): readonly IceServer[] {
  const urls = [propertyOf(value, 'urls')].flat().filter((url) => typeof url === 'string' && !/:53(?:\?|$)/u.test(url));
  const username = propertyOf(value, 'username');
  const credential = propertyOf(value, 'credential');
  return [
    {
      urls: urls as string[],
      ...(typeof username === 'string' ? { username } : {}),
      ...(typeof credential === 'string' ? { credential } : {}),
    },
  ];
}

function propertyOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

/** What of a server a client takes: a client drops the whole `welcome` for one URL that it does not take. */
function bounded(server: IceServer): readonly IceServer[] {
  const urls = server.urls.filter(isIceUrl).slice(0, limits.iceUrls);
  const fits = [server.username, server.credential].every((text) => (text?.length ?? 0) <= limits.iceCredentialLength);
  return urls.length > 0 && fits ? [{ ...server, urls }] : [];
}
