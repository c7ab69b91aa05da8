import { beforeEach, describe, expect, it } from 'vitest';
import type { TrackSource } from '../../../../src/core/source.js';
import type { Fact } from '../../../../src/core/fact.js';
import { ScreenShare } from '../../../../src/session/features/screen-share.js';
import { FakeMedia } from '../../../fakes/fake-media.js';
import { troublesOf } from '../troubles.js';

let media: FakeMedia;
let facts: Fact[];
let sent: Map<TrackSource, MediaStreamTrack | undefined>;
let share: ScreenShare;
let ending: AbortController;

beforeEach(() => {
  media = new FakeMedia();
  facts = [];
  sent = new Map();
  ending = new AbortController();
  share = new ScreenShare({
    media,
    signal: ending.signal,
    report: (fact) => facts.push(fact),
    track: (source, track) => void sent.set(source, track),
  });
});

/** Every switch of the screen, and by whom. */
const changes = (): unknown[] => {
  const changes = facts.filter((fact) => fact.type === 'source-changed');
  return changes
    .filter(({ state }, index) => state !== (changes[index - 1]?.state ?? 'off'))
    .map(({ source, state, by }) => [source, state, by]);
};
const outcome = (wish: Promise<void>): Promise<unknown> => wish.catch((error: unknown) => error);

describe('ScreenShare', () => {
  it('sends picture and sound apart, and nothing once it is off', async () => {
    media.screenSounds = true;
    await share.set(true, 'user');
    const [picture, sound] = media.tracks;
    expect(sent).toEqual(
      new Map([
        ['screen', picture],
        ['screen-sound', sound],
      ]),
    );
    expect(share.stream?.getTracks()).toEqual([picture, sound]);
    await share.set(false, 'user');
    expect(media.live).toEqual([]);
    expect([...sent.values()]).toEqual([undefined, undefined]);
    expect(share.stream).toBeUndefined();
    expect(changes()).toEqual([
      ['screen', 'on', 'user'],
      ['screen', 'off', 'user'],
    ]);
  });

  it('asks once, however often it is switched on', async () => {
    await share.set(true, 'user');
    await share.set(true, 'user');
    expect(media.asked).toEqual([['screen']]);
    expect(changes()).toHaveLength(1);
  });

  it('ends by the system when what was shared is gone', async () => {
    media.screenSounds = true;
    await share.set(true, 'user');
    media.tracks[0]?.takeAway();
    expect(media.live).toEqual([]);
    expect(changes().at(-1)).toEqual(['screen', 'off', 'system']);
  });

  it('goes on without its sound', async () => {
    media.screenSounds = true;
    await share.set(true, 'user');
    media.tracks[1]?.takeAway();
    expect(sent.get('screen-sound')).toBeUndefined();
    expect(sent.get('screen')).toBe(media.tracks[0]);
    expect(changes()).toHaveLength(1);
  });

  it.each(['off', 'close'])('takes nothing that is granted after %s', async (end) => {
    media.hold();
    const wish = share.set(true, 'user');
    if (end === 'close') ending.abort();
    else await share.set(false, 'user');
    media.answer();
    await wish;
    expect(media.tracks).toHaveLength(1);
    expect(media.live).toEqual([]);
    expect(sent.size).toBe(0);
    expect([changes(), troublesOf(facts)]).toEqual([[], []]);
  });

  it('says nothing of a refusal that comes too late', async () => {
    media.refusals.set('screen', 'NotAllowedError');
    media.hold();
    const wish = share.set(true, 'user');
    ending.abort();
    media.answer();
    expect(await outcome(wish)).toBeUndefined();
    expect([changes(), troublesOf(facts)]).toEqual([[], []]);
  });

  it.each<[string, () => unknown, string]>([
    ['a refusal', () => media.refusals.set('screen', 'NotAllowedError'), 'screen-denied'],
    ['nothing to share', () => media.refusals.set('screen', 'NotFoundError'), 'screen-denied'],
    ['a call without a click', () => media.refusals.set('screen', 'InvalidStateError'), 'screen-denied'],
    ['a page that is not secure', () => (media.obstacleNow = 'insecure-context'), 'insecure-context'],
  ])('tells of %s until the next try', async (_, plant, code) => {
    plant();
    const error = await outcome(share.set(true, 'user'));
    expect(error).toMatchObject({ name: 'CallError', code, subject: 'screen', fatal: false });
    expect(facts.at(-1)).toMatchObject({ problem: error });
    expect(troublesOf(facts)).toEqual([`${code} screen`]);
    media.refusals.clear();
    media.obstacleNow = undefined;
    await share.set(true, 'user');
    expect(troublesOf(facts)).toEqual([`${code} screen`, `-${code} screen`]);
    expect(changes()).toEqual([['screen', 'on', 'user']]);
  });

  it('blames the frame where its policy forbids capturing', async () => {
    media.refusals.set('screen', 'NotAllowedError');
    media.policy.add('display-capture');
    expect(await outcome(share.set(true, 'user'))).toMatchObject({ code: 'policy-blocked' });
  });
});
