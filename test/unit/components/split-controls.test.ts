import { describe, expect, it } from 'vitest';
import { splitControls } from '../../../src/components/p2p-controls/split-controls.js';

const split = (names: string, available: number) => {
  const { shown, hidden } = splitControls(names.split(' '), available, 10, (name) => (name === 'leave' ? 70 : 50), 50);
  return [shown.join(' '), hidden.join(' ')];
};

describe('splitControls', () => {
  it('shows everything that fits, to the last pixel', () => {
    expect(split('mic hand leave', 190)).toEqual(['mic hand leave', '']);
    expect(split('mic hand leave', 189)).toEqual(['mic leave', 'hand']);
  });

  it('hides from the end, keeps the order, and leaves room for the menu', () => {
    const names = 'mic camera screen hand chat leave';
    expect(split(names, 370)).toEqual([names, '']);
    expect(split(names, 369)).toEqual(['mic camera screen leave', 'hand chat']);
    expect(split(names, 309)).toEqual(['mic camera leave', 'screen hand chat']);
  });

  it('hides neither microphone, camera nor the way out, however little room there is', () => {
    expect(split('leave chat camera mic', 1)).toEqual(['leave camera mic', 'chat']);
    expect(split('mic leave', 1)).toEqual(['mic leave', '']);
  });
});
