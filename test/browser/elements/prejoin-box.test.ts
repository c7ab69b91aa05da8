import { expect } from '@open-wc/testing';
import { createCall, newRoom, removeCalls, stageOf } from '../support/calls.js';
import { until } from '../support/until.js';

afterEach(removeCalls);

describe('the choice of devices on the pre-join screen', () => {
  for (const [width, height, shows] of [
    [834, 560, false],
    [960, 700, true],
    [1_120, 600, true],
    [1_120, 500, false],
  ] as const) {
    it(`${shows ? 'shows whole' : 'waits behind its button'} in ${width} × ${height}`, async () => {
      const call = createCall({ room: newRoom() });
      call.style.width = `${width}px`;
      call.style.maxWidth = 'none';
      call.style.height = `${height}px`;
      const prejoin = await until(() => stageOf(call)?.querySelector('p2p-prejoin'), 'the pre-join screen');
      const devices = await until(() => prejoin.shadowRoot?.querySelector('p2p-devices:defined'), 'the devices');
      const hasPlace = (): boolean => devices.getClientRects().length > 0;
      if (shows) await until(hasPlace, 'they show');
      const lists = devices.shadowRoot?.querySelectorAll('p2p-device-select') ?? [];
      await until(() => lists.length > 0 || !shows, 'the lists');
      expect(hasPlace()).to.equal(shows);
      expect(prejoin.shadowRoot?.querySelector('.device-switch')?.getClientRects().length).to.equal(shows ? 0 : 1);
      const bottom = devices.getBoundingClientRect().bottom;
      if (shows) expect(bottom).to.be.at.most(call.getBoundingClientRect().bottom);
    });
  }
});

describe('the pre-join screen in a small box', () => {
  for (const [width, height] of [
    [640, 360],
    [480, 270],
    [400, 225],
    [320, 240],
    [300, 400],
    [260, 320],
  ] as const) {
    it(`of ${width} × ${height} shows the whole Join button and field without scrolling`, async () => {
      const call = createCall({ room: newRoom() });
      call.style.width = `${width}px`;
      call.style.height = `${height}px`;
      const prejoin = await until(() => stageOf(call)?.querySelector('p2p-prejoin'), 'the pre-join screen');
      await prejoin.updateComplete;
      const box = call.getBoundingClientRect();
      for (const part of ['button-join', 'field']) {
        const inner = prejoin.shadowRoot?.querySelector(`[part~=${part}]`)?.getBoundingClientRect();
        expect(inner?.top, part).to.be.at.least(box.top);
        expect(inner?.bottom, part).to.be.at.most(box.bottom);
        expect(inner?.left, part).to.be.at.least(box.left);
        expect(inner?.right, part).to.be.at.most(box.right);
      }
    });
  }
});
