import { describe, expect, it } from 'vitest';
import { FileEvent, lazy } from '../../../src/components/shared/lazy.js';

/** Asks, and writes down what is told. */
class Asker extends EventTarget {
  readonly told: string[] = [];

  constructor() {
    super();
    this.addEventListener(FileEvent.type, (event) => {
      const { subject, error } = event as FileEvent;
      this.told.push(`${subject} ${error ? error.code : 'arrived'}`);
    });
  }
}

/** A file that fails as often as is said, and counts how often it is loaded. */
function file(failures: number) {
  let count = 0;
  const load = async (): Promise<string> => {
    count += 1;
    if (count <= failures) throw new Error('offline');
    return 'content';
  };
  return { ask: lazy('chat', load), loaded: () => count };
}

describe('lazy', () => {
  it('loads nothing that nobody asks for', () => {
    expect(file(0).loaded()).toBe(0);
  });

  it('loads once for all who ask, and tells nothing where all is well', async () => {
    const { ask, loaded } = file(0);
    const asker = new Asker();
    expect(await Promise.all([ask(asker), ask(asker)])).toEqual(['content', 'content']);
    expect(await ask(asker)).toBe('content');
    expect(loaded()).toBe(1);
    expect(asker.told).toEqual([]);
  });

  it('tells once that a file does not come, to whoever asked first', async () => {
    const { ask } = file(1);
    const [first, second] = [new Asker(), new Asker()];
    expect(await Promise.all([ask(first), ask(second)])).toEqual([undefined, undefined]);
    expect([...first.told, ...second.told]).toEqual(['chat file-missing']);
  });

  it('tries again with the next who asks, and tells that it came after all', async () => {
    const { ask, loaded } = file(2);
    const asker = new Asker();
    for (const expected of [undefined, undefined, 'content', 'content']) expect(await ask(asker)).toBe(expected);
    expect(loaded()).toBe(3);
    expect(asker.told).toEqual(['chat file-missing', 'chat file-missing', 'chat arrived']);
  });

  it('tells everyone who learned of the failure that it came after all, whoever got it', async () => {
    const [menu, panel] = [
      lazy('check', () => Promise.reject(new Error('offline'))),
      lazy('check', async () => 'content'),
    ];
    const [first, second, third] = [new Asker(), new Asker(), new Asker()];
    await menu(first);
    await menu(second);
    await panel(third);
    expect([first, second].map(({ told }) => told)).toEqual([
      ['check file-missing', 'check arrived'],
      ['check file-missing', 'check arrived'],
    ]);
    expect(third.told).toEqual([]);
  });
});
