import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderTiles } from '../../../src/core/tile-order.js';

const letters = (text: string) => [...text];
const order = (previous: string, present: string, options?: Parameters<typeof orderTiles<string>>[2]) =>
  orderTiles(letters(previous), letters(present), options).join('');

const alphabet = letters('abcdefghij');
const letter = fc.constantFrom(...alphabet);
const ids = fc.shuffledSubarray(alphabet);
const options = fc.record(
  {
    pinned: fc.shuffledSubarray(alphabet, { maxLength: 3 }),
    speaker: letter,
    visible: fc.integer({ min: 0, max: 10 }),
    self: letter,
  },
  { requiredKeys: [] },
);
const sorted = (list: readonly string[]) => [...list].sort();

describe('orderTiles', () => {
  it('shows everyone who is present, once each', () => {
    fc.assert(
      fc.property(ids, ids, options, (previous, present, choice) => {
        expect(sorted(orderTiles(previous, present, choice))).toEqual(sorted(present));
      }),
    );
  });

  it('moves nothing when nothing has changed, in whatever order the present are told', () => {
    fc.assert(
      fc.property(ids, ids, options, (previous, present, choice) => {
        const once = orderTiles(previous, present, choice);
        expect(orderTiles(once, present, choice)).toEqual(once);
        expect(orderTiles(once, sorted(present), choice)).toEqual(once);
      }),
    );
  });

  it('moves at most one tile for each leaver', () => {
    fc.assert(
      fc.property(ids, ids, (previous, present) => {
        const next = orderTiles(previous, present);
        const moved = next.filter((id, place) => previous.includes(id) && previous[place] !== id);
        const leavers = previous.filter((id) => !present.includes(id));
        expect(moved.length).toBeLessThanOrEqual(leavers.length);
      }),
    );
  });

  it('keeps all places while people only come', () => {
    fc.assert(
      fc.property(ids, ids, (previous, newcomers) => {
        const next = orderTiles(previous, [...new Set([...newcomers, ...previous])]);
        expect(next.slice(0, previous.length)).toEqual(previous);
      }),
    );
  });

  it('puts the pinned first, in their order', () => {
    fc.assert(
      fc.property(ids, ids, options, (previous, present, choice) => {
        const expected = (choice.pinned ?? []).filter((id) => present.includes(id));
        expect(orderTiles(previous, present, choice).slice(0, expected.length)).toEqual(expected);
      }),
    );
  });

  it('changes two places, and no more, for a speaker', () => {
    fc.assert(
      fc.property(ids, ids, options, (previous, present, choice) => {
        const silent = orderTiles(previous, present, { ...choice, speaker: undefined });
        const spoken = orderTiles(previous, present, choice);
        const moved = spoken.filter((id, place) => silent[place] !== id);
        expect([0, 2]).toContain(moved.length);
        if (moved.length === 2) expect(moved).toContain(choice.speaker);
      }),
    );
  });

  it.each<[rule: string, expected: string, actual: string]>([
    ['starts with the order it is told', 'abc', order('', 'abc')],
    ['puts newcomers at the end', 'badc', order('ba', 'abdc')],
    ['gives a leaver’s place to the last tile', 'adc', order('abcd', 'acd')],
    ['moves nobody when the last leaves', 'abc', order('abcd', 'abc')],
    ['gives a leaver’s place to a newcomer of the same moment', 'aecd', order('abcd', 'acde')],
    ['fills two places from the end', 'edc', order('abcde', 'cde')],
    ['pins by changing two places', 'cbad', order('abcd', 'abcd', { pinned: ['c'] })],
    ['leaves the tile where it is when it is unpinned', 'cbad', order('cbad', 'abcd', { pinned: [] })],
    ['pins once', 'bac', order('abc', 'abc', { pinned: ['b', 'b'] })],
    ['brings a speaker into the last place in view', 'abedcf', order('abcdef', 'abcdef', { speaker: 'e', visible: 3 })],
    ['brings the first one out of view into view', 'acbd', order('abcd', 'abcd', { speaker: 'c', visible: 2 })],
    ['leaves a speaker in view where it is', 'abcd', order('abcd', 'abcd', { speaker: 'a', visible: 2 })],
    ['leaves a speaker where it is when all are in view', 'abcd', order('abcd', 'abcd', { speaker: 'd' })],
    [
      'does not take the place of a pinned tile',
      'abcd',
      order('abcd', 'abcd', { speaker: 'd', visible: 1, pinned: ['a'] }),
    ],
    ['does not take the own tile’s place', 'dbac', order('cbad', 'abcd', { speaker: 'd', visible: 2, self: 'b' })],
    ['does not bring the own tile into view', 'abcd', order('abcd', 'abcd', { speaker: 'd', visible: 2, self: 'd' })],
    [
      'leaves a pinned speaker at its pin',
      'abcd',
      order('abcd', 'abcd', { speaker: 'b', visible: 1, pinned: ['a', 'b'] }),
    ],
    ['pays no heed to a speaker who is not there', 'abcd', order('abcd', 'abcd', { speaker: 'z', visible: 2 })],
    ['shows a doubled id once', 'ab', order('aab', 'abb')],
  ])('%s', (_rule, expected, actual) => {
    expect(actual).toBe(expected);
  });

  it('leaves what it is given untouched', () => {
    const previous = Object.freeze(letters('abcd'));
    const present = Object.freeze(letters('abd'));
    expect(() =>
      orderTiles(previous, present, { pinned: Object.freeze(['d']), speaker: 'b', visible: 1 }),
    ).not.toThrow();
  });
});
