import { describe, expect, it } from 'vitest';
import { nextHandAt, selectHands } from '../../../src/core/hands.js';
import type { CallState } from '../../../src/core/state/call-state.js';
import { aMember, aQuietPresence, presenceOf } from '../../fakes/builders.js';
import { after, inCall } from './support.js';

function raised(id: string, handAt: number | undefined, state: CallState): CallState {
  return after([presenceOf(id, aQuietPresence({ handAt }))], state);
}

const three = inCall(aMember({ id: 'bo', joinedAt: 2 }), aMember({ id: 'cy', joinedAt: 3 }));

describe('nextHandAt', () => {
  it('is now', () => expect(nextHandAt(three, 5_000)).toBe(5_000));

  it('is after every hand that is up, though the own clock is slow', () => {
    expect(nextHandAt(raised('bo', 9_000, three), 5_000)).toBe(9_001);
  });

  it('waits for no hand from the end of time, behind which nobody else’s would be believed', () => {
    expect(nextHandAt(raised('bo', 8.64e15, three), 5_000)).toBe(5_000);
  });
});

describe('selectHands', () => {
  it('has nobody while no hand is up', () => expect(selectHands(three)).toEqual([]));

  it('has the first to raise it first, the self among the others', () => {
    const state = raised('bo', 3_000, raised('cy', 1_000, after([{ type: 'hand-changed', handAt: 2_000 }], three)));
    expect(selectHands(state)).toEqual(['cy', 'ada', 'bo']);
    expect(selectHands(raised('cy', undefined, state))).toEqual(['ada', 'bo']);
  });
});
