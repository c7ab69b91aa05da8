import { CallError } from '../core/call-error.js';
import type { CallState } from '../core/state/call-state.js';
import type { RemoteParticipant } from '../core/state/people.js';
import {
  type ChatMessage,
  createMessage,
  firstFitting,
  mayWrite,
  messagesAfter,
  messagesOfOthers,
  nextOrder,
} from '../core/chat.js';
import { nextHandAt } from '../core/hands.js';
import { isInCall } from '../core/state/phase.js';
import type { ChannelMessage, ChatItem } from '../protocol/channel-message.js';
import { isEmoji } from '../protocol/emoji.js';
import { chatRate, limits } from '../protocol/limits.js';
import { type Bucket, fullBucket, take } from '../protocol/rate-limit.js';
import { cleanMessage } from '../protocol/text.js';
import type { Clock } from './ports.js';
import type { Store } from './store.js';

/** A `chat` that is not acknowledged by then is sent again; a peer that has not told what the departed wrote, no more asked. */
const answerAwaitedMs = 5_000;
/** Messages in one frame, as JSON: less than the frame takes, whatever is around them. */
const itemsLength = limits.channelFrameLength - 512;
/** As long as a reaction rises over a tile. */
const reactionShownMs = 4_000;
/** Of one participant at a time. */
const reactionsAtOnce = 10;

/** What talking needs of the session. */
export interface TalkEvents {
  /** Says something to one peer if it can hear it now. */
  tell(id: string, message: ChannelMessage): boolean;
  /** Says something to all who can hear it now. */
  tellAll(message: ChannelMessage): void;
  /** The self's hand went up or down. */
  handChanged(): void;
}

/** What one peer has of our messages, since its channel opened. */
interface Reader {
  /** It has said what it has: until then it gets nothing (rule C2). */
  asked: boolean;
  toldPast: boolean;
  owesEnd: boolean;
  acked: number;
  /** Ends the wait for an acknowledgement; undefined while nothing is on its way. */
  cancelWait: (() => void) | undefined;
}

type Heard = Extract<ChannelMessage, { type: 'chat' | 'chat-known' | 'reaction' }>;

/** Chat, reactions and raised hands of one session, over the data channels alone (rules C1 to C6, D5). */
export class Talk {
  readonly #clock: Clock;
  readonly #nowMs: () => number;
  readonly #store: Store;
  readonly #events: TalkEvents;
  readonly #readers = new Map<string, Reader>();
  /** The last `seq` that we have of each author, also of those who may come back. */
  readonly #known = new Map<string, number>();
  /** How much of each author is taken yet. */
  readonly #hearing = new Map<string, Bucket>();
  /** Who has told us all that it wrote: what it writes from then on is news. */
  readonly #synced = new Set<string>();
  /** Who was asked for what the departed wrote, and has not told all of it. */
  readonly #askedPast = new Set<string>();
  #toldPast = false;
  #cancelPast: (() => void) | undefined;
  #seq = 0;
  #waiting = false;
  #reactionKey = 0;
  readonly #cancels = new Set<() => void>();
  readonly #unsubscribe: () => void;

  /** `nowMs` is the time in milliseconds since the epoch. */
  constructor(clock: Clock, store: Store, events: TalkEvents, nowMs: () => number = () => Date.now()) {
    this.#clock = clock;
    this.#nowMs = nowMs;
    this.#store = store;
    this.#events = events;
    this.#unsubscribe = store.subscribe(() => this.#deliver());
  }

