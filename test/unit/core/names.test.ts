import { describe, expect, it } from 'vitest';
import { nameSome } from '../../../src/core/names.js';

describe('nameSome', () => {
  it.each([
    ['nobody', '', [], 0],
    ['three', 'abc', ['a', 'b', 'c'], 0],
    ['a fourth rather than one other', 'abcd', ['a', 'b', 'c', 'd'], 0],
    ['three of five, and counts two', 'abcde', ['a', 'b', 'c'], 2],
  ])('names %s', (_, names, named, more) => expect(nameSome([...names])).toEqual({ named, more }));
});
