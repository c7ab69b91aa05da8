import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Membership,
  type MembershipEvent,
  namedWithinMs,
  nobodyPresent,
  stepMembership,
} from '../../../src/core/membership.js';
import { aMember } from '../../fakes/builders.js';
import { me } from './support.js';

const bo = aMember();
const cy = aMember({ id: 'cy', name: 'Cy' });
const away = (member: typeof bo): typeof bo => ({ ...member, lost: true });

const ready: MembershipEvent = { type: 'ready', id: me.id, members: [me.id, 'bo'] };
const welcome = (members: readonly (typeof bo)[], connected: readonly string[] = []): MembershipEvent => ({
  type: 'welcome',
  id: me.id,
  members: [me, ...members],
  connected,
});

/** What comes of events that follow each other at once: who is there, and the actions of the last one. */
function after(...events: MembershipEvent[]): { membership: Membership; actions: unknown[] } {
  let membership = nobodyPresent;
  let actions: readonly unknown[] = [];
  for (const event of events) [membership, actions] = stepMembership(membership, event, 1_000);
  return { membership, actions: [...actions] };
}

describe('stepMembership', () => {
  it.each<[string, MembershipEvent[], [string, string][], string[]]>([
    ['nobody is there at first', [], [], []],
    ['ready names the others, and not the self', [ready], [['bo', 'here']], []],
    ['ready after the welcome is too late', [welcome([cy]), ready], [['cy', 'here']], []],
    ['a member outside of the room is nobody', [ready, { type: 'member', member: cy }], [['bo', 'here']], []],
    ['the welcome takes the place of ready', [ready, welcome([cy])], [['cy', 'here']], ['welcomed']],
    ['a member may be away', [welcome([away(bo)])], [['bo', 'away']], ['welcomed']],
    ['a member comes', [welcome([]), { type: 'member', member: bo }], [['bo', 'here']], ['seen']],
    ['a member is away', [welcome([bo]), { type: 'member', member: away(bo) }], [['bo', 'away']], ['seen']],
    ['a member leaves', [welcome([bo, cy]), { type: 'left', id: 'bo', reason: 'left' }], [['cy', 'here']], ['gone']],
    ['nobody leaves twice', [welcome([]), { type: 'left', id: 'bo', reason: 'left' }], [], []],
    ['the self is no other', [welcome([]), { type: 'member', member: me }], [], ['seen']],
    ['one who is heard and not named stays', [welcome([bo]), welcome([], ['bo'])], [['bo', 'here']], ['welcomed']],
    ['one who is neither is gone', [welcome([bo]), welcome([])], [], ['welcomed']],
  ])('%s', (_, events, others, types) => {
    const { membership, actions } = after(...events);
    expect([...membership.others]).toEqual(others);
    expect(actions.map((action) => (action as { type: string }).type)).toEqual(types);
  });

  it('says with the welcome who is kept though nobody named them', () => {
    expect(after(welcome([bo]), welcome([cy], ['bo'])).actions).toEqual([
      { type: 'welcomed', id: me.id, members: [me, cy], kept: ['bo'] },
    ]);
  });

  it('waits for the unnamed as long as seats are kept, and looks again while they are heard (I4)', () => {
    const { membership } = after(welcome([bo, cy]), welcome([], ['bo', 'cy']));
    expect(membership.lookAtMs).toBe(1_000 + namedWithinMs);
    const [later, actions] = stepMembership(membership, { type: 'time', connected: ['cy'] }, 31_000);
    expect(actions).toEqual([{ type: 'gone', id: 'bo', reason: 'connection-lost' }]);
    expect([...later.others.keys()]).toEqual(['cy']);
    expect(later.lookAtMs).toBe(31_000 + namedWithinMs);
  });

  it('waits no more for one who is named', () => {
    const { membership } = after(welcome([bo]), welcome([], ['bo']), { type: 'member', member: bo });
    const [later, actions] = stepMembership(membership, { type: 'time', connected: [] }, 31_000);
    expect(actions).toEqual([]);
    expect([...later.others.keys()]).toEqual(['bo']);
    expect(later.lookAtMs).toBeUndefined();
  });

  it('never counts the self among the others, and waits exactly while someone is unnamed', () => {
    const id = fc.constantFrom(me.id, 'bo', 'cy', 'di');
    const member = fc.tuple(id, fc.boolean()).map(([one, lost]) => aMember({ id: one, lost }));
    const event: fc.Arbitrary<MembershipEvent> = fc.oneof(
      fc.record({ type: fc.constant('ready' as const), id: fc.constant(me.id), members: fc.array(id) }),
      fc.record({
        type: fc.constant('welcome' as const),
        id: fc.constant(me.id),
        members: fc.array(member),
        connected: fc.array(id),
      }),
      fc.record({ type: fc.constant('member' as const), member }),
      fc.record({ type: fc.constant('left' as const), id, reason: fc.constant('left' as const) }),
      fc.record({ type: fc.constant('time' as const), connected: fc.array(id) }),
    );
    fc.assert(
      fc.property(fc.array(event), (events) => {
        let membership = nobodyPresent;
        for (const one of events) {
          [membership] = stepMembership(membership, one, 0);
          expect(membership.others.has(me.id)).toBe(false);
          for (const unnamed of membership.unnamed) expect(membership.others.has(unnamed)).toBe(true);
          if (membership.unnamed.size > 0) expect(membership.lookAtMs).toBeDefined();
        }
      }),
    );
  });
});
