import type { CallState } from '../../core/state/call-state.js';
import { newMessages } from '../../core/chat.js';
import { isInCall } from '../../core/state/phase.js';

/** The sounds that a call makes of itself. */
export type Sound = 'join' | 'leave' | 'hand' | 'message';

/** The sound of a change, the most important where it is several; undefined for a change that makes none. */
export function soundOf(previous: CallState, next: CallState): Sound | undefined {
  if (previous === next || !isInCall(previous.call.phase) || !isInCall(next.call.phase)) return undefined;
  const before = new Map(previous.people.list.map((person) => [person.id, person]));
  if (next.people.list.some(({ id }) => !before.has(id))) return 'join';
  const after = new Set(next.people.list.map(({ id }) => id));
  if (previous.people.list.some(({ id }) => !after.has(id))) return 'leave';
  if (next.people.list.some(({ id, handAt }) => handAt !== undefined && before.get(id)?.handAt === undefined))
    return 'hand';
  const news = newMessages(previous.chat.messages, next.chat.messages);
  // Who has the chat open sees what comes.
  if (next.view.panel !== 'chat' && news.some(({ from, past }) => from !== next.self.id && !past)) return 'message';
  return undefined;
}
