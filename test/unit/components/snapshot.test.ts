import { describe, expect, it } from 'vitest';
import { snapshotName } from '../../../src/components/p2p-tile-menu/snapshot.js';

describe('snapshotName', () => {
  const at = new Date('2026-03-04T05:06:07.890Z');

  it.each([
    ['Ada Lovelace', 'Ada-Lovelace-2026-03-04-05-06-07.png'],
    ['../../etc/passwd', 'etc-passwd-2026-03-04-05-06-07.png'],
    ['李 小龙', '李-小龙-2026-03-04-05-06-07.png'],
    ['\u202e<b>', 'b-2026-03-04-05-06-07.png'],
    ['', 'snapshot-2026-03-04-05-06-07.png'],
  ])('makes a file name of %j', (name, expected) => expect(snapshotName(name, at)).toBe(expected));

  it('is short whatever the name', () => {
    expect(snapshotName('x'.repeat(10_000), at).length).toBeLessThan(70);
  });
});
