import { type ChatMessage, countUnread, mergeMessages } from '../chat.js';
import type { Fact } from '../fact.js';
import { change } from './change.js';

/** A reaction that shows at the moment. */
export interface Reaction {
  /** Its own, among all of this call. */
  readonly key: number;
  /** The id of who reacted. */
  readonly from: string;
  /** One emoji. */
  readonly emoji: string;
}

/** What is said in writing. */
export interface Chat {
  /** In the order in which everybody sees it. */
  readonly messages: readonly ChatMessage[];
  /** How many messages of others came while nobody looked. */
  readonly unread: number;
  /** The oldest first. */
  readonly reactions: readonly Reaction[];
}

export const noChat: Chat = Object.freeze({
  messages: Object.freeze([]),
  unread: 0,
  reactions: Object.freeze([]),
});

/** What a message needs to count as read. */
export interface Attention {
  readonly selfId: string | undefined;
  /** The chat is open in front of the reader. */
  readonly isLooking: boolean;
}

export function reduceChat(chat: Chat, fact: Fact, attention: Attention): Chat {
  switch (fact.type) {
    case 'messages-received': {
      const messages = mergeMessages(chat.messages, fact.messages);
      const unread = attention.isLooking ? 0 : countUnread(chat.unread, chat.messages, messages, attention.selfId);
      return change(chat, { messages, unread });
    }
    case 'messages-delivered':
      return change(chat, { messages: delivered(chat.messages, fact.ids) });
    case 'messages-read':
      return change(chat, { unread: 0 });
    case 'panel-changed':
      return fact.panel === 'chat' ? change(chat, { unread: 0 }) : chat;
    case 'reaction-shown':
      return change(chat, { reactions: Object.freeze([...chat.reactions, Object.freeze(fact.reaction)]) });
    case 'reaction-gone': {
      const reactions = chat.reactions.filter(({ key }) => key !== fact.key);
      return reactions.length === chat.reactions.length ? chat : change(chat, { reactions: Object.freeze(reactions) });
    }
    default:
      return chat;
  }
}

function delivered(messages: readonly ChatMessage[], ids: ReadonlySet<string>): readonly ChatMessage[] {
  if (!messages.some(({ id, pending }) => pending && ids.has(id))) return messages;
  return Object.freeze(
    messages.map((message) => (ids.has(message.id) ? change(message, { pending: false }) : message)),
  );
}
