import { describe, expect, it } from 'vitest';
import type { CallState } from '../../../../src/core/state/call-state.js';
import type { Fact } from '../../../../src/core/fact.js';
import { reduce } from '../../../../src/core/state/reduce.js';
import { Levels } from '../../../../src/session/features/levels.js';
import { FakeClock } from '../../../fakes/fake-clock.js';
import { FakeMedia, FakeTrack } from '../../../fakes/fake-media.js';
import { after, inCall } from '../../core/support.js';

function start(microphone: 'on' | 'off') {
  const clock = new FakeClock();
  const media = new FakeMedia();
  let track: FakeTrack | undefined = new FakeTrack('audio');
  let state: CallState = after(
    [{ type: 'source-changed', source: 'microphone', state: microphone, by: 'user' }],
    inCall(),
  );
  const facts: Fact[] = [];
  const ending = new AbortController();
  const levels = new Levels({
    clock,
    media,
    signal: ending.signal,
    state: () => state,
    microphone: () => track?.asTrack,
    levelOf: () => 0,
    report: (fact) => {
      facts.push(fact);
      state = reduce(state, fact);
    },
  });
  return {
    clock,
    media,
    levels,
    ending,
    facts,
    now: () => state,
    hear: (level: number, forMs: number) => {
      if (track) track.level = level;
      clock.pass(forMs);
    },
    replace: (next: FakeTrack | undefined) => (track = next),
  };
}

describe('Levels', () => {
  it('says once that the self speaks, and once that it does not', () => {
    const { hear, facts, levels, now } = start('on');
    hear(0.3, 2_000);
    expect(levels.levelOf(undefined)).toBe(0.3);
    expect(now().self.speaking).toBe(true);
    hear(0.001, 3_000);
    expect(now().self.speaking).toBe(false);
    expect(facts.length).toBe(2);
  });

  it('says that the muted self talks, and never that it is heard', () => {
    const { hear, levels, now } = start('off');
    hear(0.3, 2_000);
    expect(now()).toMatchObject({ self: { talkingWhileMuted: true, speaking: false } });
    expect(levels.levelOf(undefined)).toBe(0);
  });

  it('says that a microphone gives nothing', () => {
    const { hear, now } = start('on');
    hear(0, 10_000);
    expect(now().self.microphoneDead).toBe(true);
    hear(0.001, 200);
    expect(now().self.microphoneDead).toBe(false);
  });

  it('measures the microphone of the moment, and nothing after the end', () => {
    const { clock, media, ending, replace, hear } = start('on');
    hear(0.1, 200);
    const next = new FakeTrack('audio');
    replace(next);
    hear(0.1, 200);
    expect([...media.meters]).toEqual([next]);
    ending.abort();
    expect(media.meters.size).toBe(0);
    expect(clock.waiting).toBe(0);
  });
});
