import type { LeaveReason } from '../protocol/server-message.js';
import type { Member } from '../protocol/member.js';

/** Whether the room server reaches a member at present, or waits for its socket to come back. */
export type Place = 'here' | 'away';

/**
 * Who is in the room, as the room server tells and as the links prove. Frozen. A room server that was restarted knows nobody
 * until each has come back: whoever is still connected to us stays, named or not.
 */
export interface Membership {
  /** The own id; undefined until the room server has given one. */
  readonly selfId: string | undefined;
  readonly isMember: boolean;
  /** The others. */
  readonly others: ReadonlyMap<string, Place>;
  /** Those among `others` that the present room server has not named. */
  readonly unnamed: ReadonlySet<string>;
  /** When the unnamed are looked at again, in milliseconds of a monotonic clock; undefined where there are none. */
  readonly lookAtMs: number | undefined;
}

export type MembershipEvent =
  /** The answer to `watch`, on the pre-join screen: who is there, and the id that joining will give. */
  | { readonly type: 'ready'; readonly id: string; readonly members: readonly string[] }
  /** `connected` are the others whose links work. */
  | {
      readonly type: 'welcome';
      readonly id: string;
      readonly members: readonly Member[];
      readonly connected: readonly string[];
    }
  | { readonly type: 'member'; readonly member: Member }
  | { readonly type: 'left'; readonly id: string; readonly reason: LeaveReason }
  /** The time `lookAtMs` has come. */
  | { readonly type: 'time'; readonly connected: readonly string[] };

export type MembershipAction =
  /** Somebody is gone. */
  | { readonly type: 'gone'; readonly id: string; readonly reason: LeaveReason }
  /** The room server has taken us in; `kept` are those whom it did not name and who are still connected. */
  | {
      readonly type: 'welcomed';
      readonly id: string;
      readonly members: readonly Member[];
      readonly kept: readonly string[];
    }
  | { readonly type: 'seen'; readonly member: Member };

/** As long as the room server keeps the seat of a member that is away (rule I4). */
export const namedWithinMs = 30_000;

export const nobodyPresent: Membership = Object.freeze({
  selfId: undefined,
  isMember: false,
  others: new Map<string, Place>(),
  unnamed: new Set<string>(),
  lookAtMs: undefined,
});

/** What follows from an event. Pure. The same membership comes back where nothing changed. */
export function stepMembership(
  membership: Membership,
  event: MembershipEvent,
  nowMs: number,
): readonly [Membership, readonly MembershipAction[]] {
  switch (event.type) {
    case 'ready': {
      // Too late where the welcome has come meanwhile: it says more.
      if (membership.isMember) return [membership, []];
      const others = new Map(event.members.filter((id) => id !== event.id).map((id) => [id, 'here' as const]));
      return [change(membership, { selfId: event.id, others }), []];
    }
    case 'welcome':
      return welcome(membership, event, nowMs);
    case 'member':
      return seen(membership, event.member);
    case 'left':
      return left(membership, event.id, event.reason);
    case 'time':
      return look(membership, event.connected, nowMs);
  }
}

function welcome(
  membership: Membership,
  { id, members, connected }: Extract<MembershipEvent, { type: 'welcome' }>,
  nowMs: number,
): readonly [Membership, readonly MembershipAction[]] {
  const named = new Map(
    members.filter((member) => member.id !== id).map((member) => [member.id, placeOf(member)] as const),
  );
  const kept = connected.filter((other) => other !== id && !named.has(other));
  const others = new Map<string, Place>([...kept.map((other) => [other, 'here'] as const), ...named]);
  const next = awaitNaming(change(membership, { selfId: id, isMember: true, others }), kept, nowMs);
  return [next, [{ type: 'welcomed', id, members, kept }]];
}

function seen(membership: Membership, member: Member): readonly [Membership, readonly MembershipAction[]] {
  if (!membership.isMember) return [membership, []];
  const actions: MembershipAction[] = [{ type: 'seen', member }];
  if (member.id === membership.selfId) return [membership, actions];
  const others = new Map(membership.others).set(member.id, placeOf(member));
  const unnamed = without(membership.unnamed, member.id);
  return [change(membership, { others, unnamed }), actions];
}

function left(
  membership: Membership,
  id: string,
  reason: LeaveReason,
): readonly [Membership, readonly MembershipAction[]] {
  if (!membership.others.has(id)) return [membership, []];
  const others = new Map(membership.others);
  others.delete(id);
  const next = change(membership, { others, unnamed: without(membership.unnamed, id) });
  return [next, membership.isMember ? [{ type: 'gone', id, reason }] : []];
}

/** The room server forgets nobody for longer than a seat is kept: whoever is neither named nor connected by then is gone. */
function look(
  membership: Membership,
  connected: readonly string[],
  nowMs: number,
): readonly [Membership, readonly MembershipAction[]] {
  const lost = [...membership.unnamed].filter((id) => !connected.includes(id));
  const staying = [...membership.unnamed].filter((id) => connected.includes(id));
  const others = new Map([...membership.others].filter(([id]) => !lost.includes(id)));
  const next = awaitNaming(change(membership, { others }), staying, nowMs);
  return [next, lost.map((id) => ({ type: 'gone', id, reason: 'connection-lost' }))];
}

function awaitNaming(membership: Membership, ids: readonly string[], nowMs: number): Membership {
  const lookAtMs = ids.length > 0 ? nowMs + namedWithinMs : undefined;
  return change(membership, { unnamed: new Set(ids), lookAtMs });
}

function placeOf(member: Member): Place {
  return member.lost ? 'away' : 'here';
}

function without(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return ids.has(id) ? new Set([...ids].filter((other) => other !== id)) : ids;
}

function change(membership: Membership, changes: Partial<Membership>): Membership {
  return Object.freeze({ ...membership, ...changes });
}
