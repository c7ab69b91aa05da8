import { CallError, noSuchParticipant } from '../../core/call-error.js';
import { createMessage, mayWrite, nextOrder } from '../../core/chat.js';
import {
  answerAwaitedMs,
  type ChatAction,
  type ChatContext,
  type ChatEvent,
  nothingSynced,
  stepChat,
} from '../../core/chat-sync.js';
import { isInCall } from '../../core/state/phase.js';
import type { ChannelMessage, ChatItem } from '../../protocol/channel-message.js';
import { limits } from '../../protocol/limits.js';
import { cleanMessage } from '../../protocol/text.js';
import type { Clock } from '../clock.js';
import type { CallStore } from '../call-store.js';
import { Timer, Timers } from '../timer.js';
import type { Transport } from '../transport.js';

export interface MessagingOptions {
  readonly clock: Clock;
  readonly store: CallStore;
  readonly signal: AbortSignal;
  readonly transport: Pick<Transport, 'tell'>;
  /** Milliseconds since the epoch. */
  nowMs?(): number;
}

/** The chat of one session, over the data channels alone; what is sent when is decided by `stepChat`. */
export class Messaging {
  readonly #options: MessagingOptions;
  readonly #answers: Timers<string>;
  readonly #past: Timer;
  readonly #events: ChatEvent[] = [];
  #sync = nothingSynced;
  #isStepping = false;
  #seq = 0;
  /** The log and the participants when they were looked at last. */
  #log: readonly unknown[] = [];
  #participants = '';

  constructor(options: MessagingOptions) {
    const { clock, store, signal } = options;
    this.#options = options;
    this.#answers = new Timers(clock, signal);
    this.#past = new Timer(clock, signal);
    // From the store, not from `send`: a fact that is applied inside a listener waits its turn, so the log may not have it yet.
    store.subscribe(() => this.#changed(), signal);
  }

  /** Writes to everyone, or to one. Gives the id of the message; throws what keeps it from being one. */
  send(text: unknown, to?: string): string {
    const { state } = this.#options.store;
    const { self, people, chat } = state;
    if (!isInCall(state.call.phase)) throw new CallError('not-joined', 'Nobody hears what is said outside a call.');
    const isTooLong = typeof text === 'string' && [...text].length > limits.messageLength;
    const clean = typeof text === 'string' && !isTooLong ? cleanMessage(text) : '';
    if (!clean || self.id === undefined) {
      throw new CallError('bad-value', `A message is a text of 1 to ${limits.messageLength} characters.`);
    }
    if (to !== undefined && !people.list.some(({ id }) => id === to)) {
      throw noSuchParticipant(to);
    }
    if (!mayWrite(chat.messages)) {
      throw new CallError('rate-limited', 'Too many messages are waiting to be sent.');
    }
    this.#seq += 1;
    const { nowMs = Date.now } = this.#options;
    const item: ChatItem = { seq: this.#seq, order: nextOrder(chat.messages), text: clean, sentAt: nowMs() };
    const message = createMessage(item, { from: self.id, name: self.name, to, past: false, log: chat.messages });
    const pending = Object.freeze({ ...message, pending: true });
    this.#options.store.apply({ type: 'messages-received', messages: [pending] });
    return message.id;
  }

  /** The data channel to a peer is open, for the first time or again. */
  opened(id: string): void {
    this.#step({ type: 'opened', id });
  }

  receive(from: string, message: Extract<ChannelMessage, { type: 'chat' | 'chat-known' }>): void {
    this.#step({ type: 'received', from, message });
  }

  /** A peer is gone; it may come back. */
  forget(id: string): void {
    this.#step({ type: 'gone', id });
  }

  #changed(): void {
    const { self, people, chat } = this.#options.store.state;
    // Speaking and presence change often, and nothing about the chat.
    const participants = JSON.stringify([self.id, ...people.list.flatMap(({ id, name, link }) => [id, name, link])]);
    if (chat.messages === this.#log && participants === this.#participants) return;
    this.#log = chat.messages;
    this.#participants = participants;
    this.#step({ type: 'changed' });
  }

  /** What an action brings about waits until the step is over. */
  #step(event: ChatEvent): void {
    this.#events.push(event);
    if (this.#isStepping) return;
    this.#isStepping = true;
    try {
      for (let next = this.#events.shift(); next; next = this.#events.shift()) {
        const [sync, actions] = stepChat(this.#sync, next, this.#context());
        this.#sync = sync;
        for (const action of actions) this.#act(action);
      }
    } finally {
      this.#isStepping = false;
    }
  }

  #act(action: ChatAction): void {
    const { store, transport } = this.#options;
    switch (action.type) {
      case 'send': {
        const { to, message } = action;
        if (!transport.tell(message, to)) this.#step({ type: 'unsent', to, message });
        return;
      }
      case 'add':
        return store.apply({ type: 'messages-received', messages: action.messages });
      case 'delivered':
        return store.apply({ type: 'messages-delivered', ids: action.ids });
      case 'wait': {
        const { id } = action;
        return this.#answers.start(id, answerAwaitedMs, () => this.#step({ type: 'unanswered', id }));
      }
      case 'stop':
        return this.#answers.stop(action.id);
      case 'wait-past':
        return this.#past.start(answerAwaitedMs, () => this.#step({ type: 'past-unanswered' }));
      case 'stop-past':
        return this.#past.stop();
    }
  }

  #context(): ChatContext {
    const { clock, store } = this.#options;
    const { self, people, chat } = store.state;
    const { id: selfId, joinedAt } = self;
    return { selfId, joinedAt, log: chat.messages, people: people.list, nowMs: clock.now() };
  }
}
