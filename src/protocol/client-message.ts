import * as v from 'valibot';
import { decoderOf } from './decode.js';
import { limits } from './limits.js';
import { idSchema, metadataSchema, nameSchema } from './member.js';

const secret = v.pipe(
  v.string(),
  v.minLength(limits.secretMinLength),
  v.maxLength(limits.secretMaxLength),
  v.regex(/^[\w-]+$/u),
);
const token = v.optional(v.pipe(v.string(), v.maxLength(limits.tokenLength)));
const version = v.pipe(v.number(), v.integer());

const clientMessageSchema = v.variant('type', [
  /** Before joining: who is there and how to reach them. Says nothing about the person. */
  v.object({ type: v.literal('watch'), version, secret, token }),
  /** Joins, or comes back: the same secret gives the same id. */
  v.object({ type: v.literal('join'), version, secret, token, name: nameSchema, metadata: metadataSchema }),
  /** For one other participant, passed on unread; see signal.ts for what is inside. */
  v.object({ type: v.literal('signal'), to: idSchema, envelope: v.record(v.string(), v.unknown()) }),
  v.object({ type: v.literal('update'), name: v.optional(nameSchema), metadata: v.optional(metadataSchema) }),
  v.object({ type: v.literal('leave') }),
  v.object({ type: v.literal('ping') }),
  /** Answers the room server's own `ping`. */
  v.object({ type: v.literal('pong') }),
  /** Nothing arrives from this participant any more: is its socket alive? */
  v.object({ type: v.literal('doubt'), id: idSchema }),
]);

/** What a browser says to the room server. */
export type ClientMessage = v.InferOutput<typeof clientMessageSchema>;

/** Decodes a frame from a browser; undefined where it is none (rule W1). */
export const decodeClientMessage: (text: unknown) => ClientMessage | undefined = decoderOf(
  clientMessageSchema,
  limits.frameLength,
);
