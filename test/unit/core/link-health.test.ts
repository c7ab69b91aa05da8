import { describe, expect, it } from 'vitest';
import {
  judgeLink,
  type LinkAction,
  type LinkHealth,
  linkLimits,
  type LinkSample,
  restartLink,
  reviveLink,
  startLink,
} from '../../../src/core/link-health.js';

function aSample(overrides: Partial<LinkSample> = {}): LinkSample {
  return {
    nowMs: 0,
    connection: 'connecting',
    bytes: 0,
    gathered: true,
    expectsMedia: true,
    serverOpen: true,
    ...overrides,
  };
}

/** What a row of samples brings, by the time at which it did. */
function run(
  samples: readonly Partial<LinkSample>[],
  health: LinkHealth = startLink(0),
  polite = false,
): [LinkHealth, [number, LinkAction][]] {
  const actions: [number, LinkAction][] = [];
  for (const overrides of samples) {
    const sample = aSample(overrides);
    const [next, todo] = judgeLink(health, sample, polite);
    health = next;
    for (const action of todo) actions.push([sample.nowMs, action]);
    if (todo.includes('anew')) health = restartLink(health, sample.nowMs);
  }
  return [health, actions];
}

/** One sample every half second from `from` to `to`. */
function every(from: number, to: number, overrides: Partial<LinkSample>): Partial<LinkSample>[] {
  return Array.from({ length: Math.floor((to - from) / 500) + 1 }, (_, index) => ({
    nowMs: from + index * 500,
    ...overrides,
  }));
}

const [upHealth] = run([{ nowMs: 0, connection: 'connected', bytes: 100 }]);

describe('a link that starts', () => {
  it('is up as soon as it is connected', () => {
    expect(run([{ nowMs: 300, connection: 'connected' }])[1]).toEqual([[300, 'up']]);
  });

  it('is made anew when no candidate comes, as Chromium hangs after a first offer that was rolled back', () => {
    const [, actions] = run(every(0, 3_000, { gathered: false }));
    expect(actions).toEqual([[linkLimits.gatheringMs, 'anew']]);
  });

  it('is made anew when it does not connect, and given up after the last attempt', () => {
    const [health, actions] = run(every(0, 60_000, {}));
    expect(actions).toEqual([
      [8_000, 'anew'],
      [16_000, 'anew'],
      [24_000, 'anew'],
      [32_000, 'failed'],
    ]);
    expect(health.stage).toBe('given-up');
  });

  it('leaves the first move to the impolite side', () => {
    const [, actions] = run(every(0, 11_000, {}), startLink(0), true);
    expect(actions).toEqual([[10_500, 'anew']]);
  });

  it('waits while the room server cannot pass an offer on', () => {
    expect(run(every(0, 20_000, { serverOpen: false }))[1]).toEqual([]);
  });

  it('is begun again after it was given up', () => {
    const [health] = run(every(0, 40_000, {}));
    expect(reviveLink(health, 50_000)).toMatchObject({ stage: 'starting', attempts: 1, sinceMs: 50_000 });
    expect(reviveLink(upHealth, 50_000)).toBe(upHealth);
  });
});

describe('a link that is up', () => {
  it('is lost after 2 s of silence while media is expected, whatever the connection says of itself', () => {
    const [, actions] = run(every(500, 2_000, { connection: 'connected', bytes: 100 }), upHealth);
    expect(actions).toEqual([
      [2_000, 'lost'],
      [2_000, 'doubt'],
      [2_000, 'restart-ice'],
    ]);
  });

  it('stays up in silence when nothing is expected, and is not lost by the first sample of what comes', () => {
    const quiet = every(500, 30_000, { connection: 'connected', bytes: 100, expectsMedia: false });
    const [health, actions] = run([...quiet, { nowMs: 30_500, connection: 'connected', bytes: 100 }], upHealth);
    expect(actions).toEqual([]);
    expect(health.stage).toBe('up');
  });

  it('is lost without media when the connection says so', () => {
    const [, actions] = run([{ nowMs: 500, connection: 'disconnected', expectsMedia: false }], upHealth);
    expect(actions[0]).toEqual([500, 'lost']);
  });

  it('is lost at once when the connection failed', () => {
    expect(run([{ nowMs: 500, connection: 'failed', bytes: 200 }], upHealth)[1][0]).toEqual([500, 'lost']);
  });
});

describe('a link that is lost', () => {
  const silence = every(500, 2_000, { connection: 'connected', bytes: 100 });

  it('is up when something arrives', () => {
    const [health, actions] = run([...silence, { nowMs: 2_500, connection: 'connected', bytes: 150 }], upHealth);
    expect(actions.at(-1)).toEqual([2_500, 'up']);
    expect(health.stage).toBe('up');
  });

  it('restarts ICE again, then makes connections anew, and never gives up', () => {
    const [health, actions] = run(
      [...silence, ...every(2_500, 120_000, { connection: 'disconnected', bytes: 100 })],
      upHealth,
    );
    const restarts = actions.filter(([, action]) => action === 'restart-ice').map(([at]) => at);
    const anew = actions.filter(([, action]) => action === 'anew').map(([at]) => at);
    expect(restarts).toEqual([2_000, 6_000]);
    // Less and less often, as the peer may be gone.
    expect(anew.slice(0, 6)).toEqual([10_000, 18_000, 30_000, 46_000, 62_000, 78_000]);
    expect(actions.some(([, action]) => action === 'failed')).toBe(false);
    expect(health.stage).toBe('lost');
  });

  it('does nothing while the room server is away, and restarts at once when it is back', () => {
    const away = every(2_500, 30_000, { connection: 'disconnected', bytes: 100, serverOpen: false });
    const [, actions] = run([...silence, ...away, { nowMs: 30_500, connection: 'disconnected', bytes: 100 }], upHealth);
    expect(actions.filter(([at]) => at > 2_000 && at < 30_500)).toEqual([]);
    expect(actions.some(([at]) => at === 30_500)).toBe(true);
  });

  it('stays lost when the other side makes the connection anew, until something arrives', () => {
    const again = restartLink(upHealth, 1_000);
    expect(again.stage).toBe('lost');
    expect(run([{ nowMs: 1_500, connection: 'connected', bytes: 0 }], again)[1]).toEqual([]);
    expect(run([{ nowMs: 1_500, connection: 'connected', bytes: 10 }], again)[1]).toEqual([[1_500, 'up']]);
  });
});
