import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { FakeCall } from '../../fakes/fake-call.js';
import { joinedFacts, member, prejoinFacts } from '../../fakes/fake-call-view.js';
import { clearStage, find, findAll, scenes, settled, show, showCall, stilled, wrong } from '../elements/scene.js';
import { until } from '../support/until.js';
import { described, focused, showView, targetsOf, views } from './views.js';
import { requestsAt } from '../support/requests-at.js';

afterEach(clearStage);

/** A button of the page, before or after the call. */
function pageButton(text: string): HTMLButtonElement {
  const button = show(document.createElement('button'));
  button.textContent = text;
  return button;
}

/** The stops of the Tab key, from a button before a call to one after it. */
async function tabThrough(call: Element, direction: 'there' | 'back' = 'there'): Promise<Element[]> {
  const [before, after] = [pageButton('Before'), pageButton('After')];
  call.before(before);
  const [from, to] = direction === 'there' ? [before, after] : [after, before];
  from.focus();
  const path: Element[] = [];
  if (direction === 'back') await sendKeys({ down: 'Shift' });
  try {
    for (;;) {
      await sendKeys({ press: 'Tab' });
      const at = focused();
      if (at === to || !at) return path;
      path.push(at);
      expect(path.length, path.map(described).join('\n')).to.be.lessThan(60);
    }
  } finally {
    if (direction === 'back') await sendKeys({ up: 'Shift' });
    before.remove();
    after.remove();
  }
}

/** Whether at least a part of an element is visible once the page has scrolled to it. */
function isUncovered(element: Element): boolean {
  const { left, top, width, height } = element.getBoundingClientRect();
  const parts = [0.1, 0.5, 0.9];
  return parts.some((across) =>
    parts.some((down) => {
      let hit = document.elementFromPoint(left + width * across, top + height * down);
      while (hit?.shadowRoot) {
        const inner = hit.shadowRoot.elementFromPoint(left + width * across, top + height * down);
        if (!inner || inner === hit) break;
        hit = inner;
      }
      return !!hit && isIn(element, hit);
    }),
  );
}

/** Things that close when the focus leaves them, or stay open over it until Escape is pressed. */
const popovers = ['the menu of the controls', 'reactions', 'the menu of a tile', 'the connection to a participant'];

describe('the Tab key', () => {
  for (const view of Object.keys(views).filter((name) => !popovers.includes(name))) {
    for (const width of ['320px', '900px']) {
      it(`goes through all that can be pressed and out again, and what has the focus is in sight (A6, A9): ${view}, ${width}`, async () => {
        const call = await showView(view);
        call.style.width = width;
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        await settled(call);
        const stops = new Set<Element>();
        for (const stop of await tabThrough(call)) {
          stops.add(stop);
          (stop as HTMLElement).focus();
          // Closes what covers the element.
          await stilled();
          stop.scrollIntoView({ block: 'nearest' });
          expect(isUncovered(stop), `${described(stop)} is covered`).to.equal(true);
        }
        // The toolbar is one stop of the Tab key; inside it, the arrow keys move the focus.
        const bar = find(call, 'p2p-controls');
        const missed = targetsOf(call).filter(
          (target) => !stops.has(target) && !target.matches(':disabled') && !isIn(bar, target),
        );
        expect(missed.map(described)).to.deep.equal([]);
      });
    }
  }

  it('goes back the way it came (A6)', async () => {
    const call = await showView('people, one unfolded');
    call.style.width = '900px';
    const there = await tabThrough(call);
    const back = await tabThrough(call, 'back');
    expect(back.map(described)).to.deep.equal(there.map(described).reverse());
  });

  it('goes in the order in which things are seen: what went wrong, pictures, panel, controls (A6)', async () => {
    const call = await showCall([
      ...joinedFacts(['Grace']),
      { type: 'went-wrong', error: wrong('mic-denied') },
      { type: 'panel-changed', panel: 'people' },
    ]);
    const hosts = (await tabThrough(call)).map((stop) => outermost(call, stop));
    expect([...new Set(hosts)]).to.deep.equal(['p2p-status', 'p2p-grid', 'p2p-people', 'p2p-controls']);
  });

  it('shows where it is with a line around it (A8)', async () => {
    for (const view of ['pre-join', 'in a call with trouble', 'people, one unfolded']) {
      const call = await showView(view);
      for (const stop of await tabThrough(call)) {
        (stop as HTMLElement).focus();
        const { outlineStyle, outlineWidth } = getComputedStyle(stop);
        expect(outlineStyle, described(stop)).to.not.equal('none');
        expect(Number.parseFloat(outlineWidth), described(stop)).to.be.greaterThanOrEqual(2);
      }
      clearStage();
    }
  });
});

