import * as v from 'valibot';
import { limits } from './limits.js';
import { text } from './shapes.js';
import { cleanName, utf8Bytes } from './text.js';

export const idSchema = text(limits.idLength, /^[\w-]+$/u);

/** A display name. Any text is taken, cleaned and cut; see text.ts. */
export const nameSchema = v.pipe(v.string(), v.transform(cleanName));

/** What the page adds to a participant: a JSON object of at most 1,024 bytes. Nothing here interprets it. */
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

/** A participant as the room server sees it. */
export const memberSchema = v.object({
  id: idSchema,
  name: nameSchema,
  metadata: metadataSchema,
  role: roleSchema,
  /** Milliseconds since the epoch, by the room server's clock. */
  joinedAt: v.custom<number>(Number.isFinite),
  /** Whether it is disconnected and may come back (rule I4). */
  lost: v.boolean(),
});
export type Member = v.InferOutput<typeof memberSchema>;
