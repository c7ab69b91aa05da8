import type { CallState } from '../../src/core/state/call-state.js';
import { type ChannelMessage, decodeChannelMessage } from '../../src/protocol/channel-message.js';
import { type CallStore, createCallStore } from '../../src/session/call-store.js';
import { Messaging } from '../../src/session/features/messaging.js';
import { Reactions } from '../../src/session/features/reactions.js';
import { FakeClock } from './fake-clock.js';
import { member } from './fake-call-view.js';

/** One participant with its side of the chat. */
export interface Writer {
  readonly id: string;
  readonly store: CallStore;
  readonly messaging: Messaging;
  readonly reactions: Reactions;
  readonly ending: AbortController;
  /** The events that the page received, as `type detail`. */
  readonly events: { type: string; detail: object }[];
  /** The messages that arrived, in their order. */
  readonly received: { from: string; message: ChannelMessage }[];
}

/** Participants whose data channels the test holds: frames wait until `flow`, and are lost with a channel that breaks. */
export class ChatCircle {
  readonly clock = new FakeClock();
  readonly #writers = new Map<string, Writer>();
  readonly #open = new Set<string>();
  #frames: { from: string; to: string; text: string }[] = [];
  /** Decides whether a frame arrives over an open channel. */
  arrives: (message: ChannelMessage, from: string, to: string) => boolean = () => true;
  epochMs = 1_000_000;
  #joined = 0;

  /** A participant joins. The others are connected to it, unless the test does that itself. */
  join(id: string, connect = true): Writer {
    this.#joined += 1;
    const joinedAt = this.#joined;
    const events: Writer['events'] = [];
    const store = createCallStore(
      (event) => events.push(event),
      (run) => run(),
    );
    const others = [...this.#writers.values()];
    store.apply({ type: 'opened', room: 'standup', name: id, metadata: {}, audioOnly: false });
    store.apply({ type: 'join-started' });
    const members = [...others.map((one) => member(one.id, { joinedAt: joinedAtOf(one) })), member(id, { joinedAt })];
    store.apply({ type: 'welcomed', id, members, kept: [] });
    const ending = new AbortController();
    const { signal } = ending;
    const tell = (message: ChannelMessage, to?: string): boolean =>
      (to === undefined ? this.ids.filter((other) => other !== id) : [to])
        .map((receiver) => this.#send(id, receiver, message))
        .every(Boolean);
    const shared = { clock: this.clock, store, signal, transport: { tell } };
    const messaging = new Messaging({ ...shared, nowMs: () => this.epochMs + this.clock.now() });
    const reactions = new Reactions(shared);
    const writer: Writer = { id, store, messaging, reactions, ending, events, received: [] };
    this.#writers.set(id, writer);
    for (const other of others) other.store.apply({ type: 'member-seen', member: member(id, { joinedAt }) });
    if (connect) for (const other of others) this.connect(id, other.id);
    return writer;
  }

  get ids(): readonly string[] {
    return [...this.#writers.keys()];
  }

  /** Opens the channel between two, or replaces it; then the frames on their way are dropped. */
  connect(first: string, second: string, flow = true): void {
    this.disconnect(first, second);
    this.#open.add(pair(first, second));
    for (const [id, other] of [
      [first, second],
      [second, first],
    ] as const) {
      this.#writers.get(id)?.store.apply({ type: 'link-changed', id: other, link: 'connected', path: 'direct' });
      this.#writers.get(id)?.messaging.opened(other);
    }
    if (flow) this.flow();
  }

  disconnect(first: string, second: string): void {
    this.#open.delete(pair(first, second));
    this.#frames = this.#frames.filter(({ from, to }) => pair(from, to) !== pair(first, second));
  }

  leave(id: string): void {
    for (const other of this.ids) this.disconnect(id, other);
    this.#writers.get(id)?.ending.abort();
    this.#writers.delete(id);
    for (const { messaging, store } of this.#writers.values()) {
      messaging.forget(id);
      store.apply({ type: 'member-left', id, reason: 'left' });
    }
    this.flow();
  }

  /** Sends any message in the name of a participant. */
  say(from: string, to: string, message: object): void {
    this.#frames.push({ from, to, text: JSON.stringify(message) });
    this.flow();
  }

  /** Delivers all frames on their way, and the answers to them. */
  flow(): void {
    for (let frame = this.#frames.shift(); frame; frame = this.#frames.shift()) {
      const { from, to, text } = frame;
      const message = decodeChannelMessage(text);
      const writer = this.#writers.get(to);
      if (!writer || !message || !this.arrives(message, from, to)) continue;
      writer.received.push({ from, message });
      if (message.type === 'chat' || message.type === 'chat-known') writer.messaging.receive(from, message);
      if (message.type === 'reaction') writer.reactions.receive(from, message.emoji);
    }
  }

  close(): void {
    for (const { ending } of this.#writers.values()) ending.abort();
  }

  #send(from: string, to: string, message: ChannelMessage): boolean {
    if (!this.#open.has(pair(from, to))) return false;
    this.#frames.push({ from, to, text: JSON.stringify(message) });
    return true;
  }
}

export function textsOf({ store }: { store: { state: CallState } }): string[] {
  return store.state.chat.messages.map(({ text }) => text);
}

function joinedAtOf({ store }: Writer): number {
  return store.state.self.joinedAt;
}

function pair(first: string, second: string): string {
  return [first, second].sort().join(' ');
}
