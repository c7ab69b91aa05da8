import { expect } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import { openCallWindow } from '../../../src/components/p2p-call/call-window.js';
import { videoToLeave } from '../../../src/components/p2p-call/video-to-leave.js';
import { Windows } from '../../../src/components/p2p-call/windows.js';
import { WordsProvider } from '../../../src/components/shared/words.js';
import type { Fact } from '../../../src/core/fact.js';
import { reduce } from '../../../src/core/state/reduce.js';
import { en } from '../../../src/locales/en.js';
import { clearStage, find, movingPicture, settled, show, showCall, tilesOf } from '../elements/scene.js';
import { joinedFacts, member } from '../../fakes/fake-call-view.js';
import { until } from '../support/until.js';
import { requestsAt } from '../support/requests-at.js';

afterEach(clearStage);

/** Runs `act` in answer to a real press, which browsers require for a window outside of the page. */
async function inAnswerToPress<T>(act: () => Promise<T>): Promise<T> {
  const button = show(document.createElement('button'));
  button.style.cssText = 'position: fixed; inset: 0 auto auto 0; inline-size: 60px; block-size: 60px; z-index: 9';
  const result = new Promise<T>((resolve, reject) => {
    button.addEventListener('click', () => act().then(resolve, reject), { once: true });
  });
  await sendMouse({ type: 'click', position: [30, 30] });
  const value = await result;
  button.remove();
  return value;
}

interface PictureInPicture {
  readonly window: Window | null;
}

const pictureInPicture = (): PictureInPicture | undefined =>
  (window as unknown as { documentPictureInPicture?: PictureInPicture }).documentPictureInPicture;

describe('openCallWindow', () => {
  it('shows everyone, follows who comes, passes on what is asked, and says when it is closed', async function () {
    // Not every browser supports it.
    if (!pictureInPicture()) this.skip();
    const call = await showCall(joinedFacts(['Grace']));
    call.style.setProperty('--p2p-color-accent', 'rgb(1, 2, 3)');
    call.view.setStream('Grace', 'camera', movingPicture());
    let closed = 0;
    const close = await inAnswerToPress(() =>
      openCallWindow(call, call.view, { words: en, dir: 'ltr' }, () => (closed += 1)),
    );
    const page = pictureInPicture()!.window!.document;
    const tiles = (): Element[] => tilesOf(page.body);
    await until(() => tiles().length === 2, 'two tiles');
    await until(() => find<HTMLVideoElement>(tiles()[1]!, 'video')?.videoWidth, 'a picture');
    call.view.tell({ type: 'member-seen', member: member('Bo', { joinedAt: 9 }) });
    await until(() => tiles().length === 3, 'three tiles');
    const third = await until(() => find(tiles()[2]!, '.tile'), 'the third, drawn');
    await until(() => getComputedStyle(third).overflow === 'hidden', 'styles');
    expect(getComputedStyle(page.documentElement).getPropertyValue('--p2p-color-accent')).to.equal('rgb(1, 2, 3)');
    // The page behind the window may be out of sight, and then it draws nothing.
    const { requestAnimationFrame: realFrame } = window;
    window.requestAnimationFrame = () => 0;
    try {
      page.documentElement.style.setProperty('--p2p-button-size', '500px');
      await until(() => find(page.body, '.button.more'), 'what does not fit is behind a button');
    } finally {
      window.requestAnimationFrame = realFrame;
      page.documentElement.style.removeProperty('--p2p-button-size');
    }
    const asked = requestsAt(call, 'p2p-mic-request');
    find(find(page.body, 'p2p-mic-button')!, 'button')!.click();
    expect(asked).to.deep.equal([{ on: false }]);
    const listeners = call.view.listenerCount;
    close();
    await until(() => closed === 1, 'its end');
    expect(call.view.listenerCount).to.be.below(listeners);
  });
});

describe('videoToLeave', () => {
  it('is the largest picture of someone else, or the own one', async () => {
    const call = await showCall(joinedFacts(['Grace']), { layout: 'grid' });
    expect(videoToLeave(call, 'self')).to.equal(undefined);
    call.view.setStream(undefined, 'camera', movingPicture());
    await until(() => videoToLeave(call, 'self'), 'the own picture');
    call.view.setStream('Grace', 'camera', movingPicture());
    const theirs = find<HTMLVideoElement>(tilesOf(call)[1]!, 'video');
    await until(() => videoToLeave(call, 'self') === theirs, 'the picture of Grace');
  });
});

describe('Windows', () => {
  it('fills the screen, says so, and comes back when the call is over', async () => {
    const call = await showCall(joinedFacts(['Grace']));
    const facts: Fact[] = [];
    const windows = new Windows(call, call.view, new WordsProvider(call), (fact) => facts.push(fact));
    const filled = (fullscreen: boolean) => ({ type: 'viewing-changed', changes: { fullscreen } });
    await inAnswerToPress(() => windows.setFullscreen(true));
    await until(() => facts.length === 1, 'the fact');
    expect(facts[0]).to.deep.equal(filled(true));
    await settled(call);
    windows.update(reduce(call.view.state, { type: 'left', reason: 'left' }));
    await until(() => facts.length === 2, 'the end');
    expect(facts[1]).to.deep.equal(filled(false));
  });

  it('says what the browser refuses', async () => {
    const call = await showCall(joinedFacts(['Grace']));
    const windows = new Windows(call, call.view, new WordsProvider(call), () => undefined);
    call.remove();
    const error: unknown = await windows.setFullscreen(true).catch((reason: unknown) => reason);
    expect(error).to.have.property('code', 'bad-value');
  });
});
