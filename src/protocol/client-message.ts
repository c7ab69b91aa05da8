import * as v from 'valibot';
import { decoderOf } from './decode.js';
import { limits } from './limits.js';
import { idSchema, metadataSchema, nameSchema } from './member.js';
import { countFrom, kinds, text, unread } from './shapes.js';

const secret = text(limits.secretMaxLength, new RegExp(`^[\\w-]{${limits.secretMinLength},}$`, 'u'));
const token = v.optional(text(limits.tokenLength));
const version = countFrom(0);

const clientMessageSchema = kinds('type', {
  /** Asks, before joining, who is there and how to reach them. It says nothing about the person (rule J1). */
  watch: { version, secret, token },
  /** Joins, or comes back: the same secret gives the same id. */
  join: { version, secret, token, name: nameSchema, metadata: metadataSchema },
  /** For one other participant, passed on unread; see signal.ts for what is inside. */
  signal: { to: idSchema, envelope: unread },
  update: { name: v.optional(nameSchema), metadata: v.optional(metadataSchema) },
  leave: {},
  /** Asks a member to switch its microphone off. This and the next three are for hosts (rules H1 to H4). */
  mute: { id: idSchema },
  remove: { id: idSchema },
  /** Hands the host's role over. */
  host: { id: idSchema },
  /** Ends the call for everyone. */
  end: {},
  ping: {},
  /** Answers the room server's own `ping`. */
  pong: {},
  /** Asks the room server to check the socket of a participant from whom nothing arrives any more (rule I7). */
  doubt: { id: idSchema },
});

/** What a browser sends to the room server. */
export type ClientMessage = v.InferOutput<typeof clientMessageSchema>;

/** What only a host may ask for (rules H1 to H4). */
export type HostAct = Extract<ClientMessage, { type: 'mute' | 'remove' | 'host' | 'end' }>;

/** Decodes a frame from a browser; undefined when the text is none (rule W1). */
export const decodeClientMessage: (text: unknown) => ClientMessage | undefined = decoderOf(
  clientMessageSchema,
  limits.frameLength,
);
