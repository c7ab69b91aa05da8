import { beforeAll, describe, expect, it } from 'vitest';
import { ar } from '../../src/locales/ar.js';
import { de } from '../../src/locales/de.js';
import { ja } from '../../src/locales/ja.js';
import type { Caller } from './support/caller.js';
import { each, eachFromTheLast, goesOnShowing, threeBrowsers } from './support/three-browsers.js';

const browsers = threeBrowsers();
let ada: Caller;
let bo: Caller;
let cy: Caller;

/** An example of the site: what it shows is the call, and nothing around it listens. */
const page = () => `${browsers.url}/team.html?room=interface`;

/** From now on, what changes in the page outside of the call is kept in `window.changes`. */
const watchSurroundings = `(() => {
  window.title = document.title;
  window.changes = [];
  new MutationObserver((records) => {
    window.changes.push(...records.filter(({ target }) => !call.contains(target)).map(({ target }) => target.nodeName));
  }).observe(document, { attributes: true, childList: true, characterData: true, subtree: true });
})()`;

const toolbar = `seen('[role="toolbar"]')[0]`;
beforeAll(async () => {
  for (const caller of browsers.all) await caller.opens(page());
  ({ ada, bo, cy } = browsers);
  for (const caller of browsers.all) await caller.run(watchSurroundings);
});

