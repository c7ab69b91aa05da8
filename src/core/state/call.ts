import type { CallError } from '../call-error.js';
import type { Fact } from '../fact.js';
import { change, sameJson, withEntry } from './change.js';
import { withError } from './errors.js';
import type { Phase } from './phase.js';

/** Why a call can end. */
export type EndReason =
  | 'left'
  | 'removed'
  | 'ended'
  | 'replaced'
  | 'full'
  | 'unauthorized'
  | 'connection-lost'
  | 'room-changed'
  | 'page-closed';

/** Why a call ended; the detail of `p2p-left`. `denied` and `locked` are reserved: no room has a lobby or a lock yet. */
export type LeftReason = EndReason | 'denied' | 'locked';

/** The socket to the room server; `welcomed` when the room server has taken us in over the one that is open. */
export type ServerState = 'closed' | 'connecting' | 'open' | 'welcomed' | 'disconnected';

/** Where the call stands, and what is wrong with it as a whole. */
export interface Call {
  readonly phase: Phase;
  readonly room: string | undefined;
  readonly audioOnly: boolean;
  readonly server: ServerState;
  /** Joining goes on for so long that there is something to say of it. */
  readonly slowToJoin: boolean;
  readonly leftReason: EndReason | undefined;
  /** On the pre-join screen, the names of those in the call already; undefined while they are not known. */
  readonly present: readonly string[] | undefined;
  /** The error that ended the call, or kept it from starting. */
  readonly failure: CallError | undefined;
  /** The room server cannot be reached. */
  readonly outage: CallError | undefined;
  /** Only relays may be used, and there is none. */
  readonly relayLack: CallError | undefined;
  /** The files that could not be had, by what they are for. */
  readonly missingFiles: Readonly<Record<string, CallError>>;
  /** What happened once and has no end of its own, such as a mistake of the page; one of each code and subject. */
  readonly incidents: readonly CallError[];
}

export const initialCall: Call = Object.freeze({
  phase: 'idle',
  room: undefined,
  audioOnly: false,
  server: 'closed',
  slowToJoin: false,
  leftReason: undefined,
  present: undefined,
  failure: undefined,
  outage: undefined,
  relayLack: undefined,
  missingFiles: Object.freeze({}),
  incidents: Object.freeze([]),
});

/** The call on its pre-join screen. */
export function openedCall({ room, audioOnly }: Pick<Call, 'room' | 'audioOnly'>): Call {
  return change(initialCall, { phase: 'prejoin', room, audioOnly });
}

/** The end of a call: what remains is which call it was, and why it ended. */
export function endedCall(
  { room, audioOnly, server }: Call,
  end: { phase: 'left' | 'failed'; leftReason: EndReason | undefined; failure?: CallError },
): Call {
  return change(initialCall, { room, audioOnly, server, ...end });
}

export function reduceCall(call: Call, fact: Fact): Call {
  switch (fact.type) {
    case 'join-started':
      return change(call, { phase: 'joining', slowToJoin: false });
    case 'join-slow':
      return change(call, { slowToJoin: true });
    case 'welcomed':
      return change(call, { phase: 'joined', ...serverIs('welcomed', call) });
    case 'line-changed':
      return change(call, { phase: fact.alive ? 'joined' : 'reconnecting' });
    case 'server-changed':
      return change(call, serverIs(fact.server, call));
    case 'server-unreachable':
      return change(call, { outage: fact.error });
    case 'relay-judged':
      // Judged again and again: one lack is one error.
      return change(call, { relayLack: fact.error && (call.relayLack ?? fact.error) });
    case 'audio-only-changed':
      return change(call, { audioOnly: fact.audioOnly });
    case 'present-seen':
      return change(call, { present: sameJson(call.present, fact.names) });
    case 'file-missing':
      return change(call, { missingFiles: withEntry(call.missingFiles, fact.subject, fact.error) });
    case 'file-arrived':
      return change(call, { missingFiles: withEntry(call.missingFiles, fact.subject, undefined) });
    case 'went-wrong':
      return change(call, { incidents: withError(call.incidents, fact.error) });
    default:
      return call;
  }
}

/** A room server that answers is no longer out of reach. */
function serverIs(server: ServerState, { outage }: Call): Pick<Call, 'server' | 'outage'> {
  return { server, outage: server === 'open' || server === 'welcomed' ? undefined : outage };
}
