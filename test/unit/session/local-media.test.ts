import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Source, SourceState } from '../../../src/core/call-state.js';
import type { Fact } from '../../../src/core/fact.js';
import { LocalMedia } from '../../../src/session/local-media.js';
import { FakeMedia, FakeStream } from '../../fakes/fake-media.js';

function start() {
  const media = new FakeMedia();
  const facts: Fact[] = [];
  const sent: [Source, MediaStreamTrack | undefined][] = [];
  const local = new LocalMedia(media, {
    report: (fact) => facts.push(fact),
    track: (source, track) => sent.push([source, track]),
  });
  return { media, facts, sent, local };
}

/** The last word on a source. */
function stateOf(facts: readonly Fact[], source: Source): SourceState | undefined {
  return facts.flatMap((fact) => (fact.type === 'source-changed' && fact.source === source ? [fact.state] : [])).at(-1);
}

/** What went wrong and was mended, as `code subject`, the mended with a minus. */
function troubles(facts: readonly Fact[]): string[] {
  return facts.flatMap((fact) => {
    if (fact.type === 'went-wrong') return [`${fact.error.code} ${fact.error.subject ?? ''}`.trim()];
    return fact.type === 'mended' ? [`-${fact.code} ${fact.subject ?? ''}`.trim()] : [];
  });
}

const settled = (): Promise<void> => new Promise((done) => setImmediate(done));
const both = { microphone: true, camera: true };

beforeEach(() => void vi.stubGlobal('MediaStream', FakeStream));
afterEach(() => void vi.unstubAllGlobals());

describe('LocalMedia that is switched on', () => {
  it('asks once for both sources, and tells of each when it runs', async () => {
    const { media, facts, sent, local } = start();
    await local.set(both, 'user');
    expect(media.asked).toEqual([['microphone', 'camera']]);
    expect(stateOf(facts, 'microphone')).toBe('on');
    expect(stateOf(facts, 'camera')).toBe('on');
    expect(sent.map(([source]) => source)).toEqual(['microphone', 'camera']);
    expect(local.streamOf('camera')?.getTracks()).toEqual([media.tracks[1]]);
  });

  it('asks for nothing that runs already', async () => {
    const { media, local } = start();
    await local.set(both, 'user');
    await local.set({ microphone: true }, 'user');
    expect(media.asked.length).toBe(1);
  });
});

describe('LocalMedia that is switched off', () => {
  it('stops the track, so that the light of the device goes out, and sends nothing', async () => {
    const { media, facts, sent, local } = start();
    await local.set(both, 'user');
    await local.set({ camera: false }, 'user');
    expect(media.live).toEqual([media.tracks[0]]);
    expect(sent.at(-1)).toEqual(['camera', undefined]);
    expect(stateOf(facts, 'camera')).toBe('off');
    expect(local.streamOf('camera')).toBeUndefined();
  });

  it('puts a new track into the same stream when it is on again', async () => {
    const { media, sent, local } = start();
    await local.set({ camera: true }, 'user');
    const stream = local.streamOf('camera');
    await local.set({ camera: false }, 'user');
    await local.set({ camera: true }, 'user');
    expect(media.tracks.length).toBe(2);
    expect(sent.at(-1)).toEqual(['camera', media.tracks[1]]);
    expect(local.streamOf('camera')).toBe(stream);
    expect(stream?.getTracks()).toEqual([media.tracks[1]]);
  });

  it('is off at once while the browser still asks, and keeps nothing of the answer', async () => {
    const { media, facts, sent, local } = start();
    media.hold();
    const asking = local.set({ camera: true }, 'user');
    await settled();
    await local.set({ camera: false }, 'user');
    expect(stateOf(facts, 'camera')).toBe('off');
    media.answer();
    await asking;
    expect(media.live).toEqual([]);
    expect(sent).toEqual([]);
    expect(stateOf(facts, 'camera')).toBe('off');
  });

  it('ends as the last of many quick wishes says', async () => {
    const { media, facts, local } = start();
    const wishes = [true, false, true, false, true].map((camera) => local.set({ camera }, 'user'));
    await Promise.all(wishes);
    expect(stateOf(facts, 'camera')).toBe('on');
    expect(media.live.length).toBe(1);
  });
});

