import { credentialsTtlMs, type IceSource } from './ice.js';
import type { IceGrant } from './room.js';

/** The ICE servers that each socket got, so that `watch` and the `join` upon it get the same. */
export class IceCache {
  readonly #source: IceSource;
  readonly #grants = new Map<string, { readonly grant: IceGrant; readonly at: number }>();

  constructor(source: IceSource) {
    this.#source = source;
  }

  /** The servers for a participant on a socket: the same ones for half of the life of their credentials (rule J5). */
  async grantFor(key: string, id: string, now: number, isOpen: () => boolean): Promise<IceGrant> {
    const known = this.#grants.get(key);
    const ageMs = now - (known?.at ?? -Infinity);
    if (known && ageMs < (known.grant.iceValidMs ?? credentialsTtlMs) / 2) return aged(known.grant, ageMs);
    const grant = await this.#source(id, now);
    // A socket that closed meanwhile was forgotten, and would never be again.
    if (isOpen()) this.#grants.set(key, { grant, at: now });
    return grant;
  }

  forget(key: string): void {
    this.#grants.delete(key);
  }
}

/** The same credentials some time later. A clock that steps back makes them no younger. */
function aged({ iceServers, iceValidMs }: IceGrant, ageMs: number): IceGrant {
  return iceValidMs === undefined ? { iceServers } : { iceServers, iceValidMs: iceValidMs - Math.max(0, ageMs) };
}
