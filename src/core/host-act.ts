import type { HostAct } from '../protocol/client-message.js';
import { CallError, noSuchParticipant } from './call-error.js';
import type { CallState } from './state/call-state.js';
import { isInCall } from './state/phase.js';

export type { HostAct };

/**
 * Why the self cannot ask the room server for a host act, as far as this side knows; undefined where it can. The room server has
 * the last word on who is host (rule H1).
 */
export function refusalOfAct({ call, self, people }: CallState, act: HostAct): CallError | undefined {
  if (!isInCall(call.phase)) return new CallError('not-joined', 'Nobody can be asked outside a call.');
  if (self.role !== 'host') return new CallError('not-host', 'Only a host can do that.');
  if (act.type === 'end' || people.list.some(({ id }) => id === act.id)) return undefined;
  return noSuchParticipant(act.id);
}
