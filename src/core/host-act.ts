import type { ClientMessage } from '../protocol/client-message.js';
import { CallError } from './call-error.js';
import type { CallState } from './state/call-state.js';
import { isInCall } from './state/phase.js';

/** What a host asks of the room server, which has the last word on who is one (rules H1 to H4 of the protocol). */
export type HostAct = Extract<ClientMessage, { type: 'mute' | 'remove' | 'host' | 'end' }>;

/** Why the self cannot ask for this, as far as it is known here; undefined where it can. Pure. */
export function refusalOfAct({ call, self, people }: CallState, act: HostAct): CallError | undefined {
  if (!isInCall(call.phase)) return new CallError('not-joined', 'Nobody can be asked outside a call.');
  if (self.role !== 'host') return new CallError('not-host', 'Only a host can do that.');
  if (act.type === 'end' || people.list.some(({ id }) => id === act.id)) return undefined;
  return new CallError('peer-unreachable', 'There is no such participant.', { subject: act.id });
}
