import * as v from 'valibot';
import { decoderOf } from './decode.js';
import { isEmoji } from './emoji.js';
import { limits } from './limits.js';
import { idSchema, nameSchema } from './member.js';
import { countFrom, kinds, list } from './shapes.js';
import { cleanMessage } from './text.js';

const sourceStateSchema = v.picklist(['on', 'off', 'blocked', 'missing', 'paused']);
/** What a source of media is doing; only `on` sends. */
export type SourceState = v.InferOutput<typeof sourceStateSchema>;

/** The last millisecond that a date can name (ECMA-262 section 21.4.1.1). */
const lastMs = 8.64e15;

const timeSchema = v.custom<number>((value) => Number.isFinite(value) && Number(value) >= 0 && Number(value) <= lastMs);

const presenceSchema = v.object({
  microphone: sourceStateSchema,
  camera: sourceStateSchema,
  screen: v.optional(sourceStateSchema, 'off'),
  /** Since when the hand is raised, in milliseconds since the epoch by the sender's clock; left out while it is down. */
  handAt: v.optional(timeSchema),
});
/** What a participant tells the others of itself, never the room server. */
export type Presence = v.InferOutput<typeof presenceSchema>;

const chatItemSchema = v.object({
  /** Its number among all that its author wrote (rule C1). */
  seq: countFrom(1),
  /** Above that of every message which its author had read: so a reply never stands before its question (rule C3). */
  order: countFrom(1),
  text: v.pipe(v.string(), v.transform(cleanMessage)),
  /** Milliseconds since the epoch, by the author's clock. */
  sentAt: timeSchema,
  /** For the receiver alone. */
  only: v.optional(v.boolean()),
  /** Who wrote it, where that is not the sender but someone who has left; and the name they had. */
  from: v.optional(idSchema),
  name: v.optional(nameSchema),
});
/** A message of the chat on its way. */
export type ChatItem = v.InferOutput<typeof chatItemSchema>;

const channelMessageSchema = kinds('type', {
  presence: { presence: presenceSchema },
  /** The page's own value: anything JSON can say. */
  data: { value: v.unknown() },
  /** In the order in which they were written; `end` is said with the last of what a `chat-known` asked for. */
  chat: { items: list(chatItemSchema, limits.messages), end: v.optional(v.boolean()) },
  /** The last `seq` that the sender has of the receiver; `ask` for what came after it, `past` for what the departed wrote. */
  'chat-known': { seq: countFrom(0), ask: v.optional(v.boolean()), past: v.optional(v.boolean()) },
  reaction: { emoji: v.custom<string>(isEmoji) },
  /** The sender is leaving on purpose: quicker than the room server, and heard while that is down. */
  bye: {},
});

/** What two participants say to each other over their data channel. */
export type ChannelMessage = v.InferOutput<typeof channelMessageSchema>;

/** Decodes a data channel message; undefined where it is none (rule W1). */
export const decodeChannelMessage: (text: unknown) => ChannelMessage | undefined = decoderOf(
  channelMessageSchema,
  limits.channelFrameLength,
);
