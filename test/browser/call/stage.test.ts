import { expect } from '@open-wc/testing';
import { createPair, removeCalls, seenBy } from '../support/calls.js';
import { until } from '../support/until.js';
import { find, tilesOf } from '../elements/scene.js';

afterEach(removeCalls);

describe('a call of two', () => {
  it('says what has passed between them', async () => {
    const [first, second] = await createPair();
    const id = second.self!.id;
    const stats = await until(async () => {
      const [one] = await first.getStats();
      const flows = (one?.received.camera?.framesPerSecond ?? 0) > 0 && (one?.received.microphone?.packets ?? 0) > 0;
      return flows ? one : undefined;
    }, 'pictures and sound that were counted');
    expect(stats.id).to.equal(id);
    expect(stats.path).to.equal('direct');
    expect(stats.received.camera!.bytes).to.be.above(0);
    expect(stats.received.camera!.width).to.be.above(0);
    expect(stats.sent.camera!.packets).to.be.above(0);
    expect(stats.received.screen?.bytes ?? 0).to.equal(0);
    await until(async () => ((await first.getStats())[0]?.rttMs ?? 0) > 0, 'a round trip');
    await first.leave();
    expect(await first.getStats()).to.deep.equal([]);
  });

  it('pins whom it is told, and nobody else', async () => {
    const [first, second] = await createPair();
    const self = first.self!.id;
    const width = (id: string): number =>
      tilesOf(first)
        .find((tile) => tile.participant === id)!
        .getBoundingClientRect().width;
    await until(() => width(self) < width(second.self!.id), 'a small self');
    await first.pin(self);
    await until(() => width(self) > width(second.self!.id), 'a large self');
    await first.pin(undefined);
    await until(() => width(self) < width(second.self!.id), 'a small self again');
    const nobody: unknown = await first.pin('nobody').catch((error: unknown) => error);
    expect(nobody).to.have.property('code', 'peer-unreachable');
    await first.leave();
    const outside: unknown = await first.pin(self).catch((error: unknown) => error);
    expect(outside).to.have.property('code', 'not-joined');
  });

  it('lets the menu of a tile set the volume', async () => {
    const [first, second] = await createPair();
    await until(() => seenBy(first, second)?.camera === 'on', 'the camera of the other');
    const tile = await until(
      () => tilesOf(first).find(({ participant }) => participant === second.self!.id),
      'the tile of the other',
    );
    (await until(() => find<HTMLButtonElement>(tile, '.more'), 'its menu')).click();
    const menu = await until(() => find(tile, 'p2p-tile-menu'), 'a menu');
    const slider = await until(() => find<HTMLInputElement>(menu, 'input'), 'a slider');
    slider.value = '20';
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    await until(() => slider.getAttribute('aria-valuetext') === '20 %', 'the volume that is so');
  });
});
