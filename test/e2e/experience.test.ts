import { beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from './support/caller.js';
import { each, eachFromTheLast, goesOnShowing, threeBrowsers } from './support/three-browsers.js';

const browsers = threeBrowsers();
/** Ada joins first, so she is the host. */
let ada: Caller;
let bo: Caller;
let cy: Caller;

beforeAll(async () => {
  for (const caller of browsers.all) await caller.opens(`${browsers.url}/?room=experience`);
  ({ ada, bo, cy } = browsers);
});

describe('three browsers in one call', () => {
  eachFromTheLast();

  it('give one who comes late the chat so far, but for what was said in private', async () => {
    await ada.joins('Ada');
    await bo.joins('Bo');
    await each([ada, bo], `call.participants[1]?.connection === 'connected'`, 'the two are connected');
    await ada.run(`await call.sendMessage('Good morning')`);
    await bo.run(`await call.sendMessage('Only for Ada', { to: '${ada.id}' })`);
    await ada.until(`window.callEvents.some(({ detail }) => detail.text === 'Only for Ada')`, 'a private message');
    await bo.run(`await call.sendMessage('Who is late?')`);
    await ada.until(`window.callEvents.some(({ detail }) => detail.text === 'Who is late?')`, 'the last message');

    await cy.joins('Cy');
    // Each participant sends the messages that it wrote itself, whoever is connected first.
    for (const text of ['Good morning', 'Who is late?']) {
      await cy.until(`window.callEvents.some(({ detail }) => detail.text === '${text}')`, 'the history');
    }
    expect((await cy.eventsOf('message')).map(({ from, text }) => `${from} ${text}`).toSorted()).toEqual(
      [`${ada.id} Good morning`, `${bo.id} Who is late?`].toSorted(),
    );
  });

  it('see and hear each other in three tiles', async () => {
    const all = [ada, bo, cy];
    for (const caller of all) {
      for (const { id } of all.filter((one) => one !== caller)) {
        await caller.until(`(await frames('${id}')) > 5`, 'moving pictures');
        await caller.until(`(await sound('${id}')) > 0`, 'sound');
        await caller.until(`!!inTile('${id}', '.tile.picture')`, 'a picture in the tile');
      }
      const areas = await caller.until<readonly number[]>(
        `(() => {
          const tiles = ${JSON.stringify(all.map(({ id }) => id))}.map((id) => tile(id)?.parentElement);
          const isStill = !tiles[0]?.parentElement.getAnimations({ subtree: true }).length;
          return isStill && tiles.every((one) => one?.offsetWidth) && tiles.map((one) => one.offsetWidth * one.offsetHeight);
        })()`,
        'three tiles',
      );
      expect(Math.max(...areas) / Math.min(...areas), 'all of one size').toBeLessThan(1.1);
    }
  });

  it('have whom they pin large, each for itself', async () => {
    await ada.run(`await call.pin('${cy.id}')`);
    await cy.run(`await call.pin('${ada.id}')`);
    await ada.until(`isLarge('${cy.id}') && !isLarge('${bo.id}')`, 'Cy is large');
    await cy.until(`isLarge('${ada.id}') && !isLarge('${bo.id}')`, 'Ada is large');
    expect(await bo.run(`isLarge('${ada.id}') || isLarge('${cy.id}')`)).toBe(false);
    await ada.run(`await call.pin('${bo.id}')`);
    await ada.until(`isLarge('${cy.id}') && isLarge('${bo.id}')`, 'both are large');
    for (const caller of [ada, cy]) await caller.run(`await call.pin(undefined)`);
    await each([ada, cy], `!isLarge('${ada.id}') && !isLarge('${bo.id}') && !isLarge('${cy.id}')`, 'all are equal');
  });

  it('have the one who speaks in the spotlight', async () => {
    for (const caller of [ada, cy]) await caller.run(`await call.setMicrophone(false)`);
    await cy.run(`(call.layout = 'spotlight')`);
    // Only Bo can be heard; the fake microphone beeps.
    await cy.until(`isLarge('${bo.id}') && !isLarge('${ada.id}')`, 'Bo is large');
    await ada.run(`await call.setMicrophone(true)`);
    await bo.run(`await call.setMicrophone(false)`);
    await cy.until(`isLarge('${ada.id}') && !isLarge('${bo.id}')`, 'Ada is large');
    await bo.run(`await call.setMicrophone(true)`);
    await ada.run(`await call.setMicrophone(false)`);
    await cy.until(`isLarge('${bo.id}') && !isLarge('${ada.id}')`, 'Bo is large again');
    for (const caller of [ada, cy]) await caller.run(`await call.setMicrophone(true)`);
    await cy.run(`(call.layout = 'auto')`);
    await cy.until(`!isLarge('${ada.id}') && !isLarge('${bo.id}')`, 'nobody is large');
  });

  it('see the screen that one shares beside the camera, and a second one', async () => {
    await bo.run(`await call.setScreen(true)`);
    for (const caller of [ada, cy]) {
      await caller.until(`other('${bo.id}').screen === 'on'`, 'Bo shares');
      await caller.until(`isLarge('${bo.id}', 'screen')`, 'the screen is large');
      await goesOnShowing(caller, bo.id, 'the screen moves', 'screen');
      await goesOnShowing(caller, bo.id, 'the camera goes on');
    }
    await cy.run(`await call.setScreen(true)`);
    for (const caller of [ada, bo]) await goesOnShowing(caller, cy.id, 'the second screen moves', 'screen');
    for (const caller of [bo, cy]) await caller.run(`await call.setScreen(false)`);
    await each([ada, bo, cy], `call.participants.every(({ screen }) => screen === 'off')`, 'no screens');
    await each([ada, bo, cy], `!tile('${bo.id}', 'screen') && !tile('${cy.id}', 'screen')`, 'no tiles of screens');
  });

  it('see a hand go up and down', async () => {
    await cy.run(`await call.setHand(true)`);
    await each([ada, bo], `!!inTile('${cy.id}', '[part~="tile-hand"]') && other('${cy.id}').handRaised`, 'a hand');
    await cy.run(`await call.setHand(false)`);
    await each([ada, bo], `!inTile('${cy.id}', '[part~="tile-hand"]') && !other('${cy.id}').handRaised`, 'no hand');
    for (const caller of [ada, bo, cy]) {
      expect(await caller.eventsOf('hand-change')).toEqual([
        { id: cy.id, raised: true },
        { id: cy.id, raised: false },
      ]);
    }
  });

  it('see a reaction', async () => {
    await bo.run(`await call.react('🎉')`);
    await each([ada, bo, cy], `window.callEvents.some(({ type }) => type === 'reaction')`, 'a reaction');
    for (const caller of [ada, bo, cy]) {
      expect(await caller.eventsOf('reaction')).toEqual([{ from: bo.id, emoji: '🎉' }]);
    }
  });

  it('write to all, or to one whom alone it reaches', async () => {
    const before = (await bo.eventsOf('message')).length;
    await ada.run(`await call.sendMessage('Bo must not see this', { to: '${cy.id}' })`);
    await cy.run(`await call.sendMessage('<b>To all</b>')`);
    await ada.run(`await call.sendMessage('So do I')`);
    await each([ada, bo, cy], `window.callEvents.some(({ detail }) => detail.text === '<b>To all</b>')`, 'a message');
    await each([ada, bo, cy], `window.callEvents.some(({ detail }) => detail.text === 'So do I')`, 'another message');
    await cy.until(
      `window.callEvents.some(({ detail }) => detail.text === 'Bo must not see this')`,
      'a private message',
    );
    const texts = (await bo.eventsOf('message')).slice(before).map(({ text }) => text);
    expect(texts.toSorted()).toEqual(['<b>To all</b>', 'So do I']);
  });

  it('pass on values of the page', async () => {
    await ada.run(`await call.sendData({ page: 4, for: 'Bo' }, { to: '${bo.id}' })`);
    await ada.run(`await call.sendData({ page: 5 })`);
    await each([bo, cy], `window.callEvents.some(({ detail }) => detail.value?.page === 5)`, 'a value');
    expect(await bo.eventsOf('data')).toEqual([
      { from: ada.id, value: { page: 4, for: 'Bo' } },
      { from: ada.id, value: { page: 5 } },
    ]);
    expect(await cy.eventsOf('data')).toEqual([{ from: ada.id, value: { page: 5 } }]);
  });

  it('see and hear one who changes camera and microphone without being told of it', async () => {
    const negotiated = `connections().map((one) => one.remoteDescription?.sdp)`;
    const before = new Map<Caller, readonly [number, unknown]>();
    for (const caller of [ada, cy]) {
      before.set(caller, [(await caller.eventsOf('participant-changed')).length, await caller.run(negotiated)]);
    }
    for (const [kind, source] of [
      ['camera', 'video'],
      ['microphone', 'audio'],
    ] as const) {
      const used = `call.streamOf('${bo.id}', '${kind}').getTracks()[0].getSettings().deviceId`;
      const next = await bo.run<string>(
        `((used) => call.devices.findLast(({ kind, id }) => kind === '${kind}' && id !== used).id)(${used})`,
      );
      await bo.run(`await call.setDevice('${kind}', '${next}')`);
      expect(await bo.run(used)).toBe(next);
      const own = `call.streamOf('${bo.id}', '${kind}').getTracks()[0]`;
      const sending = `connections().flatMap((one) => one.getSenders()).filter(({ track }) => track === ${own}).length`;
      expect(await bo.run(sending), `the new ${source} goes to both`).toBe(2);
    }
    for (const caller of [ada, cy]) {
      await goesOnShowing(caller, bo.id, 'pictures go on');
      const loudness = await caller.run<number>(`await sound('${bo.id}')`);
      await caller.until(`(await sound('${bo.id}')) > ${loudness}`, 'sound goes on');
      const [changes, negotiation] = before.get(caller) ?? [];
      const changed = (await caller.eventsOf('participant-changed')).slice(changes).flatMap((one) => one['changed']);
      expect(changed).not.toContain('camera');
      expect(changed).not.toContain('microphone');
      expect(await caller.run(negotiated)).toEqual(negotiation);
    }
  });

  it('set how loud each of the others is, and hear nobody while deafened, each for itself', async () => {
    const sinkOf = (id: string) => `window.sinks.find((one) => one.srcObject === call.streamOf('${id}', 'microphone'))`;
    await cy.run(`await call.setVolume('${ada.id}', 0.25)`);
    await cy.until(`${sinkOf(ada.id)}.volume === 0.25 && ${sinkOf(bo.id)}.volume === 1`, 'Ada is quieter');
    await cy.run(`await call.setDeafened(true)`);
    await cy.until(`[${sinkOf(ada.id)}, ${sinkOf(bo.id)}].every((one) => one.muted)`, 'nobody is heard');
    expect(await bo.run(`${sinkOf(ada.id)}.volume === 1 && !${sinkOf(ada.id)}.muted`)).toBe(true);
    expect(await bo.run(`other('${cy.id}').microphone`)).toBe('on');
    await cy.run(`await call.setDeafened(false)`);
    await cy.until(`[${sinkOf(ada.id)}, ${sinkOf(bo.id)}].every((one) => !one.muted && !one.paused)`, 'all are heard');
  });

  it('are muted by the host, and may speak again', async () => {
    await ada.run(`await call.askToMute('${cy.id}')`);
    await each([ada, bo, cy], `other('${cy.id}').microphone === 'off'`, 'Cy is muted');
    expect((await cy.eventsOf('microphone-change')).at(-1)).toEqual({ on: false, by: 'host' });
    await cy.run(`await call.setMicrophone(true)`);
    await each([ada, bo], `other('${cy.id}').microphone === 'on'`, 'Cy is heard again');
    expect(await bo.run(`await call.askToMute('${cy.id}').catch(({ code }) => code)`)).toBe('not-host');
  });

  it('get another host, who removes one; that one may come back', async () => {
    await ada.run(`await call.makeHost('${cy.id}')`);
    await each([ada, bo, cy], `other('${cy.id}').role === 'host' && other('${ada.id}').role === 'guest'`, 'a new host');
    expect(await ada.run(`await call.remove('${bo.id}').catch(({ code }) => code)`)).toBe('not-host');
    const gone = bo.id;
    await cy.run(`await call.remove('${gone}')`);
    await bo.until(`call.state === 'left'`, 'Bo is out');
    expect(await bo.eventsOf('left')).toEqual([{ reason: 'removed' }]);
    await each([ada, cy], `call.participants.length === 2 && !tile('${gone}')`, 'the others are two');
    for (const [caller, id] of [
      [ada, cy.id],
      [cy, ada.id],
    ] as const)
      await goesOnShowing(caller, id, 'the call goes on');
    const before = (await bo.eventsOf('message')).length;
    await bo.joins('Bo');
    await each([ada, cy], `other('${bo.id}')?.connection === 'connected'`, 'Bo is back');
    // This includes messages of a participant who left: Bo had another id then.
    const again = `window.callEvents.filter(({ type }) => type === 'message').slice(${before}).map(({ detail }) => detail)`;
    for (const [author, text] of [
      [ada.id, 'Good morning'],
      [gone, 'Who is late?'],
    ]) {
      await bo.until(
        `${again}.some(({ from, text }) => from === '${author}' && text === '${text}')`,
        'the chat so far',
      );
    }
    expect(await bo.run(`${again}.map(({ text }) => text)`)).not.toContain('Bo must not see this');
    for (const caller of [ada, cy]) await goesOnShowing(caller, bo.id, 'Bo is seen');
  });

  it('are all out when the host ends the call', async () => {
    await cy.run(`await call.endForAll()`);
    await each([ada, bo, cy], `call.state === 'left'`, 'the call is over');
    for (const caller of [ada, bo, cy]) expect((await caller.eventsOf('left')).at(-1)).toEqual({ reason: 'ended' });
    // Nobody's camera light stays on.
    await each([ada, bo, cy], `window.connections.every((one) => one.connectionState === 'closed')`, 'nothing is sent');
  });
});
