import { expect } from '@open-wc/testing';
import { playSound, playSounds } from '../../../src/components/p2p-call/sounds.js';
import type { Fact } from '../../../src/core/fact.js';
import { FakeCallView, joinedFacts, member } from '../../fakes/fake-call-view.js';
import { until } from '../support/until.js';

const arrival = (id: string): Fact => ({ type: 'member-seen', member: member(id, { joinedAt: 9 }) });

describe('playSounds', () => {
  let stop = (): void => undefined;
  afterEach(() => stop());

  function listen(): [FakeCallView, string[]] {
    const view = new FakeCallView();
    view.tell(...joinedFacts(['Grace']));
    const played: string[] = [];
    stop = playSounds(view, (sound) => played.push(sound));
    return [view, played];
  }

  const gone = (id: string): Fact => ({ type: 'member-left', id, reason: 'left' });

  it('plays what happens, who comes a moment later, and two things at once as one', async () => {
    const [view, played] = listen();
    view.tell(gone('Grace'));
    view.tell(arrival('Ji'));
    expect(played).to.deep.equal(['leave']);
    await until(() => played.length === 2, 'the sound of who came');
    view.tell(gone('Ji'));
    expect(played).to.deep.equal(['leave', 'join']);
  });

  it('plays one for who comes and for what follows at once', async () => {
    const [view, played] = listen();
    view.tell(arrival('Ji'));
    view.tell(arrival('Bo'));
    view.tell(gone('Grace'));
    await until(() => played.length > 0, 'a sound');
    expect(played).to.deep.equal(['join']);
  });

  it('plays nothing of who came to a call that is over', async () => {
    const [view, played] = listen();
    view.tell(arrival('Ji'));
    view.tell({ type: 'left', reason: 'left' });
    stop();
    // A sound of another call, requested later, proves that enough time has passed.
    const [other, later] = listen();
    other.tell(arrival('Ji'));
    await until(() => later.length > 0, 'a later sound');
    expect(played).to.not.include('join');
  });

  it('is silent while sounds are off, and does not catch up', () => {
    const [view, played] = listen();
    view.tell({ type: 'sounds-changed', on: false });
    view.tell(arrival('Ji'));
    view.tell({ type: 'sounds-changed', on: true });
    expect(played).to.deep.equal([]);
    view.tell(gone('Ji'));
    expect(played).to.deep.equal(['leave']);
  });
});

describe('playSound', () => {
  const { AudioContext: RealContext } = window;
  const contexts: AudioContext[] = [];
  before(() => {
    window.AudioContext = class extends RealContext {
      constructor(options?: AudioContextOptions) {
        super(options);
        contexts.push(this);
      }
    };
  });
  after(() => {
    window.AudioContext = RealContext;
    Reflect.deleteProperty(navigator, 'userActivation');
  });

  function activation(hasBeenActive: boolean): void {
    Object.defineProperty(navigator, 'userActivation', { value: { hasBeenActive }, configurable: true });
  }

  it('asks nothing of the browser before the first click', () => {
    activation(false);
    playSound('join');
    expect(contexts).to.deep.equal([]);
  });

  it('lets go of the device when the tune is over', async () => {
    activation(true);
    playSound('message', 'no such speaker');
    expect(contexts).to.have.length(1);
    await until(() => contexts[0]?.state === 'closed', 'the context is closed');
  });
});
