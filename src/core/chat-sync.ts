import type { ChannelMessage, ChatItem } from '../protocol/channel-message.js';
import { chatRate, limits } from '../protocol/limits.js';
import { type Bucket, fullBucket, take } from '../protocol/rate-limit.js';
import { type ChatMessage, createMessage, firstFitting, messagesAfter, messagesOfOthers } from './chat.js';
import type { LinkState } from './state/people.js';

/** A `chat` that is not acknowledged by then is sent again, and a peer that has not sent the past by then is asked no more. */
export const answerAwaitedMs = 5_000;
/** Messages in one frame, as JSON: less than the frame takes, whatever is around them. */
const itemsLength = limits.channelFrameLength - 512;

type Chat = Extract<ChannelMessage, { type: 'chat' }>;
type ChatKnown = Extract<ChannelMessage, { type: 'chat-known' }>;

/** What one peer has of our messages, since its channel opened. */
interface Reader {
  /** It has said what it has: until then nothing is sent to it (rule C2). */
  readonly asked: boolean;
  /** It was sent what the departed wrote. */
  readonly gotPast: boolean;
  /** The last of what it asked for is marked as such, and is still to be sent. */
  readonly owesEnd: boolean;
  /** The last of our numbers that it has acknowledged. */
  readonly acked: number;
  /** Something was sent to it that it has not acknowledged. */
  readonly isWaiting: boolean;
}

/** How far each participant's log of the chat agrees with ours (rules C1 to C6). Frozen. */
export interface ChatSync {
  readonly readers: ReadonlyMap<string, Reader>;
  /** The last number that we have of each author, also of those who may come back. */
  readonly known: ReadonlyMap<string, number>;
  /** How much of each author is accepted yet. */
  readonly rates: ReadonlyMap<string, Bucket>;
  /** Who has sent us all that it wrote: what it writes from then on is new. */
  readonly synced: ReadonlySet<string>;
  /** Who was asked for what the departed wrote, and has not sent all of it. */
  readonly askedPast: ReadonlySet<string>;
  /** Somebody has sent all that the departed wrote. */
  readonly hasPast: boolean;
  /** The answer of the one who was asked last is awaited. */
  readonly isAwaitingPast: boolean;
}

export const nothingSynced: ChatSync = Object.freeze({
  readers: new Map<string, Reader>(),
  known: new Map<string, number>(),
  rates: new Map<string, Bucket>(),
  synced: new Set<string>(),
  askedPast: new Set<string>(),
  hasPast: false,
  isAwaitingPast: false,
});

/** What the state knows that matters here. */
export interface ChatContext {
  readonly selfId: string | undefined;
  /** By the room server's clock, as those of `people`. */
  readonly joinedAt: number;
  readonly log: readonly ChatMessage[];
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly joinedAt: number;
    readonly link: LinkState;
  }[];
  /** Milliseconds of a monotonic clock. */
  readonly nowMs: number;
}

export type ChatEvent =
  /** The data channel to a peer is open, for the first time or again. */
  | { readonly type: 'opened'; readonly id: string }
  | { readonly type: 'received'; readonly from: string; readonly message: Chat | ChatKnown }
  /** The peer's channel was closed when this was to be sent. */
  | { readonly type: 'unsent'; readonly to: string; readonly message: Chat | ChatKnown }
  /** A peer is gone; it may come back. */
  | { readonly type: 'gone'; readonly id: string }
  /** The log or the participants changed. */
  | { readonly type: 'changed' }
  /** A peer has acknowledged nothing for `answerAwaitedMs`. */
  | { readonly type: 'unanswered'; readonly id: string }
  /** The one who was asked for what the departed wrote has not sent it for `answerAwaitedMs`. */
  | { readonly type: 'past-unanswered' };

export type ChatAction =
  | { readonly type: 'send'; readonly to: string; readonly message: Chat | ChatKnown }
  /** New messages for the log. */
  | { readonly type: 'add'; readonly messages: readonly ChatMessage[] }
  /** Own messages that everyone has whom they are for. */
  | { readonly type: 'delivered'; readonly ids: ReadonlySet<string> }
  /** `unanswered` comes after `answerAwaitedMs`, unless `stop` comes before. */
  | { readonly type: 'wait'; readonly id: string }
  | { readonly type: 'stop'; readonly id: string }
  /** The same for `past-unanswered`. */
  | { readonly type: 'wait-past' }
  | { readonly type: 'stop-past' };

