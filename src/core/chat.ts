import type { ChatItem } from '../protocol/channel-message.js';
import { limits } from '../protocol/limits.js';

/** A message of the chat, as this participant has it. Frozen. */
export interface ChatMessage {
  /** The same id for everyone in the call. */
  readonly id: string;
  /** The author's id; the author may have left. */
  readonly from: string;
  /** The author's name when it was written; may be empty. */
  readonly name: string;
  /** Cleaned and cut; may have line breaks. */
  readonly text: string;
  /** Milliseconds since the epoch, by the author's clock. */
  readonly sentAt: number;
  /** The participant for whom the message is; undefined when it is for everyone. */
  readonly to: string | undefined;
  /** The number of the message among all that its author wrote (rule C1). */
  readonly seq: number;
  /** The place of the message among those of all authors (rule C3). */
  readonly order: number;
  /** Whether it was written before this participant met its author: then it is history and not announced as new. */
  readonly past: boolean;
  /** Whether this participant wrote it and not everyone for whom it is has received it yet. */
  readonly pending: boolean;
}

/** The longest message, in Unicode code points. */
export const longestMessage: number = limits.messageLength;

/** An honest `order` is never this far above all others: nobody wrote so much in between. */
const orderStep = 100_000;

/** The most pending messages of one participant: nobody types more. */
const pendingAtMost = 200;

/** Whether another message may be written: not while too many are pending. */
export function mayWrite(log: readonly ChatMessage[]): boolean {
  return log.filter(({ pending }) => pending).length < pendingAtMost;
}

/** The place after all messages of a log (rule C3); never above what the others accept. */
export function nextOrder(log: readonly ChatMessage[]): number {
  return Math.min((log.at(-1)?.order ?? 0) + 1, limits.count);
}

/** The message that an item of a `chat` frame brings. */
export function createMessage(
  item: ChatItem,
  known: { from: string; name: string; to: string | undefined; past: boolean; log: readonly ChatMessage[] },
): ChatMessage {
  const { from, name, to, past, log } = known;
  const { seq, text, sentAt } = item;
  const order = item.order > nextOrder(log) + orderStep ? nextOrder(log) : item.order;
  return Object.freeze({ id: `${from}.${seq}`, from, name, text, sentAt, to, seq, order, past, pending: false });
}

/**
 * Adds messages to a log: each id once, in the order of rule C3, without the oldest ones beyond the limit. When a message comes
 * again under the same id, the first one stays. When nothing is new, the result is the same array.
 */
export function mergeMessages(
  log: readonly ChatMessage[],
  news: readonly ChatMessage[],
  limit: number = limits.messages,
): readonly ChatMessage[] {
  const known = new Map(log.map((message) => [message.id, message]));
  for (const message of news) if (message.text && !known.has(message.id)) known.set(message.id, message);
  if (known.size === log.length) return log;
  const merged = [...known.values()].sort(compare).slice(-limit);
  return merged.length === log.length && merged.every((message, index) => message === log[index])
    ? log
    : Object.freeze(merged);
}

function compare(a: ChatMessage, b: ChatMessage): number {
  return a.order - b.order || (a.from < b.from ? -1 : a.from > b.from ? 1 : a.seq - b.seq);
}

/** The messages that are in `next` and not in `previous`. */
export function newMessages(previous: readonly ChatMessage[], next: readonly ChatMessage[]): readonly ChatMessage[] {
  if (previous === next) return [];
  const known = new Set(previous.map((message) => message.id));
  return next.filter((message) => !known.has(message.id));
}

/** How many messages are unread after the log has grown: those that were unread before, and new ones of others. */
export function countUnread(
  unread: number,
  previous: readonly ChatMessage[],
  next: readonly ChatMessage[],
  selfId: string | undefined,
): number {
  const added = newMessages(previous, next).filter((message) => message.from !== selfId).length;
  return Math.min(unread + added, next.length);
}

/** The messages that `author` wrote to `reader`, or to everyone, after number `seq`; in the order of writing. */
export function messagesAfter(
  log: readonly ChatMessage[],
  author: string,
  reader: string,
  seq: number,
): readonly ChatMessage[] {
  return log
    .filter(
      (message) => message.from === author && message.seq > seq && (message.to === undefined || message.to === reader),
    )
    .sort((a, b) => a.seq - b.seq);
}

/** The messages to everyone whose authors have left (rules C5 and C6). */
export function messagesOfOthers(log: readonly ChatMessage[], present: ReadonlySet<string>): readonly ChatMessage[] {
  return log.filter((message) => !present.has(message.from) && message.to === undefined);
}

/** As many of the first items as fit into a frame of `length` UTF-16 units as JSON, but at least one. */
export function firstFitting(items: readonly ChatItem[], length: number): readonly ChatItem[] {
  let left = length;
  const count = items.findIndex((item, index) => (left -= JSON.stringify(item).length + 1) < 0 && index > 0);
  return count < 0 ? items : items.slice(0, count);
}
