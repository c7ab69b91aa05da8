import { describe, expect, it } from 'vitest';
import type { AudioCare, Device } from '../../../src/core/device.js';
import type { Source, SourceState, TrackSource } from '../../../src/core/source.js';
import { initialSettings, reduceSettings } from '../../../src/core/state/settings.js';
import type { Fact } from '../../../src/core/fact.js';
import { LocalMedia } from '../../../src/session/local-media.js';
import { FakeClock } from '../../fakes/fake-clock.js';
import { FakeMedia } from '../../fakes/fake-media.js';
import { troublesOf } from './troubles.js';

function start(devices: readonly Device[] = []) {
  const media = new FakeMedia();
  media.deviceList = devices;
  const clock = new FakeClock();
  let settings = initialSettings;
  const facts: Fact[] = [];
  const sent: [TrackSource, MediaStreamTrack | undefined][] = [];
  const ending = new AbortController();
  const local = new LocalMedia({
    media,
    clock,
    signal: ending.signal,
    settings: () => settings,
    report: (fact) => {
      facts.push(fact);
      settings = reduceSettings(settings, fact);
    },
    track: (source, track) => void sent.push([source, track]),
  });
  const treat = (care: Partial<AudioCare>): Promise<void> => {
    settings = { ...settings, audioCare: { ...settings.audioCare, ...care } };
    return local.captureAnew();
  };
  return { media, facts, sent, local, ending, clock, treat };
}

/** The last reported state of a source. */
function stateOf(facts: readonly Fact[], source: Source): SourceState | undefined {
  return facts.flatMap((fact) => (fact.type === 'source-changed' && fact.source === source ? [fact.state] : [])).at(-1);
}

/** The last reported problem of a source. */
function problemOf(facts: readonly Fact[], source: Source): string | undefined {
  const reported = facts.filter((fact) => fact.type === 'source-changed' && fact.source === source).at(-1);
  return reported?.type === 'source-changed' ? reported.problem?.code : undefined;
}