/** What follows from an event. Pure. */
export function stepChat(sync: ChatSync, event: ChatEvent, context: ChatContext): [ChatSync, readonly ChatAction[]] {
  const step = new Step(sync, context);
  step.take(event);
  return [step.result(), step.actions];
}

const newReader: Reader = Object.freeze({ asked: false, gotPast: false, owesEnd: false, acked: 0, isWaiting: false });

/** One step in the making: copies that are changed until they are frozen. */
class Step {
  readonly actions: ChatAction[] = [];
  readonly #context: ChatContext;
  readonly #readers: Map<string, Reader>;
  readonly #known: Map<string, number>;
  readonly #rates: Map<string, Bucket>;
  readonly #synced: Set<string>;
  readonly #askedPast: Set<string>;
  #hasPast: boolean;
  #isAwaitingPast: boolean;

  constructor(sync: ChatSync, context: ChatContext) {
    this.#context = context;
    this.#readers = new Map(sync.readers);
    this.#known = new Map(sync.known);
    this.#rates = new Map(sync.rates);
    this.#synced = new Set(sync.synced);
    this.#askedPast = new Set(sync.askedPast);
    this.#hasPast = sync.hasPast;
    this.#isAwaitingPast = sync.isAwaitingPast;
  }

  result(): ChatSync {
    return Object.freeze({
      readers: this.#readers,
      known: this.#known,
      rates: this.#rates,
      synced: this.#synced,
      askedPast: this.#askedPast,
      hasPast: this.#hasPast,
      isAwaitingPast: this.#isAwaitingPast,
    });
  }

  take(event: ChatEvent): void {
    switch (event.type) {
      case 'opened':
        return this.#opened(event.id);
      case 'received':
        return event.message.type === 'chat'
          ? this.#received(event.from, event.message)
          : this.#acknowledged(event.from, event.message);
      case 'unsent':
        return this.#unsent(event.to, event.message);
      case 'gone':
        return this.#gone(event.id);
      case 'changed':
        for (const id of this.#readers.keys()) this.#pump(id);
        return this.#settle();
      case 'unanswered':
        this.#change(event.id, { isWaiting: false });
        return this.#pump(event.id);
      case 'past-unanswered':
        return this.#askAnother();
    }
  }

  #opened(id: string): void {
    const isAgain = this.#readers.has(id);
    this.#stopWaiting(id);
    this.#readers.set(id, newReader);
    // After an outage someone may have come, written and gone in between.
    if (isAgain || this.#synced.has(id)) this.#hasPast = false;
    this.#ask(id, !this.#hasPast && !this.#isAwaitingPast);
  }

  #gone(id: string): void {
    this.#stopWaiting(id);
    this.#readers.delete(id);
    if (this.#askedPast.delete(id)) this.#askAnother();
  }

  #ask(id: string, past: boolean): void {
    const seq = this.#known.get(id) ?? 0;
    this.#send(id, { type: 'chat-known', seq, ask: true, ...(past && { past }) });
    if (!past) return;
    this.#askedPast.add(id);
    this.#isAwaitingPast = true;
    this.actions.push({ type: 'wait-past' });
  }

