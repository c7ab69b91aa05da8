import { describe, expect, it } from 'vitest';
import { hueOf, initialsOf } from '../../../src/components/shared/initials.js';

describe('initialsOf', () => {
  const names: [string, string][] = [
    ['Ada Lovelace', 'AL'],
    ['ada', 'A'],
    ['  Grace   Brewster Murray Hopper ', 'GH'],
    ['jürgen müller-lüdenscheidt', 'JL'],
    ['ärgerlich', 'Ä'],
    ['李小龍', '李'],
    ['👩🏽‍🚀 Mae', '👩🏽‍🚀M'],
    ['(Ji)', 'J'],
    ['ada@example.com', 'AC'],
    ['…', ''],
    ['', ''],
  ];
  for (const [name, initials] of names) {
    it(`of "${name}" are "${initials}"`, () => expect(initialsOf(name)).toBe(initials));
  }
});

describe('hueOf', () => {
  it('is the same for the same name, and a hue', () => {
    for (const name of ['Ada', '', '👩🏽‍🚀', 'x'.repeat(64)]) {
      expect(hueOf(name)).toBe(hueOf(name));
      expect(hueOf(name)).toBeGreaterThanOrEqual(0);
      expect(hueOf(name)).toBeLessThan(360);
    }
  });

  it('spreads names', () => {
    const hues = new Set(Array.from({ length: 100 }, (_, index) => hueOf(`Person ${index}`)));
    expect(hues.size).toBe(12);
  });
});
