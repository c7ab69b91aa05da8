import type { ChatMessage } from '../../core/chat.js';

/** What follows each other closely from one author to the same reader stands under one name. */
const togetherMs = 5 * 60_000;

/** A log in groups under one name and time each. */
export function groupMessages(log: readonly ChatMessage[]): readonly (readonly [ChatMessage, ...ChatMessage[]])[] {
  const groups: [ChatMessage, ...ChatMessage[]][] = [];
  for (const message of log) {
    const group = groups.at(-1);
    const first = group?.[0];
    const isSame =
      first?.from === message.from && first.to === message.to && Math.abs(message.sentAt - first.sentAt) < togetherMs;
    if (isSame) group?.push(message);
    else groups.push([message]);
  }
  return groups;
}
