import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { clearStage, deep, find, scenes, settled, stilled } from '../elements/scene.js';
import { countRulesFor, pretendMedium } from './media.js';
import { described, showView, targetsOf, views } from './views.js';

const usual = { width: 800, height: 600 };

/** Functions that end what a test simulates. */
let endings: (() => void)[] = [];

afterEach(async () => {
  for (const end of endings) end();
  endings = [];
  clearStage();
  await setViewport(usual);
});

/** Shows a view that fills a window of this size. */
async function showIn(view: string, width: number, height: number) {
  await setViewport({ width, height });
  const call = await showView(view);
  Object.assign(call.style, { width: '100%', height: '100dvh' });
  document.body.style.margin = '0';
  endings.push(() => document.body.style.removeProperty('margin'));
  await calm(call);
  return call;
}

/** Resolves after the resize observers have run. */
async function calm(call: Element): Promise<void> {
  await stilled();
  await settled(call);
  await stilled();
}

/** The elements that scroll sideways or are wider than the window. */
function tooWide(call: Element): string[] {
  const page = document.scrollingElement!;
  const wide = [...deep(call)].filter((element) => {
    const { overflowX } = getComputedStyle(element);
    return (
      element.checkVisibility() &&
      (overflowX === 'auto' || overflowX === 'scroll') &&
      element.scrollWidth > element.clientWidth + 1
    );
  });
  return [
    ...(page.scrollWidth > page.clientWidth ? [`the page: ${page.scrollWidth} > ${page.clientWidth}`] : []),
    ...wide.map((element) => `${described(element)}: ${element.scrollWidth} > ${element.clientWidth}`),
  ];
}

/** The targets that are not wholly inside the window, or inside the element that scrolls around them. */
function outOfReach(call: Element): string[] {
  return targetsOf(call)
    .filter((target) => {
      const { left, right, top, bottom } = target.getBoundingClientRect();
      if (left < -1 || right > innerWidth + 1) return true;
      return (top < -1 || bottom > innerHeight + 1) && !scrollerOf(target);
    })
    .map((target) => `${described(target)} ${JSON.stringify(target.getBoundingClientRect())}`);
}

/** The closest element around another one that scrolls it up and down, across shadow trees. */
function scrollerOf(element: Element): Element | undefined {
  for (let one: Element | null = element; one; one = parentOf(one)) {
    if (/auto|scroll/u.test(getComputedStyle(one).overflowY)) return one;
  }
  return undefined;
}

function parentOf(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

/** The texts that are cut off, except for those with an ellipsis on purpose. */
function cutOff(call: Element): string[] {
  return [...deep(call)]
    .filter((element): element is HTMLElement => {
      if (!(element instanceof HTMLElement) || !element.checkVisibility({ visibilityProperty: true })) return false;
      if (element.matches('.unseen') || ![...element.childNodes].some(isWord)) return false;
      const { overflowX, textOverflow } = getComputedStyle(element);
      return (
        overflowX !== 'visible' &&
        overflowX !== 'auto' &&
        textOverflow !== 'ellipsis' &&
        (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)
      );
    })
    .map(described);
}

function isWord(node: Node): boolean {
  return node instanceof Text && !!node.data.trim();
}

/** The size of a target: a label around it counts, and so does what is drawn beyond its edges. */
function areaOf(target: HTMLElement): { width: number; height: number } {
  const { width, height } = (target.closest('label') ?? target).getBoundingClientRect();
  const beyond = getComputedStyle(target, '::before');
  if (beyond.content === 'none' || beyond.position !== 'absolute') return { width, height };
  return {
    width: Math.max(width, Number.parseFloat(beyond.width)),
    height: Math.max(height, Number.parseFloat(beyond.height)),
  };
}

/** The targets whose width or height is less than `least`, except for links inside a sentence (WCAG 2.5.8). */
function tooSmall(call: Element, least: number): string[] {
  return targetsOf(call)
    .filter((target) => !target.matches('[tabindex="0"]:not(button)') && getComputedStyle(target).display !== 'inline')
    .filter((target) => {
      const { width, height } = areaOf(target);
      return width < least - 0.5 || height < least - 0.5;
    })
    .map((target) => `${described(target)} ${areaOf(target).width} × ${areaOf(target).height}`);
}

describe('a window of 320 pixels', () => {
  for (const view of Object.keys(views)) {
    it(`shows everything, and scrolls no other way than down (A24): ${view}`, async () => {
      const call = await showIn(view, 320, 568);
      expect(tooWide(call)).to.deep.equal([]);
      expect(outOfReach(call)).to.deep.equal([]);
    });
  }
});

describe('text of twice the size', () => {
  for (const view of Object.keys(views)) {
    it(`is all there, and so is what can be pressed (A23): ${view}`, async () => {
      const call = await showIn(view, 1000, 800);
      document.documentElement.style.fontSize = '200%';
      endings.push(() => document.documentElement.style.removeProperty('font-size'));
      await calm(call);
      expect(tooWide(call)).to.deep.equal([]);
      expect(outOfReach(call)).to.deep.equal([]);
      expect(cutOff(call)).to.deep.equal([]);
    });
  }
});

describe('whatever can be pressed', () => {
  for (const view of Object.keys(views)) {
    it(`has at least 24 pixels each way (A25): ${view}`, async () => {
      const call = await showView(view);
      expect(tooSmall(call, 24)).to.deep.equal([]);
    });

    it(`has at least 44 pixels under a finger (A26): ${view}`, async () => {
      const call = await showView(view);
      endings.push(pretendMedium(call, '(pointer: coarse)'));
      await calm(call);
      expect(tooSmall(call, 44)).to.deep.equal([]);
    });
  }

  it('has rules for fingers at all (A26)', async () => {
    const call = await showView(Object.keys(scenes).at(-1)!);
    expect(countRulesFor(call, '(pointer: coarse)')).to.be.greaterThan(0);
    expect(find(call, 'p2p-status')).to.not.equal(undefined);
  });
});
