import { describe, expect, it } from 'vitest';
import { orderRoster } from '../../../src/components/p2p-people/order-roster.js';
import type { Fact } from '../../../src/core/fact.js';
import { aMember, aPresence, presenceOf } from '../../fakes/builders.js';
import { after, inCall } from '../core/support.js';

const raised = (id: string, handAt: number): Fact => presenceOf(id, aPresence({ handAt }));
const people = inCall(
  aMember({ id: 'bo', joinedAt: 2 }),
  aMember({ id: 'cy', joinedAt: 3 }),
  aMember({ id: 'dee', joinedAt: 4 }),
);
const linesOf = (state: typeof people): unknown[] =>
  orderRoster(state).map(({ participant, hand }) => [participant.id, hand]);

describe('orderRoster', () => {
  it('has the self first, and the others as they joined', () => {
    expect(linesOf(people)).toEqual([
      ['ada', undefined],
      ['bo', undefined],
      ['cy', undefined],
      ['dee', undefined],
    ]);
  });

  it('has raised hands above all, numbered in the order in which they went up', () => {
    const state = after([raised('dee', 10), raised('bo', 20)], people);
    expect(linesOf(state)).toEqual([
      ['dee', 1],
      ['bo', 2],
      ['ada', undefined],
      ['cy', undefined],
    ]);
  });

  it('is empty outside a call', () => {
    expect(linesOf(after([{ type: 'left', reason: 'left' }], people))).toEqual([]);
  });
});
