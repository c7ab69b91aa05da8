import { describe, expect, it } from 'vitest';
import { readMetadata } from '../../../src/session/page-input.js';

const cycle: Record<string, unknown> = {};
cycle['self'] = cycle;

describe('readMetadata', () => {
  it('takes a small object as it will travel, and nothing as nothing', () => {
    expect(readMetadata({ seat: 4, at: new Date(0), left: undefined })).toEqual({
      seat: 4,
      at: '1970-01-01T00:00:00.000Z',
    });
    expect(readMetadata(undefined)).toEqual({});
    expect(readMetadata(null)).toEqual({});
  });

  it.each([
    ['a text that is no JSON', '{broken', 'is not JSON'],
    ['a cycle', cycle, 'is not JSON'],
    ['a function', () => 1, 'is not JSON'],
    ['a JSON text', '"seat"', 'is not an object'],
    ['an object as a text', '{"seat":4}', 'is not an object'],
    ['a list', [4], 'is not an object'],
    ['a number', 4, 'is not an object'],
    ['what JSON makes a text of', new Date(0), 'is not an object'],
    ['a large object', { text: 'é'.repeat(510) }, 'takes more than 1024 bytes'],
  ])('says what is wrong with %s', (_, value, fault) => {
    expect(() => readMetadata(value)).toThrow(fault);
    expect(() => readMetadata(value)).toThrow(expect.objectContaining({ code: 'bad-value' }));
  });
});
