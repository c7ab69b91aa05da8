import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { joinedFacts } from '../../fakes/fake-call-view.js';
import { clearStage, deep, find, settled, showCall, stilled } from '../elements/scene.js';
import { countRulesFor, pretendMedium } from './media.js';
import { described, showView, targetsOf, views } from './views.js';

const isChromium = 'userAgentData' in navigator;

let endings: (() => void)[] = [];

afterEach(() => {
  for (const end of endings) end();
  endings = [];
  clearStage();
});

/** The animations and transitions that move, scale, rotate or fade; a change of colour alone is no motion. */
function moving(call: Element): string[] {
  return [...deep(call)].flatMap((element) =>
    [undefined, '::before', '::after'].flatMap((part) => {
      const { transitionProperty, transitionDuration, animationName, animationDuration } = getComputedStyle(
        element,
        part,
      );
      const durations = transitionDuration.split(', ').map(Number.parseFloat);
      const glides = transitionProperty
        .split(', ')
        .filter((name, at) => (durations[at % durations.length] ?? 0) > 0 && !/color|none|visibility/u.test(name));
      const runs = animationName !== 'none' && animationDuration.split(', ').some((one) => Number.parseFloat(one) > 0);
      return glides.length > 0 || runs ? [`${described(element)}${part ?? ''}: ${glides.join()} ${animationName}`] : [];
    }),
  );
}

describe('where people want less motion', () => {
  for (const view of Object.keys(views)) {
    it(`nothing moves by itself (A27): ${view}`, async () => {
      const call = await showView(view);
      endings.push(pretendMedium(call, '(prefers-reduced-motion: reduce)'));
      expect(moving(call)).to.deep.equal([]);
    });
  }

  it('tiles are at once where they go (A27)', async () => {
    const call = await showCall(joinedFacts(['Grace', 'Bo']));
    expect(moving(call)).to.not.deep.equal([]);
    endings.push(pretendMedium(call, '(prefers-reduced-motion: reduce)'));
    call.view.tell({ type: 'member-left', id: 'Bo', reason: 'left' });
    await settled(call);
    const grid = find(call, 'p2p-grid')!.shadowRoot!;
    expect(grid.getAnimations().length).to.equal(0);
  });
});

describe('with forced colours', () => {
  it('has rules of its own (A28)', async () => {
    const call = await showView('with seven others');
    expect(countRulesFor(call, '(forced-colors: active)')).to.be.greaterThan(0);
  });

  // Only Chromium lets a test force colours.
  if (!isChromium) return;

  before(() => emulateMedia({ forcedColors: 'active' }));
  after(() => emulateMedia({ forcedColors: 'none' }));

  for (const view of Object.keys(views)) {
    it(`each button has an edge (A28): ${view}`, async () => {
      const call = await showView(view);
      const flat = targetsOf(call).filter((target) => {
        if (!target.matches('button')) return false;
        const { borderTopStyle, borderTopWidth, borderTopColor, backgroundColor } = getComputedStyle(target);
        const around = getComputedStyle(call).backgroundColor;
        return (
          borderTopStyle === 'none' ||
          borderTopWidth === '0px' ||
          borderTopColor === backgroundColor ||
          borderTopColor === around
        );
      });
      expect(flat.map(described)).to.deep.equal([]);
    });
  }

  it('what is off, what is on and who speaks still differ from the rest (A28)', async () => {
    const call = await showCall(joinedFacts(['Grace', 'Bo']));
    call.style.width = '1200px';
    await stilled();
    const edge = (kind: string): string => {
      const { borderTopStyle, borderTopWidth } = getComputedStyle(find(call, `.button.${kind}`)!);
      return `${borderTopStyle} ${borderTopWidth}`;
    };
    const usual = edge('mic');
    call.view.tell(
      { type: 'source-changed', source: 'microphone', state: 'off', by: 'user' },
      { type: 'panel-changed', panel: 'people' },
      { type: 'speaking-changed', self: false, ids: ['Grace'], speakerId: 'Grace' },
    );
    await settled(call);
    await stilled();
    expect(new Set([usual, edge('mic'), edge('people')]).size).to.equal(3);
    const ring = (name: string): string =>
      getComputedStyle(find(call, `[aria-label="Video of ${name}"]`)!, '::after').borderTopStyle;
    // Forced colours make transparent borders visible.
    expect([ring('Grace'), ring('Bo')]).to.deep.equal(['double', 'none']);
    const line = (name: string): string => getComputedStyle(find(call, `.avatar[data-name="${name}"]`)!).borderTopStyle;
    expect([line('Grace'), line('Bo')]).to.deep.equal(['double', 'solid']);
  });
});
