import { describe, expect, it } from 'vitest';
import { isActive, isInCall, isJoining, isOver, type Phase, shownPhase } from '../../../../src/core/state/phase.js';

const phases: readonly Phase[] = ['idle', 'prejoin', 'joining', 'waiting', 'joined', 'reconnecting', 'left', 'failed'];

describe('the phases', () => {
  it.each([
    ['isJoining', isJoining, ['joining']],
    ['isInCall', isInCall, ['joined', 'reconnecting']],
    ['isActive', isActive, ['joining', 'joined', 'reconnecting']],
    ['isOver', isOver, ['left', 'failed']],
  ])('of which %s names some', (_, holds, expected) => {
    expect(phases.filter(holds)).toEqual(expected);
  });

  it('show as they are, but for a join that takes no time', () => {
    expect(phases.map((phase) => shownPhase({ phase, slowToJoin: true }))).toEqual(phases);
    const quick = phases.filter((phase) => shownPhase({ phase, slowToJoin: false }) !== phase);
    expect(quick).toEqual(['joining']);
  });
});
