import { expect } from '@open-wc/testing';
import type { P2PTileMenu } from '../../../src/components/p2p-tile-menu/p2p-tile-menu.js';
import type { Fact } from '../../../src/core/fact.js';
import type { FakeCall } from '../../fakes/fake-call.js';
import { joinedFacts } from '../../fakes/fake-call-view.js';
import { snapshotOf } from '../../../src/components/p2p-tile-menu/snapshot.js';
import { until } from '../support/until.js';
import { clearStage, find, findAll, movingPicture, settled, showCall, tilesOf } from './scene.js';
import { requestsAt } from '../support/requests-at.js';

afterEach(clearStage);

async function openMenu(call: FakeCall, tile: number): Promise<P2PTileMenu> {
  const button = find<HTMLButtonElement>(tilesOf(call)[tile]!, '.more')!;
  button.focus();
  button.click();
  const menu = await until(() => find<P2PTileMenu>(call, 'p2p-tile-menu'), 'a menu');
  await until(() => findAll(menu, 'button').length > 0, 'its rows');
  return menu;
}

function row(menu: P2PTileMenu, label: string): HTMLElement {
  return findAll(menu, 'button').find((button) => button.textContent?.trim() === label)!;
}

const labels = (menu: P2PTileMenu): (string | undefined)[] =>
  findAll(menu, 'button').map((button) => button.textContent?.trim());

describe('p2p-tile-menu', () => {
  it('comes with a press of the button of a tile, and takes the focus', async () => {
    const call = await showCall(joinedFacts(['Grace']));
    const menu = await openMenu(call, 1);
    await until(() => menu.shadowRoot?.activeElement === find(menu, 'button'), 'focus in the menu');
    expect(find(tilesOf(call)[1]!, '.more')?.getAttribute('aria-label')).to.equal('Options for Grace');
  });

  it('pins, unpins, and closes with it', async () => {
    const call = await showCall(joinedFacts(['Grace', 'Ji']));
    const asked = requestsAt(call, 'p2p-pin-request');
    row(await openMenu(call, 1), 'Pin').click();
    expect(asked).to.deep.equal([{ id: 'Grace', source: 'camera', on: true }]);
    await until(() => !find(call, 'p2p-tile-menu'), 'the end of the menu');
    const pinned: Fact = { type: 'viewing-changed', changes: { pins: ['Grace'] } };
    call.view.tell(pinned);
    row(await openMenu(call, 1), 'Unpin').click();
    expect(asked[1]).to.deep.equal({ id: 'Grace', source: 'camera', on: false });
  });

  it('has for each tile what can be done with it', async () => {
    const call = await showCall(joinedFacts(['Grace']));
    expect(labels(await openMenu(call, 0))).to.deep.equal(['Pin', 'Do not mirror my picture', 'Hide my picture']);
    find<HTMLButtonElement>(tilesOf(call)[0]!, '.more')!.click();
    await until(() => !find(call, 'p2p-tile-menu'), 'the end of the menu');
    expect(labels(await openMenu(call, 1))).to.deep.equal(['Pin', 'Connection']);
  });

  it('asks for the volume that the slider is at', async () => {
    const call = await showCall(joinedFacts(['Grace']));
    const asked = requestsAt(call, 'p2p-volume-request');
    const slider = find<HTMLInputElement>(await openMenu(call, 1), 'input')!;
    slider.value = '40';
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    expect(asked).to.deep.equal([{ id: 'Grace', volume: 0.4 }]);
    expect(find(call, 'p2p-tile-menu')).to.not.equal(undefined);
  });

  it('moves by arrow keys, and closes on Escape with the focus back on its button', async () => {
    const call = await showCall(joinedFacts(['Grace']));
    const menu = await openMenu(call, 1);
    const press = (key: string): void => {
      const init = { key, bubbles: true, composed: true, cancelable: true };
      menu.shadowRoot!.activeElement!.dispatchEvent(new KeyboardEvent('keydown', init));
    };
    await until(() => menu.shadowRoot?.activeElement, 'focus in the menu');
    press('ArrowDown');
    expect(menu.shadowRoot?.activeElement?.localName).to.equal('input');
    press('End');
    expect(menu.shadowRoot?.activeElement?.textContent?.trim()).to.equal('Connection');
    press('ArrowDown');
    expect(menu.shadowRoot?.activeElement?.textContent?.trim()).to.equal('Pin');
    press('Escape');
    const tile = tilesOf(call)[1]!;
    await until(() => !find(call, 'p2p-tile-menu'), 'the end of the menu');
    expect(tile.shadowRoot?.activeElement?.classList.contains('more')).to.equal(true);
  });

  it('shows the whole picture, or fills the tile, and takes a picture in full size', async () => {
    const call = await showCall(joinedFacts(['Grace']));
    call.view.setStream('Grace', 'camera', movingPicture());
    const tile = tilesOf(call)[1]!;
    const video = find<HTMLVideoElement>(tile, 'video')!;
    await until(() => video.videoWidth > 0, 'a picture');
    await settled(call);
    row(await openMenu(call, 1), 'Show the whole picture').click();
    await settled(call);
    expect(getComputedStyle(video).objectFit).to.equal('contain');
    const bitmap = await createImageBitmap((await snapshotOf(video))!);
    expect([bitmap.width, bitmap.height]).to.deep.equal([320, 180]);
  });

  it('shows what the connection does, as long as it is open', async () => {
    const call = await showCall(joinedFacts(['Grace']));
    let asked = 0;
    call.view.statsOf = (id) => {
      asked += 1;
      const camera = {
        bytes: asked * 12_500,
        packets: asked * 99,
        lost: asked,
        width: 640,
        height: 360,
        framesPerSecond: 25,
      };
      return Promise.resolve({ id, atMs: asked * 1_000, path: 'direct', rttMs: 42, received: { camera }, sent: {} });
    };
    const menu = await openMenu(call, 1);
    row(menu, 'Connection').click();
    const detailText = () => find(menu, 'p2p-link-detail')?.shadowRoot?.textContent?.replace(/\s+/g, ' ') ?? '';
    await until(() => detailText().includes('100 kbit/s'), 'the bit rate');
    for (const words of ['Direct', '640 × 360', '25 /s', '1 %', '42 ms']) expect(detailText()).to.include(words);
    find<HTMLButtonElement>(tilesOf(call)[1]!, '.more')!.click();
    await until(() => !find(call, 'p2p-tile-menu'), 'the end of the menu');
    const before = asked;
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(asked).to.equal(before);
  });
});
