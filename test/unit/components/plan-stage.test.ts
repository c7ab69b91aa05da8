import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planStage, type StageInput } from '../../../src/components/p2p-grid/plan-stage.js';

const desktop = { width: 1260, height: 690 };
const phone = { width: 370, height: 640 };
const names = (count: number): string[] => Array.from({ length: count }, (_, index) => `p${index}`);

function plan(changes: Partial<StageInput> = {}): ReturnType<typeof planStage> {
  return planStage({
    box: desktop,
    layout: 'auto',
    gap: 10,
    ratio: undefined,
    self: 'self',
    ownScreen: undefined,
    others: [],
    pins: [],
    speaker: undefined,
    page: 0,
    corner: { block: 'end', inline: 'end' },
    previous: [],
    ...changes,
  });
}

const area = (stage: ReturnType<typeof planStage>, key: string): number => {
  const rect = stage.places.get(key);
  return rect ? rect.width * rect.height : 0;
};

const largest = (stage: ReturnType<typeof planStage>): string | undefined =>
  [...stage.places.keys()].sort((a, b) => area(stage, b) - area(stage, a))[0];

const length = fc.double({ min: 0, max: 3000, noNaN: true });
const anyInput = fc
  .record({
    box: fc.record({ width: length, height: length }),
    layout: fc.constantFrom<StageInput['layout']>('auto', 'grid', 'spotlight'),
    ratio: fc.option(fc.double({ min: 0.3, max: 3, noNaN: true }), { nil: undefined }),
    self: fc.option(fc.constant('self'), { nil: undefined }),
    ownScreen: fc.option(fc.constant('self/screen'), { nil: undefined }),
    others: fc.subarray([...names(14), 'p0/screen', 'p3/screen']),
    pins: fc.subarray(['self', 'p1', 'p0/screen', 'gone', 'p5']),
    speaker: fc.option(fc.constantFrom('self', 'p2', 'p9', 'gone'), { nil: undefined }),
    page: fc.integer({ min: 0, max: 5 }),
    corner: fc.record({
      block: fc.constantFrom<'start' | 'end'>('start', 'end'),
      inline: fc.constantFrom<'start' | 'end'>('start', 'end'),
    }),
    previous: fc.subarray(names(14)),
  })
  .map((input): StageInput => ({ gap: 10, ...input }));

describe('planStage', () => {
  it('places tiles inside the box and apart, whatever it is asked', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { places, floating } = planStage(input);
        for (const { x, y, width, height } of places.values()) {
          expect(Math.min(x, y, width, height)).toBeGreaterThanOrEqual(-0.001);
          expect(x + width).toBeLessThanOrEqual(input.box.width + 0.001);
          expect(y + height).toBeLessThanOrEqual(input.box.height + 0.001);
        }
        const lying = [...places].filter(([key]) => key !== floating).map(([, rect]) => rect);
        for (const [index, a] of lying.entries()) {
          for (const b of lying.slice(index + 1)) {
            const across = Math.max(b.x - a.x - a.width, a.x - b.x - b.width);
            const down = Math.max(b.y - a.y - a.height, a.y - b.y - b.height);
            expect(Math.max(across, down)).toBeGreaterThanOrEqual(-0.001);
          }
        }
      }),
    );
  });

  it('shows everyone on one page or another, and no page is empty', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { pages } = planStage(input);
        const seen = new Set<string>();
        for (let page = 0; page < pages; page += 1) {
          const stage = planStage({ ...input, page });
          expect(stage.page).toBe(page);
          const own = [...stage.places.keys()].filter((key) => !stage.featured.includes(key));
          if (pages > 1) expect(own.length).toBeGreaterThan(0);
          for (const key of stage.places.keys()) seen.add(key);
        }
        const wanted = [...input.others, input.self, input.ownScreen].filter((key) => key !== undefined);
        expect([...seen].sort()).toEqual([...wanted].sort());
      }),
    );
  });

  it('moves nothing when nothing has changed', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const once = planStage(input);
        const twice = planStage({ ...input, previous: once.order });
        expect(twice.order).toEqual(once.order);
        expect([...twice.places]).toEqual([...once.places]);
      }),
    );
  });

  it('has the pager inside the box, below everything that it turns', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { pager, places, pages, featured } = planStage(input);
        expect(pager !== undefined).toBe(pages > 1);
        if (!pager) return;
        expect(pager.y + pager.height).toBeLessThanOrEqual(input.box.height + 0.001);
        for (const [key, rect] of places) {
          if (!featured.includes(key)) expect(rect.y + rect.height).toBeLessThanOrEqual(pager.y + 0.001);
        }
      }),
    );
  });
});

