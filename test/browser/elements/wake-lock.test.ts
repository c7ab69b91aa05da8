import { expect } from '@open-wc/testing';
import { WakeLock } from '../../../src/components/p2p-call/wake-lock.js';
import type { Fact } from '../../../src/core/fact.js';
import { FakeCallView, joinedFacts, prejoinFacts } from '../../fakes/fake-call-view.js';
import { until } from '../support/calls.js';

class FakeLock {
  released = false;

  async release(): Promise<void> {
    this.released = true;
  }
}

let locks: FakeLock[] = [];
let request: () => Promise<FakeLock>;

beforeEach(() => {
  locks = [];
  request = async () => {
    const lock = new FakeLock();
    locks.push(lock);
    return lock;
  };
  Object.defineProperty(navigator, 'wakeLock', { configurable: true, value: { request: () => request() } });
});

// The browser's own property is on the prototype.
afterEach(() => Reflect.deleteProperty(navigator, 'wakeLock'));

function follow() {
  const view = new FakeCallView();
  const lock = new WakeLock();
  const applyFacts = (...facts: readonly Fact[]): void => {
    view.tell(...facts);
    lock.update(view.state);
  };
  return { applyFacts, held: () => locks.filter(({ released }) => !released).length };
}

describe('WakeLock', () => {
  it('keeps the screen on from joining to the end, once, however much happens', async () => {
    const { applyFacts, held } = follow();
    applyFacts(...prejoinFacts());
    expect(locks).to.have.lengthOf(0);
    applyFacts(...joinedFacts());
    applyFacts({ type: 'line-changed', alive: false });
    await until(() => held() === 1, 'the lock');
    expect(locks).to.have.lengthOf(1);
    applyFacts({ type: 'left', reason: 'left' });
    expect(held()).to.equal(0);
  });

  it('asks again once the page is back in sight, and no more after the call', async () => {
    const { applyFacts, held } = follow();
    applyFacts(...joinedFacts());
    await until(() => held() === 1, 'the lock');
    await locks[0]!.release();
    document.dispatchEvent(new Event('visibilitychange'));
    await until(() => held() === 1, 'another lock');
    applyFacts({ type: 'left', reason: 'left' });
    document.dispatchEvent(new Event('visibilitychange'));
    expect(held()).to.equal(0);
    expect(locks).to.have.lengthOf(2);
  });

  it('lets go of a lock that comes after the call', async () => {
    const { applyFacts, held } = follow();
    applyFacts(...joinedFacts());
    applyFacts({ type: 'left', reason: 'left' });
    await until(() => locks.length === 1 && held() === 0, 'no lock');
  });

  it('does without where the browser refuses', async () => {
    const { applyFacts, held } = follow();
    request = () => Promise.reject(new DOMException('No.', 'NotAllowedError'));
    applyFacts(...joinedFacts());
    applyFacts({ type: 'left', reason: 'left' });
    expect(held()).to.equal(0);
  });
});
