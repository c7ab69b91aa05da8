import { describe, expect, it } from 'vitest';
import { withPin } from '../../../src/components/p2p-call/pins.js';

describe('withPin', () => {
  it.each<[string, readonly string[], boolean | undefined, readonly string[]]>([
    ['adds at the end', ['a'], true, ['a', 'b']],
    ['takes away', ['a', 'b', 'c'], false, ['a', 'c']],
    ['toggles on', ['a'], undefined, ['a', 'b']],
    ['toggles off', ['b'], undefined, []],
  ])('%s', (_, pins, on, expected) => expect(withPin(pins, 'b', on)).toEqual(expected));

  it('gives the same list back where it is so already', () => {
    const pins = ['a', 'b'];
    expect(withPin(pins, 'b', true)).toBe(pins);
    expect(withPin(pins, 'c', false)).toBe(pins);
  });
});
