import { expect } from '@open-wc/testing';
import type { Fact } from '../../../src/core/fact.js';
import { aMessage, aPresence, presenceOf, written } from '../../fakes/builders.js';
import type { FakeCall } from '../../fakes/fake-call.js';
import { joinedFacts, member, prejoinFacts } from '../../fakes/fake-call-view.js';
import { clearStage, find, findAll, settled, showCall, wrong } from '../elements/scene.js';
import { until } from '../support/until.js';
import { showView, views } from './views.js';

afterEach(clearStage);

/** Records what a screen reader would read of a call from now on: each change of its live region. */
function recordAnnouncements(call: FakeCall): { readonly announced: string[]; stop: () => void } {
  const region = find(call, '[role=status]')!;
  const announced: string[] = [];
  const observer = new MutationObserver(() => announced.push(region.textContent!.trim()));
  observer.observe(region, { subtree: true, childList: true, characterData: true });
  return { announced, stop: () => observer.disconnect() };
}

/** The announcements of facts. Zoe joins after them; when she is announced, all of them are. */
async function announcedAfter(call: FakeCall, ...facts: Fact[]): Promise<string[]> {
  const { announced, stop } = recordAnnouncements(call);
  call.view.tell(...facts);
  await settled(call);
  call.view.tell({ type: 'member-seen', member: member('Zoe', { joinedAt: 99 }) });
  await until(() => announced.some((text) => text.includes('Zoe')), 'who came last');
  stop();
  return announced
    .map((text) =>
      text
        .replace(/(?:,? and Zoe|Zoe)(?= joined)/u, '')
        .replace(/^ joined/u, '')
        .trim(),
    )
    .filter(Boolean);
}

const handRaised = presenceOf('Grace', aPresence({ handAt: 5 }));
const wrote = written(aMessage({ from: 'Grace', text: 'Shall we begin?' }));
const here: Fact = { type: 'member-seen', member: member('Bo', { joinedAt: 9 }) };

describe('the live region', () => {
  for (const view of Object.keys(views)) {
    it(`is there once, polite, and before there is anything to tell (A17): ${view}`, async () => {
      const call = await showView(view);
      const regions = findAll(call, '[role=status], [role=alert], [role=log], [aria-live], output');
      const live = regions.filter((region) => region.getAttribute('aria-live') !== 'off');
      expect(live).to.have.lengthOf(1);
      expect(live[0]!.role).to.equal('status');
    });
  }

  it('is the same one from before joining until after leaving (A17)', async () => {
    const call = await showCall(prejoinFacts());
    const region = find(call, '[role=status]');
    call.view.tell(...joinedFacts(['Grace']));
    await settled(call);
    expect(find(call, '[role=status]')).to.equal(region);
    call.view.tell({ type: 'left', reason: 'left' });
    await settled(call);
    expect(find(call, '[role=status]')).to.equal(region);
  });

  it('tells what went wrong before it was there, once it is, and does not repeat it after a move (A17)', async () => {
    const call = await showCall([...prejoinFacts(), { type: 'went-wrong', error: wrong('mic-denied') }]);
    const late = document.createElement('p2p-status');
    call.append(late);
    const region = await until(() => late.shadowRoot?.querySelector('[role=status]'), 'the region');
    await until(() => region.textContent?.includes('microphone is blocked'), 'the trouble');
    const announced: string[] = [];
    new MutationObserver(() => announced.push(region.textContent!)).observe(region, { subtree: true, childList: true });
    call.prepend(late);
    await late.updateComplete;
    await settled(call);
    expect(announced).to.deep.equal([]);
  });

  it('tells that the self is in the call, and with how many (A18)', async () => {
    const call = await showCall(prejoinFacts());
    const { announced } = recordAnnouncements(call);
    call.view.tell(
      { type: 'join-started' },
      { type: 'welcomed', id: 'self', members: [member('self'), member('Grace')], kept: [] },
    );
    await until(() => announced.length > 0, 'the news');
    expect(announced).to.deep.equal(['You are in the call with 1 other.']);
  });

  const news: [what: string, before: Fact[], facts: Fact[], announced: string][] = [
    ['who comes', [], [here], 'Bo joined'],
    ['who leaves', [here], [{ type: 'member-left', id: 'Bo', reason: 'left' }], 'Bo left'],
    ['that the line is lost', [], [{ type: 'line-changed', alive: false }], 'Connection lost.'],
    ['that it is back', [{ type: 'line-changed', alive: false }], [{ type: 'line-changed', alive: true }], 'connected'],
    [
      'who cannot be reached',
      [],
      [{ type: 'link-changed', id: 'Grace', link: 'failed', path: undefined }],
      'Grace cannot be reached',
    ],
    ['whose hand is raised', [], [handRaised], 'Grace raised'],
    ['what is written', [], [wrote], 'Shall we begin?'],
    [
      'that one talks while muted',
      [{ type: 'source-changed', source: 'microphone', state: 'off', by: 'user' }],
      [{ type: 'microphone-judged', dead: false, talkingWhileMuted: true }],
      'muted',
    ],
    ['what goes wrong', [], [{ type: 'went-wrong', error: wrong('mic-denied') }], 'Your microphone is blocked'],
  ];
  for (const [what, before, facts, expected] of news) {
    it(`tells ${what} (A18)`, async () => {
      const call = await showCall([...joinedFacts(['Grace']), ...before]);
      expect((await announcedAfter(call, ...facts)).join(' ')).to.contain(expected);
    });
  }

  it('does not tell people what they have just done themselves (A21)', async () => {
    const call = await showCall(joinedFacts(['Grace']));
    const announced = await announcedAfter(
      call,
      { type: 'source-changed', source: 'microphone', state: 'off', by: 'user' },
      { type: 'source-changed', source: 'camera', state: 'off', by: 'user' },
      { type: 'panel-changed', panel: 'people' },
      { type: 'panel-changed', panel: undefined },
    );
    expect(announced).to.deep.equal([]);
  });

  it('tells much at once in one sentence, and waits for its end (A19)', async () => {
    const call = await showCall(joinedFacts(['Grace']));
    const { announced } = recordAnnouncements(call);
    const sinceMs = performance.now();
    for (let at = 0; at < 20; at += 1) {
      call.view.tell({ type: 'member-seen', member: member(`P${at}`, { joinedAt: 10 + at }) });
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    await until(() => announced.some((text) => text.includes('others joined')), 'the others');
    // The first announcement comes at once; after it, at most one every second and a half.
    expect(announced.length).to.be.lessThanOrEqual(2 + (performance.now() - sinceMs) / 1_500);
    expect(announced.at(-1)).to.match(/and \d+ others joined$/u);
  });

  it('tells the same again where it happens again (A20)', async () => {
    const call = await showCall(joinedFacts(['Grace']));
    const { announced } = recordAnnouncements(call);
    const untilCount = (count: number) => until(() => announced.length >= count, `${count} pieces of news`);
    call.view.tell({ type: 'went-wrong', error: wrong('device-busy') });
    await untilCount(1);
    call.view.tell({ type: 'went-wrong', error: wrong('device-busy') });
    await untilCount(2);
    expect(announced[1]).to.equal(announced[0]);
  });
});
