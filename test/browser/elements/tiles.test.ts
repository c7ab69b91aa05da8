import { expect } from '@open-wc/testing';
import type { P2PVideoTile } from '../../../src/components/p2p-video-tile/p2p-video-tile.js';
import type { Fact } from '../../../src/core/fact.js';
import type { Presence } from '../../../src/protocol/channel-message.js';
import { aPresence, presenceOf } from '../../fakes/builders.js';
import { joinedFacts, member } from '../../fakes/fake-call-view.js';
import { until } from '../support/calls.js';
import { clearStage, find, findAll, movingPicture, settled, show, showCall, tilesOf } from './scene.js';
import { requestsAt } from '../support/requests-at.js';

afterEach(clearStage);

function videoOf(tile: Element): HTMLVideoElement {
  return find<HTMLVideoElement>(tile, 'video')!;
}

function showsPicture(tile: Element): boolean {
  return find(tile, '.tile')!.classList.contains('picture');
}

/** The fact that a participant sends these sources; by default, both. */
function presenceFact(id: string, changes: Partial<Presence> = {}): Fact {
  return presenceOf(id, aPresence(changes));
}

function frame(video: HTMLVideoElement): Promise<void> {
  return new Promise((resolve) => video.requestVideoFrameCallback(() => resolve()));
}

