import { describe, expect, it } from 'vitest';
import { unwatched, watchMicrophone } from '../../../src/core/microphone-watch.js';

type Span = readonly [ms: number, level: number | undefined, on: boolean];

function after(...spans: readonly Span[]): { dead: boolean; talkingWhileMuted: boolean } {
  let nowMs = 10_000;
  let watch = unwatched;
  for (const [ms, level, on] of spans) {
    for (let passedMs = 0; passedMs < ms; passedMs += 100) {
      nowMs += 100;
      watch = watchMicrophone(watch, level, on, nowMs);
    }
  }
  return watch;
}

describe('watchMicrophone', () => {
  const silence: Record<string, [readonly Span[], boolean]> = {
    'says nothing of a microphone that has just started': [[[5_000, 0, true]], false],
    'notices that nothing comes out': [[[7_000, 0, true]], true],
    'takes a quiet room for no fault': [[[20_000, 0.0002, true]], false],
    'is content with the first sound': [
      [
        [7_000, 0, true],
        [100, 0.001, true],
      ],
      false,
    ],
    'says nothing where it is not measured': [
      [
        [7_000, 0, true],
        [100, undefined, true],
      ],
      false,
    ],
    'says nothing of a muted one': [
      [
        [7_000, 0, true],
        [100, 0, false],
      ],
      false,
    ],
  };
  for (const [rule, [spans, dead]] of Object.entries(silence)) {
    it(rule, () => expect(after(...spans).dead).toBe(dead));
  }

  const talk: Record<string, [readonly Span[], boolean]> = {
    'takes a cough for no talk': [
      [
        [300, 0.3, false],
        [2_000, 0, false],
        [300, 0.3, false],
      ],
      false,
    ],
    'notices words': [[[600, 0.1, false]], true],
    'notices words with pauses': [
      [
        [300, 0.1, false],
        [400, 0, false],
        [400, 0.1, false],
      ],
      true,
    ],
    'says so for a moment after the last word': [
      [
        [600, 0.1, false],
        [3_000, 0, false],
      ],
      true,
    ],
    'stops saying so': [
      [
        [600, 0.1, false],
        [5_000, 0, false],
      ],
      false,
    ],
    'says nothing once the microphone is on': [
      [
        [600, 0.1, false],
        [100, 0.1, true],
      ],
      false,
    ],
  };
  for (const [rule, [spans, talking]] of Object.entries(talk)) {
    it(rule, () => expect(after(...spans).talkingWhileMuted).toBe(talking));
  }
});
