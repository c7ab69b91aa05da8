import type { ChatMessage } from '../../core/chat.js';

/** Messages of one author to the same reader form one group if they were sent within this time. */
const groupWithinMs = 5 * 60_000;

/** Groups a log; each group is shown under one name and one time. */
export function groupMessages(log: readonly ChatMessage[]): readonly (readonly [ChatMessage, ...ChatMessage[]])[] {
  const groups: [ChatMessage, ...ChatMessage[]][] = [];
  for (const message of log) {
    const group = groups.at(-1);
    const first = group?.[0];
    const isSame =
      first?.from === message.from &&
      first.to === message.to &&
      Math.abs(message.sentAt - first.sentAt) < groupWithinMs;
    if (isSame) group?.push(message);
    else groups.push([message]);
  }
  return groups;
}