describe('planStage of two', () => {
  it('lets the other fill the box, with the self in its corner', () => {
    for (const box of [desktop, phone]) {
      const stage = plan({ box, others: ['bo'] });
      expect(stage.floating).toBe('self');
      expect(stage.places.get('bo')).toEqual({ x: 0, y: 0, ...box });
      const self = stage.places.get('self')!;
      expect(self.width * self.height).toBeLessThan((box.width * box.height) / 8);
      expect(self.x).toBeGreaterThan(box.width / 2);
      expect(self.y).toBeGreaterThan(box.height / 2);
    }
  });

  it.each([
    ['start', 'start', true, true],
    ['start', 'end', true, false],
    ['end', 'start', false, true],
    ['end', 'end', false, false],
  ] as const)('rests in the corner it is told: %s %s', (block, inline, isAbove, isLeft) => {
    const { x, y } = plan({ others: ['bo'], corner: { block, inline } }).places.get('self')!;
    expect([y < desktop.height / 2, x < desktop.width / 2]).toEqual([isAbove, isLeft]);
  });

  it('keeps it that way while the other is pinned, and the other way round with the self', () => {
    expect(plan({ others: ['bo'], pins: ['bo'] }).floating).toBe('self');
    const stage = plan({ others: ['bo'], pins: ['self'] });
    expect(stage.floating).toBe(undefined);
    expect(largest(stage)).toBe('self');
  });

  it('makes both equal where the page asks for a grid', () => {
    const stage = plan({ others: ['bo'], layout: 'grid' });
    expect(stage.floating).toBe(undefined);
    expect(area(stage, 'self')).toBeCloseTo(area(stage, 'bo'));
  });

  it('gives the whole box to the other where the self is hidden', () => {
    const stage = plan({ others: ['bo'], self: undefined });
    expect([...stage.places]).toEqual([['bo', { x: 0, y: 0, ...desktop }]]);
  });

  it('keeps the other large while the self shares a screen', () => {
    const stage = plan({ others: ['bo'], ownScreen: 'self/screen' });
    expect(largest(stage)).toBe('bo');
    expect(stage.places.size).toBe(3);
  });
});

describe('planStage of several', () => {
  it('makes all equal, and does not cut camera pictures to upright in a wide box', () => {
    for (const count of [2, 3, 6, 7]) {
      const { places, floating, featured } = plan({ others: names(count) });
      expect([floating, featured]).toEqual([undefined, []]);
      const rects = [...places.values()];
      expect(new Set(rects.map(({ width, height }) => `${width} ${height}`)).size).toBe(1);
      expect(rects[0]!.width / rects[0]!.height).toBeGreaterThan(1.3);
    }
  });

  it('fits a dozen on a phone and on a desktop without pages', () => {
    for (const box of [phone, desktop]) expect(plan({ box, others: names(11) }).pages).toBe(1);
  });

  it('turns pages where faces would be too small, as many on each', () => {
    const stage = plan({ box: phone, others: names(29) });
    expect(stage.pages).toBeGreaterThan(1);
    for (const { width } of stage.places.values()) expect(width).toBeGreaterThanOrEqual(92);
    const last = plan({ box: phone, others: names(29), page: stage.pages - 1 });
    expect(last.places.size).toBeGreaterThan(stage.places.size / 2);
    const [first] = [...stage.places.values()];
    expect([...last.places.values()][0]).toEqual(first);
  });

  it('shows the last page where one is asked for that there is not', () => {
    const { pages } = plan({ box: phone, others: names(29) });
    expect(plan({ box: phone, others: names(29), page: 99 }).page).toBe(pages - 1);
  });

  it('brings who speaks onto the first page', () => {
    const quiet = plan({ box: phone, others: names(29) });
    expect(quiet.places.has('p28')).toBe(false);
    const stage = plan({ box: phone, others: names(29), speaker: 'p28', previous: quiet.order });
    expect(stage.places.has('p28')).toBe(true);
    expect(stage.places.has('self')).toBe(true);
  });

  it('keeps the ratio that the page asks for', () => {
    for (const layout of ['auto', 'grid'] as const) {
      for (const count of [0, 1, 4]) {
        for (const { width, height } of plan({ layout, ratio: 1, others: names(count) }).places.values()) {
          expect(width / height).toBeCloseTo(1);
        }
      }
    }
  });
});

