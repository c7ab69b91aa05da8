import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffLinks } from '../../../src/core/topology.js';

const ids = fc.array(fc.constantFrom(...'abcdefgh'));

describe('diffLinks', () => {
  it('leads from the links there are to the links there should be', () => {
    fc.assert(
      fc.property(ids, ids, (have, want) => {
        const links = new Set(have);
        const { open, close } = diffLinks(have, want);
        for (const id of close) expect(links.delete(id)).toBe(true);
        for (const id of open) {
          expect(links.has(id)).toBe(false);
          links.add(id);
        }
        expect(links).toEqual(new Set(want));
      }),
    );
  });

  it('touches no link that is to stay', () => {
    fc.assert(
      fc.property(ids, ids, (have, want) => {
        const { open, close } = diffLinks(have, want);
        for (const id of have.filter((kept) => want.includes(kept))) {
          expect(open).not.toContain(id);
          expect(close).not.toContain(id);
        }
      }),
    );
  });

  it('names each id once, in the order given', () => {
    expect(diffLinks('xyyx', 'cabac')).toEqual({ open: ['c', 'a', 'b'], close: ['x', 'y'] });
  });

  it('takes the keys of a map, as links are kept', () => {
    const links = new Map([['a', 1]]);
    expect(diffLinks(links.keys(), new Set(['a', 'b']))).toEqual({ open: ['b'], close: [] });
  });
});
