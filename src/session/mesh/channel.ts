import { type ChannelMessage, decodeChannelMessage } from '../../protocol/channel-message.js';
import { channelRate, limits, sendRate } from '../../protocol/limits.js';
import { type Bucket, fullBucket, take } from '../../protocol/rate-limit.js';
import type { Connection } from './connection.js';

/** What waits for a channel to open: the largest value, some times over. */
const outboxLength = 8 * limits.channelFrameLength;

/**
 * The messages to and from one peer, over as many connections as the link takes. Both ways are bounded (rule D4), and a new
 * connection gives nothing back of what was used up.
 */
export class Channel {
  readonly #now: () => number;
  #connection: Connection | undefined;
  #outbox: string[] = [];
  #sending: Bucket;
  #receiving: Bucket;

  /** `now` is in milliseconds of a monotonic clock. */
  constructor(now: () => number) {
    this.#now = now;
    this.#sending = fullBucket(sendRate, now());
    this.#receiving = fullBucket(channelRate, now());
  }

  /** Messages go over this connection from now on; undefined: over none. */
  use(connection: Connection | undefined): void {
    this.#connection = connection;
  }

  /** The data channel of the connection has opened: sends what waited for it. */
  open(): void {
    for (const text of this.#outbox.splice(0)) this.#connection?.sendText(text);
  }

  /** Sends now, or as soon as a channel opens. False where too much is waiting, or was sent in too short a time. */
  say(text: string): boolean {
    const [sending, allowed] = take(this.#sending, sendRate, this.#now());
    this.#sending = sending;
    if (!allowed) return false;
    if (this.#connection?.channelOpen) return this.#connection.sendText(text);
    if (this.#outbox.reduce((sum, waiting) => sum + waiting.length, text.length) > outboxLength) return false;
    this.#outbox.push(text);
    return true;
  }

  /** Sends if the channel is open. */
  tell(text: string): boolean {
    return this.#connection?.sendText(text) ?? false;
  }

  /** The message in a frame; undefined where it is none, or beyond the rate: a flood is dropped before decoding, which it is made for. */
  receive(frame: unknown): ChannelMessage | undefined {
    const [receiving, allowed] = take(this.#receiving, channelRate, this.#now());
    this.#receiving = receiving;
    return allowed ? decodeChannelMessage(frame) : undefined;
  }
}