const settled = (): Promise<void> => new Promise((done) => setImmediate(done));
const both = { microphone: true, camera: true };

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
    expect(troublesOf(facts)).toEqual([`${code} ${source}`]);
    expect(problemOf(facts, source)).toBe(code);
  });

  it('says policy-blocked where the page around it forbids the source', async () => {
    const { media, facts, local } = start();
    media.refusals.set('camera', 'NotAllowedError');
    media.policy.add('camera');
    await local.set({ camera: true }, 'user');
    expect(troublesOf(facts)).toEqual(['policy-blocked camera']);
  });

  it('asks nobody on a page that cannot capture, and says so once for both', async () => {
    const { media, facts, local } = start();
    media.obstacleNow = 'insecure-context';
    await local.set(both, 'user');
    expect(media.asked).toEqual([]);
    expect(troublesOf(facts)).toEqual(['insecure-context']);
    expect(stateOf(facts, 'microphone')).toBe('blocked');
    expect(problemOf(facts, 'camera')).toBe('insecure-context');
  });

  it('goes on with the source that works when the other is missing', async () => {
    const { media, facts, local } = start();
    media.refusals.set('camera', 'NotFoundError');
    await local.set(both, 'user');
    expect(media.asked).toEqual([['microphone', 'camera'], ['microphone'], ['camera']]);
    expect(stateOf(facts, 'microphone')).toBe('on');
    expect(stateOf(facts, 'camera')).toBe('missing');
    expect(troublesOf(facts)).toEqual(['device-missing camera']);
  });

  it('does not ask again for each when the person has refused both, and tells of each', async () => {
    const { media, facts, local } = start();
    for (const source of ['microphone', 'camera'] as const) media.refusals.set(source, 'NotAllowedError');
    await local.set(both, 'user');
    expect(media.asked.length).toBe(1);
    expect(troublesOf(facts)).toEqual(['mic-denied microphone', 'camera-denied camera']);
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
    expect(troublesOf(facts)).toEqual(['device-busy camera', '-device-busy camera']);
    expect(problemOf(facts, 'camera')).toBeUndefined();
  });

  it('tells again the person who tries again, and nobody else', async () => {
    const { media, facts, local } = start();
    media.refusals.set('camera', 'NotFoundError');
    await local.set({ camera: true }, 'user');
    media.changeDevices();
    await settled();
    expect(media.asked.length).toBe(2);
    expect(troublesOf(facts).length).toBe(1);
    await local.set({ camera: true }, 'user');
    expect(troublesOf(facts).length).toBe(2);
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
    expect(troublesOf(facts)).toEqual(['device-missing microphone', '-device-missing microphone']);
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

const desk: Device = { kind: 'microphone', id: '1', label: 'Desk' };
const headset: Device = { kind: 'microphone', id: '2', label: 'Headset' };

/** The last reported device of a source. */
function usedOf(facts: readonly Fact[], kind: Source): string | undefined {
  return facts.flatMap((fact) => (fact.type === 'device-used' && fact.kind === kind ? [fact.id] : [])).at(-1);
}

async function startOn(devices: readonly Device[]) {
  const stage = start(devices);
  await stage.local.refreshDevices();
  await stage.local.set({ microphone: true }, 'user');
  return stage;
}

describe('LocalMedia.choose', () => {
  it('goes on with the old device until the new one is here', async () => {
    const { media, facts, sent, local } = await startOn([desk, headset]);
    media.hold();
    const choosing = local.choose('microphone', '2');
    await settled();
    expect(media.live.map(({ label }) => label)).toEqual(['Desk']);
    media.answer();
    await choosing;
    expect(media.live.map(({ label }) => label)).toEqual(['Headset']);
    expect(sent.map(([, track]) => track)).toEqual(media.tracks);
    expect(local.streamOf('microphone')?.getTracks()).toEqual([media.tracks[1]]);
    expect(usedOf(facts, 'microphone')).toBe('2');
    expect(facts.filter(({ type }) => type === 'source-changed').length).toBe(1);
  });

  it('stays with the old device where the new one cannot be had, and says why', async () => {
    const { media, facts, local } = await startOn([desk, headset]);
    await expect(local.choose('microphone', 'gone')).rejects.toMatchObject({ code: 'device-missing' });
    media.refusals.set('microphone', 'NotAllowedError');
    await expect(local.choose('microphone', '2')).rejects.toMatchObject({ code: 'mic-denied' });
    expect(media.live.map(({ label }) => label)).toEqual(['Desk']);
    expect(facts.filter(({ type }) => type === 'device-chosen')).toEqual([]);
    media.refusals.clear();
    await local.choose('microphone', '2');
    expect(media.live.map(({ label }) => label)).toEqual(['Headset']);
  });

  it('lets the old one go first where the machine gives one at a time', async () => {
    const { media, local } = await startOn([desk, headset]);
    media.refusals.set('microphone', 'NotReadableError');
    await expect(local.choose('microphone', '2')).rejects.toMatchObject({ code: 'device-busy' });
    expect(media.tracks[0]?.readyState).toBe('ended');
    expect(media.asked.length).toBeGreaterThan(2);
    expect(media.live).toEqual([]);
  });

  it('remembers a device for a source that is off', async () => {
    const { media, local } = start([desk, headset]);
    await local.refreshDevices();
    await local.choose('microphone', '2');
    expect(media.asked).toEqual([]);
    await local.set({ microphone: true }, 'user');
    expect(media.live.map(({ label }) => label)).toEqual(['Headset']);
  });

  it('takes any device where the chosen one is gone', async () => {
    const { media, local } = start([desk, headset]);
    await local.refreshDevices();
    await local.choose('microphone', '2');
    media.deviceList = [desk];
    await local.set({ microphone: true }, 'user');
    expect(media.live.map(({ label }) => label)).toEqual(['Desk']);
  });
});

describe('LocalMedia whose devices are plugged in and out', () => {
  it('goes back to the chosen device when it returns under another id', async () => {
    const { media, facts, local } = await startOn([desk, headset]);
    await local.choose('microphone', '2');
    media.deviceList = [desk];
    media.tracks[1]?.takeAway();
    media.changeDevices();
    await settled();
    expect(media.live.map(({ label }) => label)).toEqual(['Desk']);
    media.deviceList = [desk, { ...headset, id: '7' }];
    media.changeDevices();
    await settled();
    expect(media.live.map(({ label }) => label)).toEqual(['Headset']);
    expect(usedOf(facts, 'microphone')).toBe('7');
  });

  it('follows the default of the system', async () => {
    const { media } = await startOn([desk]);
    media.deviceList = [headset, desk];
    media.changeDevices();
    await settled();
    expect(media.live.map(({ label }) => label)).toEqual(['Headset']);
  });

  it('stays with what was chosen when the default of the system changes', async () => {
    const { media, local } = await startOn([desk]);
    await local.choose('microphone', '1');
    media.deviceList = [headset, desk];
    media.changeDevices();
    await settled();
    expect(media.live.map(({ label }) => label)).toEqual(['Desk']);
  });
});

describe('LocalMedia that the system holds back', () => {
  it('is paused, and on again when the system gives it back', async () => {
    const { media, facts } = await startOn([desk]);
    media.tracks[0]?.setMuted(true);
    expect(stateOf(facts, 'microphone')).toBe('paused');
    media.tracks[0]?.setMuted(false);
    expect(stateOf(facts, 'microphone')).toBe('on');
  });

  it.each(['the person asks', 'the page wakes up'] as const)('is captured anew when %s', async (when) => {
    const { media, facts, local } = await startOn([desk]);
    media.tracks[0]?.setMuted(true);
    if (when === 'the person asks') await local.set({ microphone: true }, 'user');
    else local.recover();
    await settled();
    expect(stateOf(facts, 'microphone')).toBe('on');
    expect(media.live).toEqual([media.tracks[1]]);
  });

  it('listens no longer to a track that was let go', async () => {
    const { media, facts, local } = await startOn([desk]);
    await local.set({ microphone: false }, 'user');
    media.tracks[0]?.setMuted(true);
    expect(stateOf(facts, 'microphone')).toBe('off');
  });
});

describe('LocalMedia whose device is busy', () => {
  it('asks again until it is free, and says so once', async () => {
    const { media, facts, clock, local } = start([desk]);
    media.refusals.set('microphone', 'NotReadableError');
    await local.set({ microphone: true }, 'user');
    for (let round = 0; round < 3; round += 1) {
      clock.pass(10_000);
      await settled();
    }
    expect(media.asked.length).toBe(4);
    expect(troublesOf(facts)).toEqual(['device-busy microphone']);
    media.refusals.clear();
    clock.pass(10_000);
    await settled();
    expect(stateOf(facts, 'microphone')).toBe('on');
    expect(troublesOf(facts)).toEqual(['device-busy microphone', '-device-busy microphone']);
    expect(clock.waiting).toBe(0);
  });

  it('stops asking when it is switched off, or closed', async () => {
    const { media, clock, local, ending } = start([desk]);
    media.refusals.set('microphone', 'NotReadableError');
    await local.set({ microphone: true }, 'user');
    await local.set({ microphone: false }, 'user');
    clock.pass(60_000);
    await settled();
    expect(media.asked.length).toBe(1);
    await local.set({ microphone: true }, 'user');
    ending.abort();
    expect(clock.waiting).toBe(0);
  });
});

describe('LocalMedia.keepMicrophone', () => {
  it('keeps a muted microphone open, sends nothing of it, and is back at once', async () => {
    const { facts, sent, local } = await startOn([desk]);
    local.keepMicrophone(true);
    void local.set({ microphone: false }, 'user');
    expect(sent.at(-1)).toEqual(['microphone', undefined]);
    expect(local.streamOf('microphone')).toBeUndefined();
    const kept = local.microphone;
    expect(kept?.readyState).toBe('live');
    void local.set({ microphone: true }, 'user');
    expect(stateOf(facts, 'microphone')).toBe('on');
    expect(sent.at(-1)).toEqual(['microphone', kept]);
  });

  it('releases the device otherwise, and when it is kept no longer', async () => {
    const { local } = await startOn([desk]);
    await local.set({ microphone: false }, 'user');
    expect(local.microphone).toBeUndefined();
    await local.set({ microphone: true }, 'user');
    local.keepMicrophone(true);
    await local.set({ microphone: false }, 'user');
    const kept = local.microphone;
    local.keepMicrophone(false);
    expect(kept?.readyState).toBe('ended');
    expect(local.microphone).toBeUndefined();
  });

  it('lets go of one that the system holds back, when another is captured in its place', async () => {
    const { media, sent, local } = await startOn([desk]);
    local.keepMicrophone(true);
    await local.set({ microphone: false }, 'user');
    media.live[0]?.setMuted(true);
    await local.set({ microphone: true }, 'user');
    expect(media.live.length).toBe(1);
    expect(sent.at(-1)).toEqual(['microphone', media.live[0]]);
  });

  it('changes the device of a muted microphone too', async () => {
    const { media, sent, local } = await startOn([desk, headset]);
    local.keepMicrophone(true);
    await local.set({ microphone: false }, 'user');
    await local.choose('microphone', '2');
    expect(local.microphone?.label).toBe('Headset');
    expect(sent.at(-1)).toEqual(['microphone', undefined]);
    await local.set({ microphone: true }, 'user');
    expect(sent.at(-1)).toEqual(['microphone', media.tracks[1]]);
  });
});

describe('LocalMedia.captureAnew', () => {
  it('captures music as it is', async () => {
    const { media, treat } = await startOn([desk]);
    expect(media.constraints[0]?.audio).toMatchObject({ echoCancellation: true, noiseSuppression: true });
    await treat({ noiseSuppression: false });
    expect(media.constraints[1]?.audio).toMatchObject({ echoCancellation: true, noiseSuppression: false });
    await treat({ music: true });
    expect(media.constraints[2]?.audio).toMatchObject({ echoCancellation: false, channelCount: { ideal: 2 } });
    expect(media.live.length).toBe(1);
  });
});

describe('LocalMedia.flip', () => {
  it('goes round the cameras', async () => {
    const cameras = ['front', 'back'].map((id): Device => ({ kind: 'camera', id, label: id }));
    const { media, facts, local } = start(cameras);
    await local.refreshDevices();
    await local.set({ camera: true }, 'user');
    await local.flip(undefined, usedOf(facts, 'camera'));
    expect(media.live.map(({ label }) => label)).toEqual(['back']);
    await local.flip(undefined, usedOf(facts, 'camera'));
    expect(media.live.map(({ label }) => label)).toEqual(['front']);
  });

  it('asks a phone for the other side', async () => {
    const { media, local } = start();
    await local.set({ camera: true }, 'user');
    await local.flip('user', undefined);
    expect(media.constraints[1]?.video).toMatchObject({ facingMode: { exact: 'environment' } });
  });

  it('says that there is no other', async () => {
    const { local } = start([{ kind: 'camera', id: '1', label: 'Lone' }]);
    await local.refreshDevices();
    await expect(local.flip(undefined, '1')).rejects.toMatchObject({ code: 'device-missing' });
  });
});

describe('LocalMedia.close', () => {
  it('stops every track and listens to nothing', async () => {
    const { media, facts, local, ending } = start();
    await local.set(both, 'user');
    ending.abort();
    const reported = facts.length;
    expect(media.live).toEqual([]);
    expect(media.watcherCount).toBe(0);
    media.tracks[0]?.takeAway();
    await local.refreshDevices();
    await local.set(both, 'user');
    expect(media.live).toEqual([]);
    expect(facts.slice(reported).filter(({ type }) => type !== 'source-changed')).toEqual([]);
  });

  it('stops what is allowed only after it', async () => {
    const { media, sent, local, ending } = start();
    media.hold();
    const asking = local.set(both, 'user');
    await settled();
    ending.abort();
    media.answer();
    await asking;
    expect(media.tracks.length).toBe(2);
    expect(media.live).toEqual([]);
    expect(sent).toEqual([]);
  });
});
