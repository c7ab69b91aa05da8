import { describe, expect, it } from 'vitest';
import { judgeSpeaking, nobodySpeaks, type Speaking } from '../../../src/core/active-speaker.js';

const stepMs = 100;

/** Levels that last for a while: `[how long, level of a, level of b, …]`. */
type Span = readonly [ms: number, ...levels: number[]];

function after(...spans: readonly Span[]): Speaking {
  let nowMs = 10_000;
  let speaking = nobodySpeaks;
  for (const [ms, ...levels] of spans) {
    for (let passedMs = 0; passedMs < ms; passedMs += stepMs) {
      nowMs += stepMs;
      const named = new Map(levels.map((level, index) => ['abc'.charAt(index), level]));
      speaking = judgeSpeaking(speaking, named, nowMs, 'c');
    }
  }
  return speaking;
}

describe('judgeSpeaking', () => {
  const rules: Record<string, [readonly Span[], ids: string, speaker: string | undefined]> = {
    'hears nobody in silence': [[[2_000, 0, 0.01]], '', undefined],
    'hears who is loud': [[[1_000, 0.1, 0.01]], 'a', 'a'],
    'bridges the pauses between words': [
      [
        [1_000, 0.1, 0],
        [600, 0, 0],
      ],
      'a',
      'a',
    ],
    'notices the end, and keeps the last speaker': [
      [
        [1_000, 0.1, 0],
        [800, 0, 0],
      ],
      '',
      'a',
    ],
    'gives a cough no floor': [
      [
        [1_000, 0.1, 0],
        [1_000, 0, 0],
        [200, 0, 0.5],
        [900, 0, 0],
      ],
      '',
      'a',
    ],
    'passes the floor on to who speaks next': [
      [
        [1_000, 0.1, 0],
        [1_000, 0, 0],
        [500, 0, 0.1],
      ],
      'b',
      'b',
    ],
    'leaves the floor to whom has it while two talk': [
      [
        [1_000, 0.1, 0],
        [5_000, 0.1, 0.15],
      ],
      'ab',
      'a',
    ],
    'passes the floor to who drowns the other out': [
      [
        [1_000, 0.1, 0],
        [5_000, 0.05, 0.4],
      ],
      'ab',
      'b',
    ],
    'hears the own voice, and never gives it the floor': [[[2_000, 0, 0, 0.5]], 'c', undefined],
    'forgets who has gone': [
      [
        [1_000, 0, 0.1],
        [100, 0],
      ],
      '',
      undefined,
    ],
  };
  for (const [rule, [spans, ids, speakerId]] of Object.entries(rules)) {
    it(rule, () => {
      const speaking = after(...spans);
      expect(speaking.ids.join('')).toBe(ids);
      expect(speaking.speakerId).toBe(speakerId);
    });
  }
});
