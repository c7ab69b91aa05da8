import * as v from 'valibot';
import { decoderOf } from './decode.js';
import { limits } from './limits.js';
import { idSchema, memberSchema, nameSchema } from './member.js';
import { kinds, list, text, unread, whole } from './shapes.js';

const iceUrl = text(limits.iceUrlLength, /^(?:stun|turn)s?:./u);
/** Whether a client takes this URL of an ICE server: STUN or TURN (RFC 7064, RFC 7065), the scheme in lower case, with a host. */
export function isIceUrl(url: string): boolean {
  return v.is(iceUrl, url);
}

const iceText = v.optional(text(limits.iceCredentialLength));

export const iceServerSchema = v.object({
  urls: list(iceUrl, limits.iceUrls, 1),
  username: iceText,
  credential: iceText,
});
/** As in W3C WebRTC section 4.2.4, with `urls` always a list. */
export type IceServer = v.InferOutput<typeof iceServerSchema>;

const iceServers = list(iceServerSchema, limits.iceServers);
/** How long the credentials in `iceServers` stay valid from now on, in milliseconds; left out when there are none. */
const iceValidMs = v.optional(whole(0, limits.iceValidMs));

export const leaveReasonSchema = v.picklist(['left', 'connection-lost', 'removed']);
/** Why a member is no longer in the room. */
export type LeaveReason = v.InferOutput<typeof leaveReasonSchema>;

const serverMessageSchema = kinds('type', {
  /** Answer to `watch`: the id that joining will give, the ids and names of those present, and how to reach them. */
  ready: {
    id: idSchema,
    members: list(idSchema, limits.members),
    /** In the order of `members`. */
    names: v.optional(list(nameSchema, limits.members)),
    iceServers,
    iceValidMs,
  },
  /** Answer to `join`: everyone present, the newcomer included. */
  welcome: {
    id: idSchema,
    members: list(memberSchema, limits.members),
    iceServers,
    iceValidMs,
  },
  /** A member joined, came back, became `lost` or changed: the member as it is now. */
  member: { member: memberSchema },
  left: { id: idSchema, reason: leaveReasonSchema },
  signal: { from: idSchema, envelope: unread },
  /** A host asks the receiver to switch the microphone off (rule H2). */
  mute: { from: idSchema },
  pong: {},
  /** A peer doubts that this socket is alive (rule I7). */
  ping: {},
});

/** What the room server sends to a browser. */
export type ServerMessage = v.InferOutput<typeof serverMessageSchema>;

/** Decodes a frame from the room server; undefined when the text is none (rule W1). A `welcome` may be long. */
export const decodeServerMessage: (text: unknown) => ServerMessage | undefined = decoderOf(
  serverMessageSchema,
  limits.frameLength * 8,
);