describe('planStage with someone large', () => {
  it('makes the pinned large and equal, the others small beside them', () => {
    const stage = plan({ others: names(5), pins: ['p3', 'p1'] });
    expect(stage.featured).toEqual(['p3', 'p1']);
    expect(area(stage, 'p3')).toBeCloseTo(area(stage, 'p1'));
    expect(area(stage, 'p3')).toBeGreaterThan(3 * area(stage, 'p0'));
    expect(area(stage, 'p0')).toBeCloseTo(area(stage, 'self'));
  });

  it('makes the screens of others large, and not the own one', () => {
    const stage = plan({ others: [...names(3), 'p1/screen'], ownScreen: 'self/screen' });
    expect(stage.featured).toEqual(['p1/screen']);
    expect(plan({ others: names(3), ownScreen: 'self/screen' }).featured).toEqual([]);
  });

  it('lets a screen in a high box have no more of it than it needs, and the others the rest', () => {
    const stage = plan({ box: phone, others: [...names(5), 'p1/screen'] });
    const screen = stage.places.get('p1/screen')!;
    expect(screen.width / screen.height).toBeCloseTo(4 / 3);
    expect(stage.places.get('self')!.y).toBeGreaterThan(screen.height);
    expect(area(stage, 'p3')).toBeGreaterThan(area(plan({ box: phone, others: names(5), pins: ['p1'] }), 'p3'));
  });

  it('prefers what is pinned to a screen', () => {
    expect(plan({ others: [...names(3), 'p1/screen'], pins: ['p2'] }).featured).toEqual(['p2']);
  });

  it('leaves all equal in a grid, but for what is pinned', () => {
    expect(plan({ layout: 'grid', others: [...names(3), 'p1/screen'] }).featured).toEqual([]);
    expect(plan({ layout: 'grid', others: names(3), pins: ['p2'] }).featured).toEqual(['p2']);
  });

  it('has the speaker in the spotlight, and keeps who spoke last there', () => {
    const first = plan({ layout: 'spotlight', others: names(4) });
    expect(first.featured).toEqual(['p0']);
    const speaking = plan({ layout: 'spotlight', others: names(4), speaker: 'p2', previous: first.order });
    expect(speaking.featured).toEqual(['p2']);
    const quiet = plan({ layout: 'spotlight', others: names(4), previous: speaking.order });
    expect(quiet.featured).toEqual(['p2']);
    const own = plan({ layout: 'spotlight', others: names(4), speaker: 'self', previous: speaking.order });
    expect(own.featured).toEqual(['p2']);
  });

  it('brings a speaker from a later page of the strip to the first, beside the self', () => {
    const input = { box: phone, others: names(12), pins: ['p0'] };
    const quiet = plan(input);
    expect(quiet.pages).toBeGreaterThan(1);
    expect(quiet.places.has('p11')).toBe(false);
    const stage = plan({ ...input, speaker: 'p11', previous: quiet.order });
    expect(['self', 'p11', 'p0'].every((key) => stage.places.has(key))).toBe(true);
  });

  it('pays no heed to pins of those who are gone', () => {
    expect(plan({ others: names(3), pins: ['gone', 'p0/screen'] }).featured).toEqual([]);
  });
});
