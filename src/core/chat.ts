import type { ChatItem } from '../protocol/channel-message.js';
import { limits } from '../protocol/limits.js';

/** A message of the chat, as it is known here. Frozen. */
export interface ChatMessage {
  /** The same for everyone in the call. */
  readonly id: string;
  /** The author's id; the author may have left. */
  readonly from: string;
  /** The author's name when it was written; may be empty. */
  readonly name: string;
  /** With line breaks; cleaned and cut. */
  readonly text: string;
  /** Milliseconds since the epoch, by the author's clock. */
  readonly sentAt: number;
  /** The one participant whom it was for; undefined for everyone. */
  readonly to: string | undefined;
  /** Its number among all that its author wrote (rule C1). */
  readonly seq: number;
  /** Where it stands among those of all authors (rule C3). */
  readonly order: number;
  /** Written before this participant met its author: history, and no news. */
  readonly past: boolean;
  /** Own and not received yet by everyone whom it is for. */
  readonly pending: boolean;
}

/** The longest message, in Unicode code points. */
export const longestMessage: number = limits.messageLength;

/** An `order` further above all others than this is no honest one: nobody wrote so much in between. */
const orderStep = 100_000;

/** Own messages that not everyone has received; more is no typing. */
const pendingAtMost = 200;

/** Whether another message may be written: not where too many still are pending. */
export function mayWrite(log: readonly ChatMessage[]): boolean {
  return log.filter(({ pending }) => pending).length < pendingAtMost;
}

/** The next place at the end of a log, in the order of rule C3; never one that the others would not take. */
export function nextOrder(log: readonly ChatMessage[]): number {
  return Math.min((log.at(-1)?.order ?? 0) + 1, limits.count);
}

/** The message that an item brings, from its author. */
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
 * A log with more messages in it: each once, in the order of rule C3, the oldest dropped beyond the limit. The first to be known
 * under an id stays. The same array where nothing is new.
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

/** The messages of `next` that `previous` had not. */
export function newMessages(previous: readonly ChatMessage[], next: readonly ChatMessage[]): readonly ChatMessage[] {
  if (previous === next) return [];
  const known = new Set(previous.map((message) => message.id));
  return next.filter((message) => !known.has(message.id));
}

/** How many messages are unread after the log grew: those of others, more than were unread before. */
export function countUnread(
  unread: number,
  previous: readonly ChatMessage[],
  next: readonly ChatMessage[],
  selfId: string | undefined,
): number {
  const heard = newMessages(previous, next).filter((message) => message.from !== selfId).length;
  return Math.min(unread + heard, next.length);
}

/** What `author` wrote to `reader` after `seq`, in the order of writing. */
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

/** What those who are gone wrote to everyone (rules C5 and C6). */
export function messagesOfOthers(log: readonly ChatMessage[], present: ReadonlySet<string>): readonly ChatMessage[] {
  return log.filter((message) => !present.has(message.from) && message.to === undefined);
}

/** As many of the first items as fit into a frame of `length` UTF-16 units as JSON, and at least one. */
export function firstFitting(items: readonly ChatItem[], length: number): readonly ChatItem[] {
  let left = length;
  const count = items.findIndex((item, index) => (left -= JSON.stringify(item).length + 1) < 0 && index > 0);
  return count < 0 ? items : items.slice(0, count);
}
