import type { CallState } from '../../core/call-state.js';
import { newMessages } from '../../core/chat.js';
import { isInCall } from '../../core/reduce.js';

/** The sounds that a call makes of itself. */
export type Sound = 'join' | 'leave' | 'knock' | 'hand' | 'message';

/** The sound of a change, the most important where it is several; undefined for a change that makes none. */
export function soundOf(previous: CallState, next: CallState): Sound | undefined {
  if (previous === next || !isInCall(previous.phase) || !isInCall(next.phase)) return undefined;
  const before = new Map(previous.people.map((person) => [person.id, person]));
  if (next.people.some(({ id }) => !before.has(id))) return 'join';
  const after = new Set(next.people.map(({ id }) => id));
  if (previous.people.some(({ id }) => !after.has(id))) return 'leave';
  if (next.people.some(({ id, handAt }) => handAt !== undefined && before.get(id)?.handAt === undefined)) return 'hand';
  const news = newMessages(previous.messages, next.messages);
  // Who has the chat open sees what comes.
  if (next.panel !== 'chat' && news.some(({ from, past }) => from !== next.self.id && !past)) return 'message';
  return undefined;
}