describe('LocalMedia that is refused', () => {
  it.each([
    ['NotAllowedError', 'microphone', 'mic-denied', 'blocked'],
    ['NotAllowedError', 'camera', 'camera-denied', 'blocked'],
    ['SecurityError', 'camera', 'camera-denied', 'blocked'],
    ['NotReadableError', 'microphone', 'device-busy', 'blocked'],
    ['AbortError', 'camera', 'device-busy', 'blocked'],
    ['NotFoundError', 'microphone', 'device-missing', 'missing'],
    ['OverconstrainedError', 'camera', 'device-missing', 'missing'],
  ] as const)('says to %s for the %s: %s, %s', async (name, source, code, state) => {
    const { media, facts, local } = start();
    media.refusals.set(source, name);
    await local.set({ [source]: true }, 'user');
    expect(stateOf(facts, source)).toBe(state);
    expect(troubles(facts)).toEqual([`${code} ${source}`]);
    expect(local.problem(source)?.code).toBe(code);
  });

  it('says policy-blocked where the page around it forbids the source', async () => {
    const { media, facts, local } = start();
    media.refusals.set('camera', 'NotAllowedError');
    media.policy.add('camera');
    await local.set({ camera: true }, 'user');
    expect(troubles(facts)).toEqual(['policy-blocked camera']);
  });

  it('asks nobody on a page that cannot capture, and says so once for both', async () => {
    const { media, facts, local } = start();
    media.obstacleNow = 'insecure-context';
    await local.set(both, 'user');
    expect(media.asked).toEqual([]);
    expect(troubles(facts)).toEqual(['insecure-context']);
    expect(stateOf(facts, 'microphone')).toBe('blocked');
    expect(local.problem('camera')?.code).toBe('insecure-context');
  });

  it('goes on with the source that works when the other is missing', async () => {
    const { media, facts, local } = start();
    media.refusals.set('camera', 'NotFoundError');
    await local.set(both, 'user');
    expect(media.asked).toEqual([['microphone', 'camera'], ['microphone'], ['camera']]);
    expect(stateOf(facts, 'microphone')).toBe('on');
    expect(stateOf(facts, 'camera')).toBe('missing');
    expect(troubles(facts)).toEqual(['device-missing camera']);
  });

  it('does not ask again for each when the person has refused both, and tells of each', async () => {
    const { media, facts, local } = start();
    for (const source of ['microphone', 'camera'] as const) media.refusals.set(source, 'NotAllowedError');
    await local.set(both, 'user');
    expect(media.asked.length).toBe(1);
    expect(troubles(facts)).toEqual(['mic-denied microphone', 'camera-denied camera']);
  });

  it('asks for each where one alone is allowed already', async () => {
    const { media, facts, local } = start();
    media.refusals.set('camera', 'NotAllowedError');
    media.granted.add('microphone');
    await local.set(both, 'user');
    expect(stateOf(facts, 'microphone')).toBe('on');
    expect(stateOf(facts, 'camera')).toBe('blocked');
  });

  it('withdraws the trouble when the source works', async () => {
    const { media, facts, local } = start();
    media.refusals.set('camera', 'NotReadableError');
    await local.set({ camera: true }, 'user');
    media.refusals.clear();
    await local.set({ camera: true }, 'user');
    expect(troubles(facts)).toEqual(['device-busy camera', '-device-busy camera']);
    expect(local.problem('camera')).toBeUndefined();
  });

  it('tells again the person who tries again, and nobody else', async () => {
    const { media, facts, local } = start();
    media.refusals.set('camera', 'NotFoundError');
    await local.set({ camera: true }, 'user');
    media.changeDevices();
    await settled();
    expect(media.asked.length).toBe(2);
    expect(troubles(facts).length).toBe(1);
    await local.set({ camera: true }, 'user');
    expect(troubles(facts).length).toBe(2);
  });
});

describe('LocalMedia whose device is taken away', () => {
  it('says that it is missing, and goes on with what stands in for it', async () => {
    const { media, facts, sent, local } = start();
    await local.set({ microphone: true }, 'user');
    media.tracks[0]?.takeAway();
    expect(stateOf(facts, 'microphone')).toBe('missing');
    await settled();
    expect(stateOf(facts, 'microphone')).toBe('on');
    expect(sent.map(([, track]) => track)).toEqual([media.tracks[0], undefined, media.tracks[1]]);
    expect(troubles(facts)).toEqual(['device-missing microphone', '-device-missing microphone']);
  });

  it('waits for a device where there is none, and takes it when it is plugged in', async () => {
    const { media, facts, local } = start();
    await local.set({ camera: true }, 'user');
    media.refusals.set('camera', 'NotFoundError');
    media.tracks[0]?.takeAway();
    await settled();
    expect(stateOf(facts, 'camera')).toBe('missing');
    media.refusals.clear();
    media.changeDevices();
    await settled();
    expect(stateOf(facts, 'camera')).toBe('on');
  });

  it('takes nothing that the person has switched off meanwhile', async () => {
    const { media, facts, local } = start();
    media.refusals.set('camera', 'NotFoundError');
    await local.set({ camera: true }, 'user');
    await local.set({ camera: false }, 'user');
    media.refusals.clear();
    media.changeDevices();
    await settled();
    expect(media.asked.length).toBe(1);
    expect(stateOf(facts, 'camera')).toBe('off');
  });
});

describe('LocalMedia.close', () => {
  it('stops every track and listens to nothing', async () => {
    const { media, facts, local } = start();
    await local.set(both, 'user');
    local.close();
    const told = facts.length;
    expect(media.live).toEqual([]);
    expect(media.watcherCount).toBe(0);
    media.tracks[0]?.takeAway();
    await local.refreshDevices();
    await local.set(both, 'user');
    expect(media.live).toEqual([]);
    expect(facts.slice(told).filter(({ type }) => type !== 'source-changed')).toEqual([]);
  });

  it('stops what is allowed only after it', async () => {
    const { media, sent, local } = start();
    media.hold();
    const asking = local.set(both, 'user');
    await settled();
    local.close();
    media.answer();
    await asking;
    expect(media.tracks.length).toBe(2);
    expect(media.live).toEqual([]);
    expect(sent).toEqual([]);
  });
});