describe('three people with a mouse and a keyboard', () => {
  eachFromTheLast();

  it('see themselves as in a mirror, hear their speaker, and choose devices, before they join', async () => {
    for (const caller of [ada, bo, cy]) {
      await caller.until(`seen('video').some((one) => one.videoWidth > 0)`, 'the own picture');
      // The invented camera of Firefox says that it looks away from the person.
      await caller.until(
        `getComputedStyle(seen('video')[0]).scale === '${caller === cy ? 'none' : '-1 1'}'`,
        'a mirror',
      );
      await caller.presses('Devices');
      await caller.until(`['Microphone', 'Camera'].every((name) => list(name)?.value)`, 'lists of devices');
      await caller.until(`reads('Nobody is in the call yet')`, 'who is there');
    }
    // The invented microphone of Chromium beeps; Firefox has no sound without a sound card.
    for (const caller of [ada, bo]) {
      await caller.until(`Number(seen('[role="meter"]')[0]?.getAttribute('aria-valuenow')) > 0`, 'the level moves');
      await caller.presses('Play a test sound');
      await caller.until(`window.sinks.some((one) => one.srcObject && !one.paused)`, 'the test sound');
    }
    const last = await ada.run<string>(`[...list('Camera').options].at(-1).value`);
    await ada.run(`(list('Camera').value = '${last}', list('Camera').dispatchEvent(new Event('change')))`);
    await ada.until(
      `seen('video')[0].srcObject?.getVideoTracks()[0]?.getSettings().deviceId === '${last}'`,
      'the chosen camera',
    );
    for (const caller of [ada, bo, cy]) await caller.presses('Devices');
  });

  it('join when the page lets them, under a name that is remembered', async () => {
    await ada.run(`call.addEventListener('p2p-before-join', (event) => event.preventDefault(), { once: true })`);
    await ada.presses('Your name');
    await ada.types('Ada');
    await ada.presses('Join call');
    expect(await ada.run(`call.state`)).toBe('prejoin');
    await ada.presses('Your name');
    await ada.strikes('Enter');
    await ada.isIn();
    await ada.until(`reads('Nobody else is here yet') && !!named('Copy invite link')`, 'nobody else');
    await ada.until(`${toolbar}?.contains(focused()?.getRootNode().host ?? focused())`, 'the focus is on the controls');
    await ada.until(`announced().startsWith('You are in the call. Nobody else')`, 'that is told');
    await ada.presses('Copy invite link');
    await ada.until(`reads('Link copied')`, 'the link is copied');
    expect(await ada.run(`await navigator.clipboard.readText()`)).toBe(page());
  });

  it('join without a camera, and are seen as initials', async () => {
    await bo.opens(page());
    await bo.run(watchSurroundings);
    await bo.until(`reads('Ada is in the call')`, 'who is there');
    await bo.presses('Camera');
    await bo.until(`reads('Your camera is off')`, 'the camera is off');
    await bo.presses('Your name');
    await bo.types('Bo Berg');
    await bo.strikes('Enter');
    await bo.isIn();
    await ada.until(`initials('${bo.id}') === 'BB'`, 'initials');
    await ada.until(`announced().includes('Bo Berg joined')`, 'that is told');
    await bo.until(`announced().startsWith('You are in the call with 1 other')`, 'that is told');
    await bo.until(`hasPicture('${ada.id}')`, 'a picture of Ada');
    await bo.presses('Camera');
    await ada.until(`hasPicture('${bo.id}')`, 'a picture of Bo');
  });

  it('have their own picture float while they are two, and move it by keys', async () => {
    const place = `tile('${ada.id}').parentElement`;
    await ada.until(`${place}.classList.contains('floating') && ${place}.tabIndex === 0`, 'it floats');
    await ada.run(`${place}.focus()`);
    const at = `(({ x, y }) => [x, y])(${place}.getBoundingClientRect())`;
    const [x = 0, y = 0] = await ada.run<readonly number[]>(at);
    await ada.strikes('ArrowLeft', 'ArrowUp');
    await ada.until(`${at}[0] < ${x} && ${at}[1] < ${y}`, 'it is in the other corner');
  });

  it('are met by name, and shown beside each other', async () => {
    await cy.opens(page());
    await cy.run(watchSurroundings);
    await cy.until(`reads('Ada and Bo Berg are in the call')`, 'who is there');
    await cy.presses('Your name');
    await cy.types('Cy');
    await cy.presses('Join call');
    await cy.isIn();
    for (const caller of [ada, bo, cy]) {
      for (const { id } of [ada, bo, cy]) {
        await caller.until(`hasPicture('${id}')`, 'a picture of each');
      }
      await caller.until(`!tiles().some((one) => one.parentElement.classList.contains('floating'))`, 'nothing floats');
    }
    await ada.until(`announced().includes('Cy joined')`, 'that is told');
    await each([ada, bo, cy], `window.locks.some(({ released }) => !released)`, 'the screen stays on');
  });

  it('switch microphone and camera, raise a hand and react by buttons, and the others see it', async () => {
    for (const caller of [ada, bo, cy]) {
      const others = [ada, bo, cy].filter((one) => one !== caller);
      await caller.presses('Microphone');
      await each(others, `!!inTile('${caller.id}', '.badge.mic-off')`, 'a sign for muted');
      await caller.presses('Microphone');
      await each(others, `!inTile('${caller.id}', '.badge.mic-off')`, 'no sign');
      await caller.presses('Camera');
      await each(others, `!!initials('${caller.id}')`, 'initials');
      await caller.presses('Camera');
      await each(others, `hasPicture('${caller.id}')`, 'a picture again');
    }
    await cy.presses('Raised hand');
    await each([ada, bo], `!!inTile('${cy.id}', '[part~="tile-hand"]')`, 'a hand');
    await ada.until(`announced().includes('Cy raised a hand')`, 'that is told');
    await cy.presses('Raised hand');
    await each([ada, bo], `!inTile('${cy.id}', '[part~="tile-hand"]')`, 'no hand');
    await bo.presses('Reactions');
    await bo.until(`focused()?.getRootNode().host?.localName === 'p2p-reaction-picker'`, 'the focus is on a choice');
    await bo.strikes('Enter');
    await each(
      [ada, cy],
      `window.callEvents.some(({ type, detail }) => type === 'reaction' && detail.from === '${bo.id}')`,
      'a reaction',
    );
  });

  it('do it by keys, and talk while they hold the space bar', async () => {
    for (const caller of [ada, bo, cy]) {
      const others = [ada, bo, cy].filter((one) => one !== caller);
      const isMuted = (muted: boolean) => `other('${caller.id}').microphone === '${muted ? 'off' : 'on'}'`;
      // The stage has the focus, and nothing that a key would press.
      await caller.run(`stage().querySelector('.stage').focus()`);
      await caller.strikes('m');
      await each(others, isMuted(true), 'muted');
      await caller.holds(' ', () => each(others, isMuted(false), 'talks'));
      await each(others, isMuted(true), 'muted again');
      await caller.strikes('?');
      await caller.until(`reads('Keyboard shortcuts')`, 'the list of keys');
      await caller.strikes('Escape');
      await caller.until(`!reads('Keyboard shortcuts')`, 'no list');
      await caller.run(`call.setAttribute('hotkeys', 'off')`);
      await caller.strikes('m');
      await caller.run(`call.removeAttribute('hotkeys')`);
      await caller.strikes('h');
      await each(others, `other('${caller.id}').handRaised`, 'a hand');
      expect(await caller.run(`call.self.microphone`), 'the key was off').toBe('off');
      await caller.strikes('h', 'm');
      await each(others, `!other('${caller.id}').handRaised && ${isMuted(false)}`, 'as before');
    }
  });

  it('write to each other, count what is unread, and get links that are safe', async () => {
    await ada.presses('Chat');
    await ada.until(`focused()?.localName === 'textarea'`, 'the focus is where one writes');
    await ada.types('Hello all');
    await ada.holds('Shift', () => ada.strikes('Enter'));
    await ada.types('see https://example.com');
    await ada.strikes('Enter');
    await ada.types('Can you read this?');
    await ada.strikes('Enter');
    for (const caller of [bo, cy]) {
      await caller.presses('Chat, 2 new messages');
      await caller.until(`reads('Hello all see https://example.com')`, 'both lines of the message');
      const link = `seen('a[href^="https://example.com"]')[0]`;
      await caller.until(`!!${link}`, 'a link');
      expect(await caller.run(`${link}.rel.includes('noopener') && ${link}.target`)).toBe('_blank');
    }
    await cy.types('Hello Ada');
    await cy.strikes('Enter');
    await ada.until(`reads('Hello Ada')`, 'the answer');
    for (const caller of [ada, bo, cy]) {
      await caller.strikes('Escape');
      await caller.until(`!reads('Hello Ada') && nameOf(focused()).startsWith('Chat')`, 'the chat is closed');
    }
  });

  it('find each other in the list of people, where the host mutes one, who may speak again', async () => {
    for (const caller of [ada, bo, cy]) {
      await caller.presses('People, 3');
      await caller.until(`seen('.person').length === 3 && reads('Host')`, 'three people');
    }
    await ada.presses('More for Cy');
    await ada.presses('Mute');
    await cy.until(`reads('The host muted you')`, 'it is said');
    await cy.presses('Unmute');
    await each([ada, bo], `other('${cy.id}').microphone === 'on'`, 'Cy is heard again');
    for (const caller of [ada, bo, cy]) {
      await caller.presses('Close');
      await caller.until(`nameOf(focused()) === 'People, 3'`, 'the focus is on what opened it');
    }
  });

  it('pin, turn down, look at and photograph one of them by the menu of a tile', async () => {
    for (const [caller, whom] of [
      [ada, cy],
      [bo, ada],
      [cy, bo],
    ] as const) {
      const name = await caller.run<string>(`other('${whom.id}').name`);
      const open = () => caller.presses(`Options for ${name}`);
      await open();
      await caller.presses('Pin');
      await caller.until(`isLarge('${whom.id}')`, 'large');
      await open();
      await caller.presses('Unpin');
      await caller.until(`!isLarge('${whom.id}')`, 'as before');
      await open();
      await caller.presses('Save a picture');
      await caller.until(`await window.saved[0]?.blob.slice(1, 4).text() === 'PNG'`, 'a picture');
      expect(await caller.run(`window.saved[0].name`)).toMatch(new RegExp(`^${name.replace(' ', '-')}-.*\\.png$`));
      await open();
      await caller.until(`nameOf(focused()) === 'Pin'`, 'the focus is in the menu');
      await caller.strikes('ArrowDown');
      await caller.until(`nameOf(focused()) === 'Volume'`, 'the next row');
      await caller.strikes('ArrowLeft');
      const sink = `window.sinks.find((one) => one.srcObject === call.streamOf('${whom.id}', 'microphone'))`;
      await caller.until(`${sink}.volume === 0.95`, 'quieter');
      await caller.presses('Connection');
      await caller.until(`reads('Direct') && seen('p2p-link-detail').length === 1`, 'the path');
      await caller.until(`/\\d+ ?× ?\\d+/u.test(seen('p2p-link-detail')[0].shadowRoot.textContent)`, 'the resolution');
      await caller.strikes('Escape');
      await caller.until(`seen('p2p-tile-menu').length === 0`, 'the menu is closed');
    }
    await ada.presses('Options for you');
    await ada.presses('Do not mirror my picture');
    await ada.until(`getComputedStyle(inTile('${ada.id}', 'video')).scale === 'none'`, 'not as in a mirror');
  });

  it('change a camera, send music and check what there is in the settings', async () => {
    for (const caller of [ada, bo, cy]) {
      await caller.presses('Settings');
      await caller.until(`['Microphone', 'Camera'].every((name) => list(name)?.value)`, 'lists of devices');
    }
    const used = await bo.run<string>(`list('Camera').value`);
    const next = await bo.run<string>(`[...list('Camera').options].findLast(({ value }) => value !== '${used}').value`);
    await bo.run(`(list('Camera').value = '${next}', list('Camera').dispatchEvent(new Event('change')))`);
    await bo.until(`list('Camera').value === '${next}'`, 'another camera');
    for (const caller of [ada, cy]) await goesOnShowing(caller, bo.id, 'pictures go on');

    const stereo = `connections().filter((one) => one.remoteDescription?.sdp.split('m=')[1].includes('stereo=1')).length`;
    await ada.presses('Music mode');
    await ada.until(`${stereo} === 2`, 'both get two channels');
    expect(await bo.run(stereo), 'only Ada sends them').toBe(0);
    for (const caller of [bo, cy]) {
      const loudness = await caller.run<number>(`await sound('${ada.id}')`);
      await caller.until(`(await sound('${ada.id}')) > ${loudness}`, 'sound goes on');
    }
    await ada.presses('Music mode');
    await ada.until(`${stereo} === 0`, 'one channel again');

    const check = async (caller: Caller): Promise<void> => {
      await caller.presses('Check devices and connection');
      await caller.presses('Start the check');
      await caller.presses('Yes');
      await caller.until(`!!named('Check again')`, 'the check is done');
      for (const result of [
        'Your camera shows a picture.',
        'You can hear the call.',
        'The room server answers.',
        'None is set up.',
      ]) {
        expect(await caller.run(`reads('${result}')`), result).toBe(true);
      }
      await caller.strikes('Escape');
      await caller.until(`nameOf(focused()) === 'Settings'`, 'the settings are closed');
    };
    await Promise.all([ada, bo, cy].map(check));
  });

  it('fill the screen, and put the call into a window of its own', async () => {
    for (const caller of [ada, bo, cy]) {
      await caller.presses('Full screen');
      await caller.until(`call.matches(':fullscreen') && call.clientHeight === innerHeight`, 'it fills the screen');
      await caller.presses('Full screen');
      await caller.until(`!document.fullscreenElement`, 'the page is back');
    }
    for (const caller of [ada, bo, cy]) {
      await caller.presses('Picture-in-picture');
      const there = `tiles(window.documentPictureInPicture.window?.document.querySelector('p2p-stage')?.shadowRoot?.querySelector('p2p-grid') ?? null)`;
      await caller.until(
        `${there}.filter((one) => one.shadowRoot?.querySelector('.tile.picture')).length === 3`,
        'three pictures there',
      );
      await caller.until(`reads('The call is in a window of its own.') && tiles().length === 0`, 'none here');
      await caller.presses('Bring it back');
      await caller.until(
        `!window.documentPictureInPicture.window && tiles().filter((one) => one.shadowRoot.querySelector('.tile.picture')).length === 3`,
        'they are back',
      );
    }
  });

  it('see the last picture of one whose machine sleeps, and have the call go on when it wakes', async () => {
    const wake = browsers.freezeCy();
    try {
      await each([ada, bo], `inTile('${cy.id}', '.status')?.textContent.includes('Reconnecting…')`, 'it is said');
      await each([ada, bo], `hasPicture('${cy.id}')`, 'the last picture stays');
      await goesOnShowing(ada, bo.id, 'the two go on');
      await each([ada, bo], `hasPicture('${cy.id}')`, 'the last picture is still there');
    } finally {
      wake();
    }
    await each([ada, bo], `other('${cy.id}')?.connection === 'connected'`, 'Cy is back');
    for (const caller of [ada, bo]) await goesOnShowing(caller, cy.id, 'Cy moves again');
    expect(await cy.run(`call.state`)).toBe('joined');
  });

  it('read it in a language each, also from right to left', async () => {
    for (const [caller, words] of [
      [ada, ar],
      [bo, ja],
      [cy, de],
    ] as const) {
      await caller.run(`call.setAttribute('lang', '${words.lang}')`);
      await caller.until(
        `!!named(${JSON.stringify(words.leave)}) && !!named(${JSON.stringify(words.toolbar.chat)})`,
        words.lang,
      );
      const stage = `stage().querySelector('.stage')`;
      await caller.until(
        `${stage}.lang === '${words.lang}' && getComputedStyle(${stage}).direction === '${words.dir}'`,
        'its direction',
      );
      expect(await caller.run(`!!named('Leave call')`)).toBe(false);
    }
    for (const caller of [ada, bo, cy]) await caller.run(`call.removeAttribute('lang')`);
    await each([ada, bo, cy], `!!named('Leave call')`, 'English again');
  });

  it('see it in the colours, sizes and shapes of the page', async () => {
    for (const caller of [ada, bo, cy]) {
      await caller.run(`(() => {
        window.brand = new CSSStyleSheet();
        brand.replaceSync(\`
          .team p2p-call { --p2p-button-size: 60px; --p2p-radius: 3px; --p2p-color-text: rgb(1, 2, 3); }
          p2p-call::part(button-leave) { background: rgb(4, 5, 6); }
          p2p-call::part(tile) { outline: 3px solid rgb(7, 8, 9); }
        \`);
        document.adoptedStyleSheets = [...document.adoptedStyleSheets, brand];
      })()`);
      await caller.until(
        `named('Leave call').clientHeight >= 58 && getComputedStyle(named('Leave call')).backgroundColor === 'rgb(4, 5, 6)'`,
        'its button',
      );
      await caller.until(
        `tiles().length === 3 && tiles().every((one) => {
          const { outlineColor, borderRadius } = getComputedStyle(one.shadowRoot.querySelector('.tile'));
          return outlineColor === 'rgb(7, 8, 9)' && borderRadius === '3px';
        })`,
        'its tiles',
      );
      expect(await caller.run(`getComputedStyle(named('Microphone')).color`)).toBe('rgb(1, 2, 3)');
      await caller.run(`brand.replaceSync('')`);
    }
  });

  it('have everything at hand on 320 pixels', async () => {
    for (const caller of [ada, bo, cy]) {
      await caller.resizes(320, 640);
      await caller.until(`!!named('More')`, 'what does not fit is behind a button');
      await caller.until(
        `document.documentElement.scrollWidth <= 320 && ${toolbar}.getBoundingClientRect().right <= 320 &&
          tiles().every((one) => one.parentElement.hidden || one.getBoundingClientRect().right <= 320)`,
        'nothing lies outside',
      );
      await caller.presses('More');
      await caller.presses('Settings');
      await caller.until(`reads('Remove background noise')`, 'the settings');
      await caller.presses('Close');
      await caller.resizes(800, 600);
      await caller.until(`!named('More')`, 'all fit again');
    }
  });

  it('read what has happened when they leave, come back, are removed, and when it is over', async () => {
    await bo.presses('Leave call');
    await bo.until(`reads('You left the call') && reads('Camera and microphone are off.')`, 'what has happened');
    await ada.until(`announced().includes('Bo Berg left')`, 'that is told');
    await bo.until(`window.locks.every(({ released }) => released)`, 'the screen may go dark');
    await bo.presses('Join again');
    await bo.isIn();
    await each([ada, cy], `hasPicture('${bo.id}')`, 'Bo is back');
    await ada.presses('People, 3');
    await ada.presses('More for Bo Berg');
    await ada.presses('Remove from the call');
    await ada.presses('Remove');
    await bo.until(`reads('You were removed')`, 'what has happened');
    await ada.presses('End call for everyone');
    await ada.presses('End call');
    for (const caller of [ada, cy]) await caller.until(`reads('The call has ended')`, 'what has happened');
  });

  it('find the page around the call as it was', async () => {
    for (const caller of [ada, bo, cy]) {
      expect(await caller.run(`window.changes`)).toEqual([]);
      expect(await caller.run(`document.title === window.title`)).toBe(true);
      expect(await caller.run(`window.locks.every(({ released }) => released)`)).toBe(true);
      await caller.until(`connections().length === 0`, 'nothing is sent');
    }
    await ada.opens(page());
    await ada.until(`named('Your name')?.value === 'Ada'`, 'the name is remembered');
  });
});
