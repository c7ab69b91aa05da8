import * as v from 'valibot';
import { decoderOf } from './decode.js';
import { limits } from './limits.js';
import { idSchema, memberSchema } from './member.js';

const iceUrl = v.pipe(v.string(), v.maxLength(limits.iceUrlLength), v.regex(/^(?:stun|stuns|turn|turns):/u));
const iceText = v.optional(v.pipe(v.string(), v.maxLength(limits.iceCredentialLength)));

export const iceServerSchema = v.object({
  urls: v.pipe(v.array(iceUrl), v.minLength(1), v.maxLength(limits.iceUrls)),
  username: iceText,
  credential: iceText,
});
/** As in W3C WebRTC section 4.2.4, with `urls` always a list. */
export type IceServer = v.InferOutput<typeof iceServerSchema>;

const iceServers = v.pipe(v.array(iceServerSchema), v.maxLength(limits.iceServers));

export const leaveReasonSchema = v.picklist(['left', 'connection-lost', 'removed']);
/** Why a member is no longer in the room, as the others are told. */
export type LeaveReason = v.InferOutput<typeof leaveReasonSchema>;

const serverMessageSchema = v.variant('type', [
  /** Answer to `watch`: the id that joining will give, the ids of those present, and how to reach them. */
  v.object({
    type: v.literal('ready'),
    id: idSchema,
    members: v.pipe(v.array(idSchema), v.maxLength(limits.members)),
    iceServers,
  }),
  /** Answer to `join`: everyone present, the newcomer included. */
  v.object({
    type: v.literal('welcome'),
    id: idSchema,
    members: v.pipe(v.array(memberSchema), v.maxLength(limits.members)),
    iceServers,
  }),
  /** Someone joined, came back, was lost or changed: the member as it is now. */
  v.object({ type: v.literal('member'), member: memberSchema }),
  v.object({ type: v.literal('left'), id: idSchema, reason: leaveReasonSchema }),
  v.object({ type: v.literal('signal'), from: idSchema, envelope: v.record(v.string(), v.unknown()) }),
  v.object({ type: v.literal('pong') }),
  /** Someone doubts that this socket is alive (rule I7). */
  v.object({ type: v.literal('ping') }),
]);

/** What the room server says to a browser. */
export type ServerMessage = v.InferOutput<typeof serverMessageSchema>;

/** Decodes a frame from the room server; undefined where it is none (rule W1). A welcome may be long. */
export const decodeServerMessage: (text: unknown) => ServerMessage | undefined = decoderOf(
  serverMessageSchema,
  limits.frameLength * 8,
);