  #askAnother(): void {
    this.#stopAwaitingPast();
    const other = [...this.#readers.keys()].find((id) => !this.#askedPast.has(id));
    if (!this.#hasPast && other !== undefined) this.#ask(other, true);
  }

  #received(id: string, { items, end }: Chat): void {
    const author = this.#context.people.find((person) => person.id === id);
    if (!author) return;
    const { selfId, joinedAt, log, people } = this.#context;
    const isFirst = !this.#synced.has(id);
    let known = this.#known.get(id) ?? 0;
    const messages: ChatMessage[] = [];
    for (const item of items) {
      const { from, seq } = item;
      if (from === undefined && seq <= known) continue;
      if (!this.#isWithinRate(id)) break;
      if (from === undefined) {
        known = seq;
        const to = item.only ? selfId : undefined;
        const past = isFirst && author.joinedAt < joinedAt;
        messages.push(createMessage(item, { from: id, name: author.name, to, past, log }));
      } else if (this.#askedPast.has(id) && from !== selfId && !people.some((one) => one.id === from)) {
        messages.push(createMessage(item, { from, name: item.name ?? '', to: undefined, past: isFirst, log }));
      }
    }
    this.#known.set(id, known);
    if (end) {
      this.#synced.add(id);
      if (this.#askedPast.delete(id)) {
        this.#hasPast = true;
        this.#stopAwaitingPast();
      }
    }
    if (items.some(({ from }) => from === undefined)) this.#send(id, { type: 'chat-known', seq: known });
    if (messages.length > 0) this.actions.push({ type: 'add', messages });
  }

  #acknowledged(id: string, { seq, ask, past }: ChatKnown): void {
    const reader = this.#readers.get(id);
    if (!reader || !this.#context.people.some((person) => person.id === id)) return;
    const acked = Math.max(Math.min(seq, this.#lastOwnSeq()), reader.acked);
    // Asked again on the same channel, what is on its way stays so: nobody makes us send the same for ever.
    if ((ask && !reader.asked) || acked > reader.acked) this.#stopWaiting(id);
    this.#change(id, { acked, ...(ask && { asked: true, owesEnd: true }) });
    if (ask && past && !reader.gotPast) this.#sendPast(id);
    this.#pump(id);
    this.#settle();
  }

  #unsent(id: string, message: Chat | ChatKnown): void {
    // When the channel opens again, both sides say anew what they have.
    if (message.type === 'chat') {
      if (message.items.length > 0) this.#stopWaiting(id);
      if (message.end) this.#change(id, { owesEnd: true });
    } else if (message.past && this.#askedPast.delete(id)) {
      this.#stopAwaitingPast();
    }
  }

  /** What those who are gone wrote to everyone (rules C5 and C6). */
  #sendPast(id: string): void {
    this.#change(id, { gotPast: true });
    const { log, people, selfId } = this.#context;
    const present = new Set([selfId ?? '', ...people.map((person) => person.id)]);
    let items: readonly ChatItem[] = messagesOfOthers(log, present).map((message) => ({
      ...itemOf(message),
      from: message.from,
      name: message.name,
    }));
    while (items.length > 0) {
      const next = firstFitting(items, itemsLength);
      this.#send(id, { type: 'chat', items: [...next] });
      items = items.slice(next.length);
    }
  }

  /** Sends a peer what it has not got, one frame at a time (rule C4). */
  #pump(id: string): void {
    const reader = this.#readers.get(id);
    const { selfId, log } = this.#context;
    if (!reader?.asked || reader.isWaiting || selfId === undefined) return;
    const missing = messagesAfter(log, selfId, id, reader.acked).map(itemOf);
    if (missing.length === 0 && !reader.owesEnd) return;
    const items = [...firstFitting(missing, itemsLength)];
    const end = reader.owesEnd && items.length === missing.length;
    this.#send(id, { type: 'chat', items, ...(end && { end }) });
    this.#change(id, { isWaiting: items.length > 0, ...(end && { owesEnd: false }) });
    if (items.length > 0) this.actions.push({ type: 'wait', id });
  }

  /** Whoever cannot be reached at all is not waited for. */
  #settle(): void {
    const { log, people } = this.#context;
    const pending = log.filter((message) => message.pending);
    if (pending.length === 0) return;
    const everyone = people.filter(({ link }) => link !== 'failed').map(({ id }) => id);
    const delivered = pending.filter(({ seq, to }) =>
      (to === undefined ? everyone : [to]).every((id) => (this.#readers.get(id)?.acked ?? 0) >= seq),
    );
    if (delivered.length > 0) this.actions.push({ type: 'delivered', ids: new Set(delivered.map(({ id }) => id)) });
  }

  #lastOwnSeq(): number {
    const { log, selfId } = this.#context;
    return log.reduce((last, { from, seq }) => (from === selfId ? Math.max(last, seq) : last), 0);
  }

  #isWithinRate(id: string): boolean {
    const { nowMs } = this.#context;
    const [bucket, allowed] = take(this.#rates.get(id) ?? fullBucket(chatRate, nowMs), chatRate, nowMs);
    this.#rates.set(id, bucket);
    return allowed;
  }

  #stopWaiting(id: string): void {
    if (!this.#readers.get(id)?.isWaiting) return;
    this.#change(id, { isWaiting: false });
    this.actions.push({ type: 'stop', id });
  }

  #stopAwaitingPast(): void {
    if (!this.#isAwaitingPast) return;
    this.#isAwaitingPast = false;
    this.actions.push({ type: 'stop-past' });
  }

  #change(id: string, changes: Partial<Reader>): void {
    const reader = this.#readers.get(id);
    if (reader) this.#readers.set(id, Object.freeze({ ...reader, ...changes }));
  }

  #send(to: string, message: Chat | ChatKnown): void {
    this.actions.push({ type: 'send', to, message });
  }
}

function itemOf({ seq, order, text, sentAt, to }: ChatMessage): ChatItem {
  return { seq, order, text, sentAt, ...(to !== undefined && { only: true }) };
}
