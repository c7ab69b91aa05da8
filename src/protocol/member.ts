import * as v from 'valibot';
import { limits } from './limits.js';
import { text } from './shapes.js';
import { cleanName, utf8Bytes } from './text.js';

export const idSchema = text(limits.idLength, /^[\w-]+$/u);

/** A display name: anything is taken, cleaned and cut; see text.ts. */
export const nameSchema = v.pipe(v.string(), v.transform(cleanName));

/** What the page passes along with a participant: a JSON object of at most 1,024 bytes, or nothing. Never interpreted here. */
export type Metadata = Readonly<Record<string, unknown>>;

export function isMetadata(value: unknown): value is Metadata {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  try {
    return utf8Bytes(JSON.stringify(value)) <= limits.metadataBytes;
  } catch {
    return false;
  }
}

export const metadataSchema = v.custom<Metadata>(isMetadata);

export const roleSchema = v.picklist(['host', 'guest']);
export type Role = v.InferOutput<typeof roleSchema>;

/** A participant as the party sees it. */
export const memberSchema = v.object({
  id: idSchema,
  name: nameSchema,
  metadata: metadataSchema,
  role: roleSchema,
  /** Milliseconds since the epoch, by the room server's clock. */
  joinedAt: v.custom<number>(Number.isFinite),
  /** Its socket is gone and it may come back: it is kept for 30 s. */
  lost: v.boolean(),
});
export type Member = v.InferOutput<typeof memberSchema>;
