import type { CallState } from '../../core/state/call-state.js';
import { newMessages } from '../../core/chat.js';
import { isInCall } from '../../core/state/phase.js';

/** The sounds that a call plays. */
export type Sound = 'join' | 'leave' | 'hand' | 'message';

/** The sound for a change of the state; the most important one if there are several, undefined if there is none. */
export function soundOf(previous: CallState, next: CallState): Sound | undefined {
  if (previous === next || !isInCall(previous.call.phase) || !isInCall(next.call.phase)) return undefined;
  const before = new Map(previous.people.list.map((person) => [person.id, person]));
  if (next.people.list.some(({ id }) => !before.has(id))) return 'join';
  const after = new Set(next.people.list.map(({ id }) => id));
  if (previous.people.list.some(({ id }) => !after.has(id))) return 'leave';
  if (next.people.list.some(({ id, handAt }) => handAt !== undefined && before.get(id)?.handAt === undefined))
    return 'hand';
  const news = newMessages(previous.chat.messages, next.chat.messages);
  // While the chat is open, people see new messages.
  if (next.view.panel !== 'chat' && news.some(({ from, past }) => from !== next.self.id && !past)) return 'message';
  return undefined;
}
