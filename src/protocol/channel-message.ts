import * as v from 'valibot';
import { decoderOf } from './decode.js';
import { limits } from './limits.js';
import { kinds } from './shapes.js';

const sourceStateSchema = v.picklist(['on', 'off', 'blocked', 'missing', 'paused']);
/** What a source of media is doing; only `on` sends. */
export type SourceState = v.InferOutput<typeof sourceStateSchema>;

const presenceSchema = v.object({
  microphone: sourceStateSchema,
  camera: sourceStateSchema,
  screen: v.optional(sourceStateSchema, 'off'),
  /** Since when the hand is raised, in milliseconds since the epoch by the sender's clock; left out while it is down. */
  handAt: v.optional(v.custom<number>(Number.isFinite)),
});
/** What a participant tells the others of itself, never the room server. */
export type Presence = v.InferOutput<typeof presenceSchema>;

const channelMessageSchema = kinds('type', {
  presence: { presence: presenceSchema },
  /** The page's own value: anything JSON can say. */
  data: { value: v.unknown() },
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
