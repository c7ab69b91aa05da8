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
/** What a participant sends the others about itself. The room server never gets it (rule D2). */
export type Presence = v.InferOutput<typeof presenceSchema>;

const chatItemSchema = v.object({
  /** The number of this message among all that its author wrote (rule C1). */
  seq: countFrom(1),
  /** Above that of every message which its author had read: so a reply never stands before its question (rule C3). */
  order: countFrom(1),
  text: v.pipe(v.string(), v.transform(cleanMessage)),
  /** Milliseconds since the epoch, by the author's clock. */
  sentAt: timeSchema,
  /** Whether the message is for the receiver alone (rule C6). */
  only: v.optional(v.boolean()),
  /** The author and the author's name, when the author has left and another participant passes the message on (rule C5). */
  from: v.optional(idSchema),
  name: v.optional(nameSchema),
});
/** A message of the chat, as it is sent. */
export type ChatItem = v.InferOutput<typeof chatItemSchema>;

const channelMessageSchema = kinds('type', {
  presence: { presence: presenceSchema },
  /** The page's own value: anything JSON can say. */
  data: { value: v.unknown() },
  /** `items` are in the order of writing. `end` marks the last frame of the answer to a `chat-known` with `ask`. */
  chat: { items: list(chatItemSchema, limits.messages), end: v.optional(v.boolean()) },
  /**
   * `seq` is the last that the sender has of the receiver. `ask` asks for the messages after it, and `past` for those of authors
   * who have left (rules C2 and C5).
   */
  'chat-known': { seq: countFrom(0), ask: v.optional(v.boolean()), past: v.optional(v.boolean()) },
  reaction: { emoji: v.custom<string>(isEmoji) },
  /** The sender leaves on purpose (rule D3). It arrives before `left` of the room server, and also while that cannot be reached. */
  bye: {},
});

/** What two participants send each other over their data channel. */
export type ChannelMessage = v.InferOutput<typeof channelMessageSchema>;

/** Decodes a data channel message; undefined when the text is none (rule W1). */
export const decodeChannelMessage: (text: unknown) => ChannelMessage | undefined = decoderOf(
  channelMessageSchema,
  limits.channelFrameLength,
);