describe('p2p-video-tile', () => {
  async function showTile(setUp: (tile: P2PVideoTile) => void = () => {}): Promise<P2PVideoTile> {
    const tile = document.createElement('p2p-video-tile');
    tile.style.width = '320px';
    setUp(tile);
    show(tile);
    await settled(tile);
    return tile;
  }

  it('shows a stream of its own, moving', async () => {
    const tile = await showTile((one) => {
      one.stream = movingPicture();
      one.muted = true;
    });
    await until(() => showsPicture(tile), 'a picture');
    await frame(videoOf(tile));
    await frame(videoOf(tile));
  });

  it('keeps the picture running when it updates', async () => {
    const tile = await showTile((one) => {
      one.stream = movingPicture();
      one.muted = true;
    });
    await until(() => showsPicture(tile), 'a picture');
    let emptied = 0;
    videoOf(tile).addEventListener('emptied', () => (emptied += 1));
    tile.name = 'Ada';
    await settled(tile);
    await frame(videoOf(tile));
    expect(emptied).to.equal(0);
    expect(showsPicture(tile)).to.equal(true);
  });

  it('runs on after it was moved in the page', async () => {
    const tile = await showTile((one) => {
      one.stream = movingPicture();
      one.muted = true;
    });
    await until(() => showsPicture(tile), 'a picture');
    show(document.createElement('div')).append(tile);
    await frame(videoOf(tile));
    expect(videoOf(tile).paused).to.equal(false);
  });

  it('plays nothing where it was taken out of the page before it was drawn', async () => {
    const tile = document.createElement('p2p-video-tile');
    tile.stream = movingPicture();
    show(tile);
    tile.remove();
    await tile.updateComplete;
    expect(videoOf(tile).srcObject === null).to.equal(true);
    show(tile);
    await until(() => showsPicture(tile), 'a picture, back in the page');
  });

  it('shows initials without a stream, and a sign without a name', async () => {
    const tile = await showTile((one) => (one.name = 'Ada Lovelace'));
    expect(showsPicture(tile)).to.equal(false);
    expect(find(tile, '.avatar')?.textContent).to.equal('AL');
    tile.name = '';
    await settled(tile);
    expect(find(tile, '.avatar svg')).to.not.equal(undefined);
  });

  it('has a colour by its name', async () => {
    const colour = async (name: string) => {
      const tile = await showTile((one) => (one.name = name));
      return getComputedStyle(find(tile, '.avatar')!).backgroundColor;
    };
    expect(await colour('Ada')).to.equal(await colour('Ada'));
    expect(await colour('Ada')).to.not.equal(await colour('Grace'));
  });

  it('is silent in a call, whatever it is told', async () => {
    const call = await showCall(joinedFacts(['Grace']));
    const tile = tilesOf(call).find((one) => one.participant === 'Grace')!;
    tile.muted = false;
    await settled(call);
    expect(videoOf(tile).muted).to.equal(true);
  });

  it('mirrors the self and nobody else', async () => {
    const call = await showCall(joinedFacts(['Grace']));
    const mirrored = tilesOf(call).map((tile) => videoOf(tile).classList.contains('mirrored'));
    expect(mirrored).to.deep.equal([true, false]);
  });

  it('shows the camera only while it is on', async () => {
    const call = await showCall(joinedFacts(['Grace']));
    call.view.setStream('Grace', 'camera', movingPicture());
    const tile = tilesOf(call)[1]!;
    await until(() => showsPicture(tile), 'a picture');
    call.view.tell(presenceFact('Grace', { camera: 'off' }));
    await settled(call);
    expect(showsPicture(tile)).to.equal(false);
    call.view.tell(presenceFact('Grace'));
    await settled(call);
    expect(showsPicture(tile)).to.equal(true);
  });

  it('shows what comes of someone who has not said yet what it sends', async () => {
    const call = await showCall(joinedFacts());
    call.view.tell({ type: 'member-seen', member: member('Grace', { joinedAt: 2 }) });
    call.view.setStream('Grace', 'camera', movingPicture());
    await settled(call);
    const tile = tilesOf(call)[1]!;
    expect(getComputedStyle(videoOf(tile)).opacity).to.equal('1');
    await until(() => showsPicture(tile), 'a picture');
    expect(find(tile, '.badge'), 'nobody knows whether it is muted').to.equal(undefined);
    call.view.tell(presenceFact('Grace', { microphone: 'off', camera: 'off' }));
    await settled(call);
    expect(find(tile, '.badge.mic-off')).to.not.equal(undefined);
    expect(getComputedStyle(videoOf(tile)).opacity).to.equal('0');
  });

  it('says who is muted, and what is wrong with a connection', async () => {
    const call = await showCall(joinedFacts(['Grace']));
    const tile = tilesOf(call)[1]!;
    expect(find(tile, '[role=img]')).to.equal(undefined);
    expect(find(tile, '.status')).to.equal(undefined);
    call.view.tell(presenceFact('Grace', { microphone: 'off' }));
    for (const [link, words] of [
      ['connecting', 'Connecting…'],
      ['reconnecting', 'Reconnecting…'],
      ['failed', 'Cannot be reached'],
    ] as const) {
      call.view.tell({ type: 'link-changed', id: 'Grace', link, path: undefined });
      await settled(call);
      expect(find(tile, '.status')?.textContent?.trim()).to.equal(words);
    }
    expect(find(tile, '[role=img]')?.getAttribute('aria-label')).to.equal('Microphone off');
  });

  it('shows whose hand is up and who shares a screen', async () => {
    const call = await showCall(joinedFacts(['Grace']));
    const tile = tilesOf(call)[1]!;
    call.view.tell(presenceFact('Grace', { screen: 'on', handAt: 1 }));
    await settled(call);
    const signs = findAll(tile, '[role=img]').map((sign) => sign.getAttribute('aria-label'));
    expect(signs).to.deep.equal(['Hand raised', 'Shares a screen']);
  });

  it('shows the self as the others do where the mirror is off', async () => {
    const call = await showCall(joinedFacts(['Grace']));
    call.view.tell({ type: 'mirrored-changed', mirrored: false });
    await settled(call);
    expect(videoOf(tilesOf(call)[0]!).classList.contains('mirrored')).to.equal(false);
  });

  it('lets people look closer at a screen, by keys and by the wheel, and back', async () => {
    const call = await showCall(joinedFacts(['Grace']));
    call.view.setStream('Grace', 'screen', movingPicture());
    call.view.tell(presenceFact('Grace', { screen: 'on' }));
    const tile = await until(() => tilesOf(call).find(({ source }) => source === 'screen'), 'a screen');
    await settled(call);
    const box = find(tile, '.tile')!;
    await until(() => box.style.touchAction, 'what enlarges');
    const scale = (): number => Number(videoOf(tile).style.scale || 1);
    const press = (key: string): boolean =>
      box.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
    expect(press('ArrowLeft')).to.equal(true);
    press('+');
    expect(scale()).to.equal(1.5);
    press('ArrowLeft');
    expect(Number.parseFloat(videoOf(tile).style.translate)).to.be.above(0);
    press('0');
    expect(scale()).to.equal(1);
    const wheel = (ctrlKey: boolean): boolean =>
      box.dispatchEvent(new WheelEvent('wheel', { deltaY: -100, ctrlKey, bubbles: true, cancelable: true }));
    expect(wheel(false)).to.equal(true);
    expect(scale()).to.equal(1);
    expect(wheel(true)).to.equal(false);
    expect(scale()).to.be.above(1);
  });

  it('shows a name as text', async () => {
    const name = '<img src=x onerror=alert(1)>';
    const call = await showCall([...joinedFacts(), { type: 'member-seen', member: member('x', { name }) }]);
    expect(find(tilesOf(call)[1]!, '.name bdi')?.textContent).to.equal(name);
  });
});