describe('the toolbar', () => {
  it('is one stop, and its arrow keys reach every control and the menu (A7)', async () => {
    const call = await showView('with one other');
    const bar = find(call, 'p2p-controls')!;
    const inBar = targetsOf(call).filter((target) => isIn(bar, target));
    expect((await tabThrough(call)).filter((stop) => isIn(bar, stop))).to.have.lengthOf(1);
    inBar[0]!.focus();
    const reached = new Set<Element>();
    for (let step = 0; step < inBar.length; step += 1) {
      reached.add(focused()!);
      await sendKeys({ press: 'ArrowRight' });
    }
    expect(inBar.filter((target) => !reached.has(target)).map(described)).to.deep.equal([]);
    expect(focused()).to.equal(inBar[0]);
  });
});

describe('Escape', () => {
  it('closes the menu, and the focus is where it was (A12)', async () => {
    const call = await showView('the menu of the controls');
    await sendKeys({ press: 'Escape' });
    await until(() => focused()?.matches('.more'), 'the focus on the button');
    expect(find(call, '.menu')!.matches(':popover-open')).to.equal(false);
  });

  it('closes the reactions, and the focus is where it was (A12)', async () => {
    const call = await showView('reactions');
    await sendKeys({ press: 'Escape' });
    await until(() => focused()?.matches('.button.reactions'), 'the focus on the button');
    expect(find(call, 'p2p-reaction-picker')?.checkVisibility() ?? false).to.equal(false);
  });

  it('is not needed after a press in the menu, and the focus is where it was (A12)', async () => {
    const call = await showView('the menu of the controls');
    const row = findAll(call, '.button.row').find((one) => one.matches('.hand'))!;
    row.focus();
    row.click();
    await until(() => focused()?.matches('.more'), 'the focus on the button');
  });

  it('is not needed after a choice of reactions from the menu, and the focus is where it was (A12)', async () => {
    const call = await showView('the menu of the controls');
    const row = findAll(call, '.button.row').find((one) => one.matches('.reactions'))!;
    row.focus();
    row.click();
    await until(() => focused()?.getRootNode() === find(call, 'p2p-reaction-picker')?.shadowRoot, 'the reactions');
    (focused() as HTMLElement).click();
    await until(() => focused()?.matches('.more'), 'the focus on the button');
  });

  it('asks to close a panel (A12)', async () => {
    const call = await showCall([...joinedFacts(['Grace']), { type: 'panel-changed', panel: 'people' }]);
    const asked = requestsAt(call, 'p2p-panel-request');
    find<HTMLElement>(call, '.panel-close button')!.focus();
    await sendKeys({ press: 'Escape' });
    expect(asked).to.deep.equal([{ panel: 'people', open: false }]);
  });
});

describe('the focus', () => {
  it('stays on Join while joining takes no time, and then is on the controls (A10)', async () => {
    const call = await showCall(prejoinFacts());
    const join = find<HTMLElement>(call, '.main-action')!;
    join.focus();
    call.view.tell({ type: 'join-started' });
    await settled(call);
    expect(focused()).to.equal(join);
    call.view.tell({ type: 'welcomed', id: 'self', members: [member('self')], kept: [] });
    await until(() => focused()?.getAttribute('aria-label') === 'Microphone', 'the focus on the controls');
  });

  it('is on the controls after joining, and on what is said after leaving (A10)', async () => {
    const call = await showCall(prejoinFacts());
    find<HTMLElement>(call, '.main-action')!.focus();
    call.view.tell({ type: 'join-started' }, { type: 'join-slow' });
    await until(() => focused()?.textContent === 'Joining…', 'the focus on what is going on');
    call.view.tell({ type: 'welcomed', id: 'self', members: [member('self')], kept: [] });
    await until(() => focused()?.getAttribute('aria-label') === 'Microphone', 'the focus on the controls');
    call.view.tell({ type: 'left', reason: 'removed' });
    await until(() => focused()?.textContent === 'You were removed', 'the focus on what happened');
  });

  it('goes into a panel that opens, and back to what opened it (A11)', async () => {
    const call = await showCall(joinedFacts(['Grace']));
    call.style.width = '1000px';
    await until(() => targetsOf(call).find((one) => one.matches('.button.people')), 'the button');
    const button = find<HTMLElement>(call, '.button.people')!;
    button.focus();
    call.view.tell({ type: 'panel-changed', panel: 'people' });
    await until(() => focused()?.matches('h2'), 'the focus on the title');
    call.view.tell({ type: 'panel-changed', panel: undefined });
    await until(() => focused() === button, 'the focus on the button');
  });

  it('goes back to what opened the panel that closes, from whichever panel one came (A11)', async () => {
    const call = await showCall(joinedFacts(['Grace']));
    call.style.width = '1000px';
    await until(() => targetsOf(call).find((one) => one.matches('.button.people')), 'the buttons');
    const [people, settings] = ['people', 'settings'].map((name) => find<HTMLElement>(call, `.button.${name}`)!);
    people!.focus();
    call.view.tell({ type: 'panel-changed', panel: 'people' });
    await until(() => focused()?.matches('h2'), 'the focus on the title');
    settings!.focus();
    call.view.tell({ type: 'panel-changed', panel: 'settings' });
    await until(() => focused()?.matches('h2'), 'the focus on the other title');
    // A key closes it from inside.
    call.view.tell({ type: 'panel-changed', panel: 'people' });
    await until(
      () => focused()?.getRootNode() === find(call, 'p2p-people')?.shadowRoot,
      'the focus in the first again',
    );
    call.view.tell({ type: 'panel-changed', panel: undefined });
    await until(() => focused() === settings, 'the focus on the button that was pressed last');
  });

  it('goes to the controls where what had it is gone with a press (A13)', async () => {
    const call = await showCall([...joinedFacts(['Grace']), { type: 'went-wrong', error: wrong('mic-denied') }]);
    const close = find<HTMLElement>(call, '.close')!;
    close.focus();
    close.click();
    await until(() => focused()?.getAttribute('aria-label') === 'Microphone', 'the focus on the controls');
    expect(findAll(call, '.toast')).to.deep.equal([]);
  });

  it('stays on a button that can do no more (A13)', async () => {
    const call = await crowded();
    const next = await until(() => find<HTMLElement>(call, '.turn:last-child'), 'the pager');
    next.focus();
    // To the last page.
    for (let press = 0; press < 20; press += 1) {
      next.click();
      await settled(call);
      expect(focused()).to.equal(next);
    }
    expect(next.getAttribute('aria-disabled')).to.equal('true');
  });

  it('is not taken from the page (A14)', async () => {
    const outside = pageButton('Outside');
    outside.focus();
    const call = await showCall(prejoinFacts());
    for (const facts of Object.values(scenes)) {
      call.view.tell({ type: 'closed' }, ...facts);
      await settled(call);
    }
    call.view.tell({ type: 'closed' }, ...joinedFacts(['Grace']), { type: 'panel-changed', panel: 'people' });
    await settled(call);
    await new Promise((resolve) => setTimeout(resolve));
    expect(focused()).to.equal(outside);
  });
});

