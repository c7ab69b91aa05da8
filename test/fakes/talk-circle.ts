import type { CallState } from '../../src/core/state/call-state.js';
import { type ChannelMessage, decodeChannelMessage } from '../../src/protocol/channel-message.js';
import { Store } from '../../src/session/store.js';
import { Talk } from '../../src/session/talk.js';
import { FakeClock } from './fake-clock.js';
import { member } from './fake-call-view.js';

/** One participant with its side of the talk. */
export interface Talker {
  readonly id: string;
  readonly store: Store;
  readonly talk: Talk;
  /** The events that its page was told, as `type detail`. */
  readonly events: { type: string; detail: object }[];
  /** What was said to it, as it arrived. */
  readonly heard: { from: string; message: ChannelMessage }[];
}

/** Participants whose data channels the test holds: frames wait until `flow`, and are lost with a channel that breaks. */
export class TalkCircle {
  readonly clock = new FakeClock();
  readonly #talkers = new Map<string, Talker>();
  readonly #open = new Set<string>();
  #frames: { from: string; to: string; text: string }[] = [];
  /** Decides whether a frame arrives, though the channel stands. */
  arrives: (message: ChannelMessage, from: string, to: string) => boolean = () => true;
  epochMs = 1_000_000;
  #joined = 0;

  /** Someone joins; the others are connected to it unless the test wants that itself. */
  join(id: string, connect = true): Talker {
    this.#joined += 1;
    const joinedAt = this.#joined;
    const events: Talker['events'] = [];
    const store = new Store((told) => events.push(...told));
    const others = [...this.#talkers.values()];
    store.apply({ type: 'opened', room: 'standup', name: id, metadata: {}, audioOnly: false });
    store.apply({ type: 'join-started' });
    const members = [...others.map((one) => member(one.id, { joinedAt: joinedAtOf(one) })), member(id, { joinedAt })];
    store.apply({ type: 'welcomed', id, members, kept: [] });
    const talk = new Talk(
      this.clock,
      store,
      {
        tell: (to, message) => this.#send(id, to, message),
        tellAll: (message) => this.ids.forEach((to) => to !== id && this.#send(id, to, message)),
        handChanged: () => undefined,
      },
      () => this.epochMs + this.clock.now(),
    );
    const talker: Talker = { id, store, talk, events, heard: [] };
    this.#talkers.set(id, talker);
    for (const other of others) other.store.apply({ type: 'member-seen', member: member(id, { joinedAt }) });
    if (connect) for (const other of others) this.connect(id, other.id);
    return talker;
  }

  get ids(): readonly string[] {
    return [...this.#talkers.keys()];
  }

  /** Opens the channel of two, or a new one in its place: what was on its way is lost. */
  connect(first: string, second: string, flow = true): void {
    this.disconnect(first, second);
    this.#open.add(pair(first, second));
    for (const [id, other] of [
      [first, second],
      [second, first],
    ] as const) {
      this.#talkers.get(id)?.store.apply({ type: 'link-changed', id: other, link: 'connected', path: 'direct' });
      this.#talkers.get(id)?.talk.opened(other);
    }
    if (flow) this.flow();
  }

  disconnect(first: string, second: string): void {
    this.#open.delete(pair(first, second));
    this.#frames = this.#frames.filter(({ from, to }) => pair(from, to) !== pair(first, second));
  }

  leave(id: string): void {
    for (const other of this.ids) this.disconnect(id, other);
    this.#talkers.get(id)?.talk.close();
    this.#talkers.delete(id);
    for (const { talk, store } of this.#talkers.values()) {
      talk.forget(id);
      store.apply({ type: 'member-left', id, reason: 'left' });
    }
    this.flow();
  }

  /** Says anything in the name of a participant. */
  say(from: string, to: string, message: object): void {
    this.#frames.push({ from, to, text: JSON.stringify(message) });
    this.flow();
  }

  /** Delivers all that is on its way, and what comes of it. */
  flow(): void {
    for (let frame = this.#frames.shift(); frame; frame = this.#frames.shift()) {
      const { from, to, text } = frame;
      const message = decodeChannelMessage(text);
      const talker = this.#talkers.get(to);
      if (!talker || !message || !this.arrives(message, from, to)) continue;
      talker.heard.push({ from, message });
      if (message.type === 'chat' || message.type === 'chat-known' || message.type === 'reaction') {
        talker.talk.heard(from, message);
      }
    }
  }

  close(): void {
    for (const { talk } of this.#talkers.values()) talk.close();
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

function joinedAtOf({ store }: Talker): number {
  return store.state.self.joinedAt;
}

function pair(first: string, second: string): string {
  return [first, second].sort().join(' ');
}