describe('p2p-grid', () => {
  function boxes(call: Element): DOMRect[] {
    return tilesOf(call).map((tile) => tile.getBoundingClientRect());
  }

  it('has a tile for everyone, the self first', async () => {
    const call = await showCall(joinedFacts(['Grace', 'Ji']));
    expect(tilesOf(call).map((tile) => tile.participant)).to.deep.equal(['self', 'Grace', 'Ji']);
  });

  it('keeps tiles and their pictures when people come and go', async () => {
    const call = await showCall(joinedFacts(['Grace', 'Ji']));
    const [self, grace, ji] = tilesOf(call);
    call.view.tell({ type: 'member-seen', member: member('Bo', { joinedAt: 9 }) });
    await settled(call);
    const bo = tilesOf(call)[3];
    expect(tilesOf(call)).to.deep.equal([self, grace, ji, bo]);
    const video = videoOf(ji!);
    call.view.tell({ type: 'member-left', id: 'Grace', reason: 'left' });
    await settled(call);
    expect(tilesOf(call)).to.deep.equal([self, ji, bo]);
    expect(videoOf(ji!)).to.equal(video);
  });

  it('places tiles beside each other inside its box, also after the box changed', async () => {
    const call = await showCall(joinedFacts(['Grace', 'Ji', 'Bo']), { theme: 'light' });
    const grid = find(call, '.grid')!;
    for (const width of ['800px', '320px']) {
      call.style.width = width;
      await until(
        () => Math.max(...boxes(call).map(({ right }) => right)) <= grid.getBoundingClientRect().right + 1,
        width,
      );
      const places = boxes(call);
      for (const [index, a] of places.entries()) {
        expect(a.width).to.be.above(50);
        for (const b of places.slice(index + 1)) {
          const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
          expect(apart).to.equal(true);
        }
      }
    }
  });

  it('puts the self into the other corner where people read from right to left', async () => {
    const call = await showCall(joinedFacts(['Grace']));
    const middle = (rect?: DOMRect) => rect!.left + rect!.width / 2;
    expect(middle(boxes(call)[0])).to.be.above(middle(boxes(call)[1]));
    document.documentElement.removeAttribute('lang');
    document.documentElement.dir = 'rtl';
    await until(() => {
      find<HTMLElement & { requestUpdate(): void }>(call, 'p2p-grid')?.requestUpdate();
      return middle(boxes(call)[0]) < middle(boxes(call)[1]);
    }, 'the self on the left');
  });

  it('follows the layout attribute and the ratio of the page', async () => {
    const call = await showCall(joinedFacts(['Grace']), { layout: 'grid' });
    await settled(call);
    expect(boxes(call)[0]!.width).to.be.closeTo(boxes(call)[1]!.width, 1);
    call.style.setProperty('--p2p-tile-ratio', '1');
    call.style.width = '700px';
    await until(() => Math.abs(boxes(call)[0]!.width - boxes(call)[0]!.height) < 1, 'square tiles');
    call.layout = 'spotlight';
    await until(() => boxes(call)[1]!.width > boxes(call)[0]!.width * 2, 'one large tile');
  });

  const placeOf = (call: Element, participant: string, source = 'camera'): HTMLElement =>
    tilesOf(call).find((tile) => tile.participant === participant && tile.source === source)!.parentElement!;
  const widthOf = (call: Element, participant: string, source = 'camera'): number =>
    placeOf(call, participant, source).getBoundingClientRect().width;

  it('makes a screen large as soon as it is shared, and all equal when it is over', async () => {
    const call = await showCall(joinedFacts(['Grace', 'Ji']));
    call.view.tell(presenceFact('Grace', { screen: 'on' }));
    await settled(call);
    expect(tilesOf(call)).to.have.lengthOf(4);
    await until(() => widthOf(call, 'Grace', 'screen') > 3 * widthOf(call, 'Ji'), 'a large screen');
    call.view.tell(presenceFact('Grace'));
    await settled(call);
    expect(tilesOf(call)).to.have.lengthOf(3);
    await until(() => Math.abs(widthOf(call, 'Grace') - widthOf(call, 'Ji')) < 1, 'equal tiles');
  });

  it('makes the pinned large, and keeps every picture where it is in the tree', async () => {
    const call = await showCall(joinedFacts(['Grace', 'Ji', 'Bo']));
    const before = tilesOf(call);
    call.view.tell({ type: 'viewing-changed', changes: { pins: ['Ji', 'Bo'] } });
    await settled(call);
    expect(tilesOf(call)).to.deep.equal(before);
    await until(() => widthOf(call, 'Ji') > 1.5 * widthOf(call, 'Grace'), 'a large tile');
    expect(widthOf(call, 'Bo')).to.be.closeTo(widthOf(call, 'Ji'), 1);
  });

  describe('with the self floating', () => {
    const isAbove = (call: Element): boolean =>
      boxes(call)[0]!.top + boxes(call)[0]!.height / 2 < boxes(call)[1]!.top + boxes(call)[1]!.height / 2;
    const isLeft = (call: Element): boolean =>
      boxes(call)[0]!.left + boxes(call)[0]!.width / 2 < boxes(call)[1]!.left + boxes(call)[1]!.width / 2;
    const press = (type: string, x: number, y: number): PointerEvent =>
      new PointerEvent(type, { pointerId: 1, clientX: x, clientY: y, bubbles: true, composed: true });

    it('moves it from corner to corner by arrow keys', async () => {
      const call = await showCall(joinedFacts(['Grace']));
      const place = placeOf(call, 'self');
      place.focus();
      for (const [key, above, left] of [
        ['ArrowUp', true, false],
        ['ArrowLeft', true, true],
        ['ArrowDown', false, true],
        ['ArrowRight', false, false],
      ] as const) {
        place.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
        await until(() => isAbove(call) === above && isLeft(call) === left, key);
      }
    });

    it('drops it into the corner that it was dragged to, and leaves it at a mere press', async () => {
      const call = await showCall(joinedFacts(['Grace']));
      const place = placeOf(call, 'self');
      // The pointers of the test are not real, so the browser cannot capture them.
      place.setPointerCapture = () => undefined;
      const { x, y } = place.getBoundingClientRect();
      place.dispatchEvent(press('pointerdown', x + 9, y + 9));
      place.dispatchEvent(press('pointermove', 100, 100));
      expect(place.getBoundingClientRect().top).to.be.below(200);
      await new Promise((resolve) => setTimeout(resolve, 200));
      place.dispatchEvent(press('pointerup', 100, 100));
      await until(() => isAbove(call) && isLeft(call), 'the other corner');
      place.dispatchEvent(press('pointerdown', 50, 50));
      place.dispatchEvent(press('pointerup', 50, 50));
      await settled(call);
      expect(isAbove(call) && isLeft(call)).to.equal(true);
    });

    it('hides it, says how to have it back, and asks for that', async () => {
      const call = await showCall(joinedFacts(['Grace']));
      call.view.tell({ type: 'viewing-changed', changes: { selfHidden: true } });
      await settled(call);
      expect(tilesOf(call).map((tile) => tile.participant)).to.deep.equal(['Grace']);
      const asked = requestsAt(call, 'p2p-self-view-request');
      find(call, '.self-view')!.click();
      expect(asked).to.deep.equal([{ on: true }]);
    });
  });

  it('turns pages where tiles would be too small', async () => {
    const others = Array.from({ length: 40 }, (_, index) => `p${index}`);
    const call = await showCall(joinedFacts(others));
    const shown = (): string[] =>
      tilesOf(call)
        .filter((tile) => tile.getBoundingClientRect().width > 0)
        .map((tile) => tile.participant!);
    await until(() => findAll(call, '.turn').length === 2, 'a pager');
    const [back, next] = findAll<HTMLButtonElement>(call, '.turn') as [HTMLButtonElement, HTMLButtonElement];
    const first = shown();
    expect(first.length).to.be.below(41);
    expect(back.ariaDisabled).to.equal('true');
    next.click();
    await settled(call);
    const second = shown();
    expect(second.some((id) => first.includes(id))).to.equal(false);
    back.click();
    await settled(call);
    expect(shown()).to.deep.equal(first);
  });

  it('is empty without a call', async () => {
    const grid = show(document.createElement('p2p-grid'));
    await settled(grid);
    expect(grid.shadowRoot?.querySelectorAll('p2p-video-tile')).to.have.lengthOf(0);
  });
});
