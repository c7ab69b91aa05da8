/** Where the call stands; what `p2p-call.state` says. `waiting` is reserved: no room has a lobby yet. */
export type Phase = 'idle' | 'prejoin' | 'joining' | 'waiting' | 'joined' | 'reconnecting' | 'left' | 'failed';

/** Whether the self is a member of the room, line or no line. */
export function isInCall(phase: Phase): boolean {
  return phase === 'joined' || phase === 'reconnecting';
}

/** Whether the person has asked to join and is not in the call yet. */
export function isJoining(phase: Phase): boolean {
  return phase === 'joining';
}

/** Whether there is something to leave: the self is in the call, or on its way into it. */
export function isActive(phase: Phase): boolean {
  return isJoining(phase) || isInCall(phase);
}

/** Whether the call has ended, and may be joined again. */
export function isOver(phase: Phase): boolean {
  return phase === 'left' || phase === 'failed';
}

/** The phase that shows: a join that takes no time has no screen of its own, and the one before it stays. */
export function shownPhase({ phase, slowToJoin }: { readonly phase: Phase; readonly slowToJoin: boolean }): Phase {
  return phase === 'joining' && !slowToJoin ? 'prejoin' : phase;
}
