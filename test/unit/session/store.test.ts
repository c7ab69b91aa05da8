import { describe, expect, it } from 'vitest';
import type { CallEvent } from '../../../src/core/call-event.js';
import { Store } from '../../../src/session/store.js';
import { aMember } from '../../fakes/builders.js';
import { me } from '../core/support.js';

function aStore(): { store: Store; events: CallEvent[]; told: () => number } {
  const events: CallEvent[] = [];
  const store = new Store((more) => events.push(...more));
  let told = 0;
  store.view(() => (told += 1));
  store.apply({ type: 'opened', room: 'standup', name: 'Ada', metadata: {}, audioOnly: false });
  store.apply({ type: 'join-started' });
  const before = told;
  events.length = 0;
  return { store, events, told: () => told - before };
}

describe('Store that is held', () => {
  it('announces what happens, tells its listeners, and its viewers once, when it is released', () => {
    const { store, events, told } = aStore();
    let heard = 0;
    store.subscribe(() => (heard += 1));
    expect(store.hold()).toBe(true);
    store.apply({ type: 'welcomed', id: me.id, members: [me], kept: [] });
    store.apply({ type: 'member-seen', member: aMember() });
    store.touch();
    expect(events.map(({ type }) => type)).toContain('p2p-participant-joined');
    expect(store.state.people.list).toHaveLength(1);
    expect(told()).toBe(0);
    expect(heard).toBe(3);
    store.release();
    expect(told()).toBe(1);
    expect(heard).toBe(3);
    store.apply({ type: 'left', reason: 'left' });
    expect(told()).toBe(2);
  });

  it('says whether it was held already, and tells nobody of nothing', () => {
    const { store, told } = aStore();
    expect(store.hold()).toBe(true);
    expect(store.hold()).toBe(false);
    store.release();
    store.release();
    expect(told()).toBe(0);
    expect(store.hold()).toBe(true);
  });
});
