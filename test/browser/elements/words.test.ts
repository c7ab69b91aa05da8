import { expect } from '@open-wc/testing';
import { prejoinFacts } from '../../fakes/fake-call-view.js';
import { until } from '../support/calls.js';
import { clearStage, find, settled, show, showCall } from './scene.js';

afterEach(clearStage);

function join(call: Element): string | undefined {
  return find(call, '.main-action')?.textContent?.trim();
}

describe('the language of a call', () => {
  it('is the closest one around it, and changes live', async () => {
    const call = await showCall(prejoinFacts());
    expect(join(call)).to.equal('Join call');
    document.documentElement.lang = 'de-AT';
    await until(() => join(call) === 'Anruf beitreten', 'German');
    call.lang = 'en';
    await until(() => join(call) === 'Join call', 'English');
    expect(find(call, '.stage')?.lang).to.equal('en');
  });

  it('is English where we do not speak it', async () => {
    document.documentElement.lang = 'tlh';
    expect(join(await showCall(prejoinFacts()))).to.equal('Join call');
  });

  it('is found through shadow trees', async () => {
    const host = show(document.createElement('div'));
    host.lang = 'de';
    const call = await showCall(prejoinFacts());
    host.attachShadow({ mode: 'open' }).append(call);
    await until(() => join(call) === 'Anruf beitreten', 'German');
    host.lang = 'en';
    await until(() => join(call) === 'Join call', 'English');
  });

  it('gives the direction, unless the page says one', async () => {
    const call = await showCall(prejoinFacts());
    expect(find(call, '.stage')?.dir).to.equal('ltr');
    document.documentElement.dir = 'rtl';
    document.documentElement.removeAttribute('lang');
    await until(() => find(call, '.stage')?.dir === 'rtl', 'from right to left');
    call.lang = 'de';
    await until(() => find(call, '.stage')?.dir === 'ltr', 'German runs from left to right');
  });
});

describe('an element without a call', () => {
  it('speaks the language of its place', async () => {
    const button = document.createElement('p2p-leave-button');
    button.lang = 'de';
    show(button);
    const name = () => find(button, 'button')?.getAttribute('aria-label');
    await until(() => name() === 'Anruf verlassen', 'German');
    button.lang = 'en';
    await until(() => name() === 'Leave call', 'English');
    await settled(button);
  });
});