  /** Writes to everyone, or to one. Gives the id of the message; throws what keeps it from being one. */
  send(text: unknown, to?: string): string {
    const { self, people, chat } = this.#inCall();
    const isTooLong = typeof text === 'string' && [...text].length > limits.messageLength;
    const clean = typeof text === 'string' && !isTooLong ? cleanMessage(text) : '';
    if (!clean || self.id === undefined) {
      throw new CallError('bad-value', `A message is a text of 1 to ${limits.messageLength} characters.`);
    }
    if (to !== undefined && !people.list.some(({ id }) => id === to)) {
      throw new CallError('peer-unreachable', 'There is no such participant.', { subject: to });
    }
    if (!mayWrite(chat.messages)) {
      throw new CallError('rate-limited', 'Too many messages are waiting to be sent.');
    }
    this.#seq += 1;
    const item: ChatItem = { seq: this.#seq, order: nextOrder(chat.messages), text: clean, sentAt: this.#nowMs() };
    const message = createMessage(item, { from: self.id, name: self.name, to, past: false, log: chat.messages });
    this.#waiting = true;
    this.#store.apply({ type: 'messages-told', messages: [Object.freeze({ ...message, waiting: true })] });
    return message.id;
  }

  /** Shows everyone one emoji for a moment. Throws what keeps it from being one. */
  react(emoji: unknown): void {
    const { self } = this.#inCall();
    if (!isEmoji(emoji)) throw new CallError('bad-value', 'A reaction is one emoji.');
    if (!this.#show(self.id ?? '', emoji)) throw new CallError('rate-limited', 'Too many reactions at once.');
    this.#events.tellAll({ type: 'reaction', emoji });
  }

  setHand(raised: boolean): void {
    const state = this.#inCall();
    if (raised === (state.self.handAt !== undefined)) return;
    this.#store.apply({ type: 'hand-changed', handAt: raised ? nextHandAt(state, this.#nowMs()) : undefined });
    this.#events.handChanged();
  }

  /** The data channel to a peer is open, for the first time or again. */
  opened(id: string): void {
    const known = this.#readers.get(id);
    known?.cancelWait?.();
    this.#readers.set(id, { asked: false, toldPast: false, owesEnd: false, acked: 0, cancelWait: undefined });
    // After an outage someone may have come, written and gone in between.
    if (known || this.#synced.has(id)) this.#toldPast = false;
    this.#ask(id, !this.#toldPast && !this.#cancelPast);
  }

  heard(id: string, message: Heard): void {
    const author = this.#state.people.list.find((person) => person.id === id);
    if (!author) return;
    switch (message.type) {
      case 'chat':
        return this.#told(author, message);
      case 'chat-known':
        return this.#acknowledged(id, message);
      case 'reaction':
        this.#show(id, message.emoji);
    }
  }

  /** A peer is gone; it may come back. */
  forget(id: string): void {
    this.#readers.get(id)?.cancelWait?.();
    this.#readers.delete(id);
    if (this.#askedPast.delete(id)) this.#askAnother();
  }

  close(): void {
    this.#unsubscribe();
    this.#cancelPast?.();
    for (const { cancelWait } of this.#readers.values()) cancelWait?.();
    this.#readers.clear();
    for (const cancel of this.#cancels) cancel();
  }

  get #state(): CallState {
    return this.#store.state;
  }

  #inCall(): CallState {
    if (!isInCall(this.#state.call.phase))
      throw new CallError('not-joined', 'Nobody hears what is said outside a call.');
    return this.#state;
  }

  #ask(id: string, past: boolean): void {
    const seq = this.#known.get(id) ?? 0;
    const isAsked = this.#events.tell(id, { type: 'chat-known', seq, ask: true, ...(past && { past }) });
    if (!isAsked || !past) return;
    this.#askedPast.add(id);
    this.#cancelPast?.();
    this.#cancelPast = this.#clock.after(answerAwaitedMs, () => this.#askAnother());
  }

  #askAnother(): void {
    this.#cancelPast?.();
    this.#cancelPast = undefined;
    const other = [...this.#readers.keys()].find((id) => !this.#askedPast.has(id));
    if (!this.#toldPast && other !== undefined) this.#ask(other, true);
  }

  #told(author: RemoteParticipant, { items, end }: Extract<Heard, { type: 'chat' }>): void {
    const { id } = author;
    const { self, people, chat } = this.#state;
    const log = chat.messages;
    const isFirst = !this.#synced.has(id);
    const before = this.#known.get(id) ?? 0;
    let known = before;
    const news: ChatMessage[] = [];
    for (const item of items) {
      const { from, seq } = item;
      if (from === undefined && seq <= known) continue;
      if (!this.#takes(id)) break;
      if (from === undefined) {
        known = seq;
        const to = item.only ? self.id : undefined;
        const past = isFirst && author.joinedAt < self.joinedAt;
        news.push(createMessage(item, { from: id, name: author.name, to, past, log }));
      } else if (this.#askedPast.has(id) && from !== self.id && !people.list.some((one) => one.id === from)) {
        news.push(createMessage(item, { from, name: item.name ?? '', to: undefined, past: isFirst, log }));
      }
    }
    this.#known.set(id, known);
    if (end) {
      this.#synced.add(id);
      if (this.#askedPast.delete(id)) {
        this.#toldPast = true;
        this.#cancelPast?.();
        this.#cancelPast = undefined;
      }
    }
    if (items.some(({ from }) => from === undefined)) this.#events.tell(id, { type: 'chat-known', seq: known });
    if (news.length > 0) this.#store.apply({ type: 'messages-told', messages: news });
  }

  #acknowledged(id: string, { seq, ask, past }: Extract<Heard, { type: 'chat-known' }>): void {
    const reader = this.#readers.get(id);
    if (!reader) return;
    const acked = Math.min(seq, this.#seq);
    // Asked again on the same channel, what is on its way stays so: nobody makes us send the same for ever.
    if ((ask && !reader.asked) || acked > reader.acked) {
      reader.acked = Math.max(acked, reader.acked);
      reader.cancelWait?.();
      reader.cancelWait = undefined;
    }
    if (ask) {
      reader.asked = reader.owesEnd = true;
      if (past && !reader.toldPast) this.#tellPast(id, reader);
    }
    this.#pump(id);
    this.#settle();
  }

  // By what the state says, as a fact that is caused by another waits its turn.
  #deliver(): void {
    if (!this.#waiting) return;
    for (const id of this.#readers.keys()) this.#pump(id);
    this.#settle();
  }

  #takes(id: string): boolean {
    const now = this.#clock.now();
    const [bucket, allowed] = take(this.#hearing.get(id) ?? fullBucket(chatRate, now), chatRate, now);
    this.#hearing.set(id, bucket);
    return allowed;
  }

  #tellPast(id: string, reader: Reader): void {
    reader.toldPast = true;
    const { chat, self, people } = this.#state;
    const present = new Set([self.id ?? '', ...people.list.map((person) => person.id)]);
    let items: readonly ChatItem[] = messagesOfOthers(chat.messages, present).map((message) => ({
      ...itemOf(message),
      from: message.from,
      name: message.name,
    }));
    while (items.length > 0) {
      const next = firstFitting(items, itemsLength);
      if (!this.#events.tell(id, { type: 'chat', items: [...next] })) return;
      items = items.slice(next.length);
    }
  }

  /** Sends a peer what it has not got, one frame at a time (rule C4). */
  #pump(id: string): void {
    const reader = this.#readers.get(id);
    const selfId = this.#state.self.id;
    if (!reader?.asked || reader.cancelWait || selfId === undefined) return;
    const missing = messagesAfter(this.#state.chat.messages, selfId, id, reader.acked).map(itemOf);
    if (missing.length === 0 && !reader.owesEnd) return;
    const items = [...firstFitting(missing, itemsLength)];
    const end = reader.owesEnd && items.length === missing.length;
    // Where the channel has closed, the next one begins with what the peer has.
    if (!this.#events.tell(id, { type: 'chat', items, ...(end && { end }) })) return;
    if (end) reader.owesEnd = false;
    if (items.length === 0) return;
    reader.cancelWait = this.#clock.after(answerAwaitedMs, () => {
      reader.cancelWait = undefined;
      this.#pump(id);
    });
  }

  /** Marks what everyone whom it is for has received. Who cannot be reached at all is not waited for. */
  #settle(): void {
    if (!this.#waiting) return;
    const { chat, people } = this.#state;
    const everyone = people.list.filter(({ link }) => link !== 'failed').map(({ id }) => id);
    const waiting = chat.messages.filter((message) => message.waiting);
    const delivered = waiting.filter(({ seq, to }) =>
      (to === undefined ? everyone : [to]).every((id) => (this.#readers.get(id)?.acked ?? 0) >= seq),
    );
    this.#waiting = delivered.length < waiting.length;
    if (delivered.length === 0) return;
    this.#store.apply({ type: 'messages-delivered', ids: new Set(delivered.map(({ id }) => id)) });
  }

  /** False where so many of the participant show that another is too much. */
  #show(from: string, emoji: string): boolean {
    if (this.#state.chat.reactions.filter((one) => one.from === from).length >= reactionsAtOnce) return false;
    this.#reactionKey += 1;
    const key = this.#reactionKey;
    const cancel = this.#clock.after(reactionShownMs, () => {
      this.#cancels.delete(cancel);
      this.#store.apply({ type: 'reaction-gone', key });
    });
    this.#cancels.add(cancel);
    this.#store.apply({ type: 'reaction-shown', reaction: { key, from, emoji } });
    return true;
  }
}

function itemOf({ seq, order, text, sentAt, to }: ChatMessage): ChatItem {
  return { seq, order, text, sentAt, ...(to !== undefined && { only: true }) };
}
