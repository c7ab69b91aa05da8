import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { kinds, list, text, unread, whole } from '../../../src/protocol/shapes.js';

const passes = (schema: v.GenericSchema, value: unknown): boolean => v.safeParse(schema, value).success;

describe('text', () => {
  it.each([
    ['', true],
    ['abc', true],
    ['abcd', false],
    ['A', false],
    [1, false],
    [['a'], false],
  ])('of %j is %s', (value, expected) => expect(passes(text(3, /^[a-z]*$/u), value)).toBe(expected));
});

describe('whole', () => {
  it.each([
    [0, false],
    [1, true],
    [3, true],
    [4, false],
    [1.5, false],
    ['2', false],
    [null, false],
  ])('from 1 to 3 of %j is %s', (value, expected) => expect(passes(whole(1, 3), value)).toBe(expected));
});

describe('list', () => {
  it.each([
    [[], false],
    [['a'], true],
    [['a', 'b'], true],
    [['a', 'b', 'c'], false],
    [['a', 1], false],
    [{ length: 1 }, false],
    ['a', false],
  ])('of one or two texts, %j, is %s', (value, expected) => expect(passes(list(text(9), 2, 1), value)).toBe(expected));
});

describe('unread', () => {
  it.each([
    [{}, true],
    [{ a: { b: 1 } }, true],
    [[], false],
    [null, false],
    ['{}', false],
  ])('of %j is %s', (value, expected) => expect(passes(unread, value)).toBe(expected));
});

describe('kinds', () => {
  const shape = kinds('type', { move: { x: whole(0, 9) }, stop: {} });

  it.each([
    [{ type: 'stop' }, true],
    [{ type: 'move', x: 1 }, true],
    [{ type: 'move' }, false],
    [{ type: 'fly' }, false],
    [{ type: 'toString' }, false],
    [{ type: ['stop'] }, false],
    [{}, false],
    [[], false],
    [null, false],
    ['stop', false],
  ])('of %j is %s', (value, expected) => expect(passes(shape, value)).toBe(expected));

  it('keeps the kind and what belongs to it, and nothing else', () => {
    expect(v.parse(shape, { type: 'move', x: 1, y: 2 })).toEqual({ type: 'move', x: 1 });
  });
});