describe('the keys of a call', () => {
  it('are listed by a key, work in the call alone, and can be switched off (A15)', async () => {
    const call = await showCall(joinedFacts(['Grace']));
    const asked: unknown[] = [];
    for (const name of ['mic', 'panel'] as const) {
      call.addEventListener(`p2p-${name}-request`, ({ detail }) => asked.push(detail));
    }
    const outside = pageButton('Outside');
    outside.focus();
    await sendKeys({ press: 'm' });
    expect(asked).to.deep.equal([]);
    find<HTMLElement>(call, '.button.mic')!.focus();
    await sendKeys({ press: 'm' });
    await sendKeys({ press: '?' });
    expect(asked).to.deep.equal([{}, { panel: 'shortcuts' }]);
    call.setAttribute('hotkeys', 'off');
    await settled(call);
    await sendKeys({ press: 'm' });
    expect(asked).to.have.lengthOf(2);
  });

  it('leave what is typed alone (A15)', async () => {
    const call = await showCall(prejoinFacts(''));
    let asked = 0;
    call.addEventListener('p2p-mic-request', () => (asked += 1));
    const field = find<HTMLInputElement>(call, 'input[name=name]')!;
    field.focus();
    await sendKeys({ type: 'mm' });
    expect([field.value, asked]).to.deep.equal(['mm', 0]);
  });
});

describe('the floating picture', () => {
  it('goes round all corners by double clicks, without being dragged (A16)', async () => {
    const call = await showView('with one other');
    const floating = find<HTMLElement>(call, '.floating')!;
    const seen = new Set<string>();
    for (let at = 0; at < 4; at += 1) {
      floating.dispatchEvent(new MouseEvent('dblclick', { bubbles: true, composed: true }));
      await settled(call);
      seen.add(floating.style.translate);
    }
    expect(seen.size).to.equal(4);
  });

  it('goes to another corner by arrow keys (A16)', async () => {
    const call = await showView('with one other');
    const floating = find<HTMLElement>(call, '.floating')!;
    const { top } = floating.getBoundingClientRect();
    floating.focus();
    await sendKeys({ press: 'ArrowUp' });
    await until(() => floating.getBoundingClientRect().top < top - 50, 'the picture above');
    expect(focused()).to.equal(floating);
  });
});

/** A call with so many participants that the tiles are on several pages. */
async function crowded(): Promise<FakeCall> {
  const call = await showCall(joinedFacts(Array.from({ length: 24 }, (_, at) => `Person ${at}`)), { layout: 'grid' });
  call.style.width = '320px';
  return call;
}

/** Whether an element is the other element or a descendant of it, across shadow trees. */
function isIn(outer: Element | undefined, element: Element): boolean {
  for (let one: Element | undefined = element; one;) {
    if (outer?.contains(one)) return true;
    const root = one.getRootNode();
    one = root instanceof ShadowRoot ? root.host : undefined;
  }
  return false;
}

/** The tag of the top-level element of the interface that contains a stop of the Tab key. */
function outermost(call: FakeCall, stop: Element): string {
  return (
    [...find(call, 'p2p-stage')!.shadowRoot!.querySelectorAll('*')].find(
      (one) => isIn(one, stop) && one.localName.startsWith('p2p-'),
    )?.localName ?? ''
  );
}
