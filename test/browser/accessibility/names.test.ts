import { expect } from '@open-wc/testing';
import type { Fact } from '../../../src/core/fact.js';
import { aQuietPresence, presenceOf } from '../../fakes/builders.js';
import { joinedFacts, prejoinFacts } from '../../fakes/fake-call-view.js';
import { clearStage, find, findAll, scenes, settled, showCall } from '../elements/scene.js';
import { until } from '../support/until.js';
import { described, showView, targetsOf, views } from './views.js';

afterEach(clearStage);

/** What the attributes of a button expose to assistive technology. */
function exposed(call: Element, kind: string): string {
  const button = find(call, `.button.${kind}`)!;
  const { ariaLabel, ariaPressed, ariaExpanded } = button as HTMLElement;
  const described = button.getAttribute('aria-describedby');
  const words = described && (button.getRootNode() as ShadowRoot).getElementById(described)?.textContent;
  return [ariaLabel, ariaPressed && `pressed ${ariaPressed}`, ariaExpanded && `expanded ${ariaExpanded}`, words]
    .filter(Boolean)
    .join(', ');
}

/** A call with room for every control. */
async function showWide(...facts: Fact[]) {
  const call = await showCall([...joinedFacts(['Grace']), ...facts]);
  call.style.width = '1200px';
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  await settled(call);
  return call;
}

describe('a control', () => {
  const cases: [what: string, facts: Fact[], kind: string, exposed: string][] = [
    ['a microphone that is on', [], 'mic', 'Microphone, pressed true'],
    [
      'a muted one',
      [{ type: 'source-changed', source: 'microphone', state: 'off', by: 'user' }],
      'mic',
      'Microphone, pressed false',
    ],
    [
      'one that the browser blocks',
      [{ type: 'source-changed', source: 'microphone', state: 'blocked', by: 'system' }],
      'mic',
      'Microphone, pressed false, The browser blocks the microphone. Press to try again.',
    ],
    ['a camera', [], 'camera', 'Camera, pressed true'],
    ['a lowered hand', [], 'hand', 'Raised hand, pressed false'],
    ['the button of a closed panel', [], 'people', 'People, 2, expanded false'],
    ['the button of an open panel', [{ type: 'panel-changed', panel: 'people' }], 'people', 'People, 2, expanded true'],
    ['the button to leave', [], 'leave', 'Leave call'],
  ];
  for (const [what, facts, kind, expected] of cases) {
    it(`has one name, and its state apart from it (A2): ${what}`, async () => {
      const call = await showWide(...facts);
      expect(exposed(call, kind)).to.equal(expected);
    });
  }

  it('has a name that does not change with its state (A2)', async () => {
    const call = await showWide();
    const name = () => find(call, '.button.mic')!.ariaLabel;
    const before = name();
    call.view.tell({ type: 'source-changed', source: 'microphone', state: 'off', by: 'user' });
    await settled(call);
    expect(name()).to.equal(before);
  });

  it('tells more than a colour whether it is off (A5)', async () => {
    const call = await showWide();
    const picture = () => find(call, '.button.mic svg')!.innerHTML;
    const on = picture();
    call.view.tell({ type: 'source-changed', source: 'microphone', state: 'off', by: 'user' });
    await settled(call);
    expect(picture()).to.not.equal(on);
  });

  for (const view of Object.keys(views)) {
    it(`is never without a name (A2): ${view}`, async () => {
      const call = await showView(view);
      const nameless = targetsOf(call).filter((target) => !nameOf(target));
      expect(nameless.map(described)).to.deep.equal([]);
    });
  }
});

describe('a number on a button', () => {
  it('is part of its name (A3)', async () => {
    const call = await showWide();
    const badge = find(find(call, 'p2p-people-button')!, '.badge')?.textContent?.trim();
    const name = find(call, '.button.people')!.ariaLabel;
    expect(badge).to.equal('2');
    expect(name).to.contain('2');
  });
});

describe('a picture', () => {
  it('is a group with the name of whose it is, and says in words what its signs mean (A4)', async () => {
    const call = await showCall([
      ...joinedFacts(['Grace']),
      presenceOf('Grace', aQuietPresence({ handAt: 5 })),
      { type: 'link-changed', id: 'Grace', link: 'reconnecting', path: undefined },
    ]);
    await settled(call);
    const tile = find(call, '[role=group][aria-label="Video of Grace"]')!;
    const signs = findAll(tile, '[role=img]').map((sign) => sign.ariaLabel);
    expect(signs).to.include.members(['Microphone off', 'Hand raised']);
    expect(tile.textContent).to.contain('Reconnecting');
    expect(tile.querySelector('video')!.ariaHidden).to.equal('true');
  });

  it('says in words who speaks (A4)', async () => {
    const call = await showCall(joinedFacts(['Grace']));
    const tile = find(call, '[role=group][aria-label="Video of Grace"]')!;
    expect(tile.textContent).to.not.contain('Speaking');
    call.view.tell({ type: 'speaking-changed', self: false, ids: ['Grace'], speakerId: 'Grace' });
    await settled(call);
    expect(tile.textContent).to.contain('Speaking');
  });
});

describe('the parts of a call', () => {
  it('are named: the controls, the participants, an open panel, the name field (A2)', async () => {
    const call = await showWide({ type: 'panel-changed', panel: 'people' });
    expect(find(call, '[role=toolbar]')!.ariaLabel).to.equal('Call controls');
    expect(find(call, 'p2p-grid')!.shadowRoot!.querySelector('.grid')!.ariaLabel).to.equal('Participants');
    const region = find(call, '[part=panel]')!;
    const title = (region.getRootNode() as ShadowRoot).getElementById(region.getAttribute('aria-labelledby')!)!;
    expect(title.textContent).to.equal('People');
    const early = await showCall(prejoinFacts());
    expect(find<HTMLInputElement>(early, 'input[name=name]')!.labels![0]!.textContent).to.contain('Your name');
  });

  it('say the language of their words (A2)', async () => {
    const call = await showCall(scenes['alone'], { lang: 'de' });
    await until(() => find(call, '.stage')!.lang === 'de', 'the language');
    await settled(call);
    expect(find(call, '[role=toolbar]')!.ariaLabel).to.equal('Anrufsteuerung');
  });
});

function nameOf(element: HTMLElement): string {
  const root = element.getRootNode() as ShadowRoot;
  const by = element.getAttribute('aria-labelledby');
  const labels = 'labels' in element ? [...(element as HTMLInputElement).labels!] : [];
  return [
    element.ariaLabel,
    by && root.getElementById(by)?.textContent,
    ...labels.map((label) => label.textContent),
    element.textContent,
  ]
    .map((name) => name?.trim())
    .filter(Boolean)
    .join(' ');
}
