import { describe, expect, it } from 'vitest';
import type { CallEvent } from '../../../src/core/call-event.js';
import type { Fact } from '../../../src/core/fact.js';
import { type CallStore, createCallStore } from '../../../src/session/call-store.js';
import { aMember } from '../../fakes/builders.js';
import { me, opened, opening } from '../core/support.js';

const welcome: Fact = { type: 'welcomed', id: me.id, members: [me, aMember()], kept: [] };
const turn = (): Promise<void> => new Promise((done) => queueMicrotask(done));

function aStore() {
  const events: CallEvent['type'][] = [];
  const store = createCallStore(({ type }) => events.push(type));
  return { store, events };
}

describe('Store', () => {
  it('tells its listeners of each change at once, and the page after the turn, in order', async () => {
    const { store, events } = aStore();
    const phases: string[] = [];
    store.subscribe(() => phases.push(store.state.call.phase));
    for (const fact of [...opening, welcome]) store.apply(fact);
    expect(phases.at(-1)).toBe('joined');
    expect(events).toEqual([]);
    store.announce({ type: 'p2p-data', detail: { from: 'bo', value: 1 } });
    await turn();
    expect(events.slice(-4)).toEqual(['p2p-state-change', 'p2p-joined', 'p2p-participant-joined', 'p2p-data']);
  });

  it('lets a fact that a listener causes wait for its turn', () => {
    const { store } = aStore();
    const seen: (string | undefined)[] = [];
    store.subscribe(() => {
      if (store.state.call.phase === 'joined') store.apply({ type: 'left', reason: 'left' });
    });
    store.subscribe(() => seen.push(store.state.call.phase));
    for (const fact of [...opening, welcome]) store.apply(fact);
    expect(seen.slice(-2)).toEqual(['joined', 'left']);
  });

  it('tells a page that causes a fact in a listener in the turn after', async () => {
    const events: CallEvent['type'][] = [];
    const store: CallStore = createCallStore(({ type }) => {
      events.push(type);
      if (type === 'p2p-joined') store.apply({ type: 'left', reason: 'left' });
    });
    for (const fact of [...opening, welcome]) store.apply(fact);
    await turn();
    await turn();
    expect(events.slice(-3)).toEqual(['p2p-participant-joined', 'p2p-state-change', 'p2p-left']);
  });

  it('goes on after a listener that throws, and forgets none of the facts behind it', () => {
    const { store } = aStore();
    let throws = true;
    store.subscribe(() => {
      if (!throws) return;
      throws = false;
      store.apply({ type: 'join-started' });
      throw new Error('A listener is broken.');
    });
    expect(() => store.apply(opened)).toThrow('broken');
    store.apply(welcome);
    expect(store.state.call.phase).toBe('joined');
  });

  it('tells nobody who has ended', () => {
    const { store } = aStore();
    const ending = new AbortController();
    let notifications = 0;
    store.subscribe(() => (notifications += 1), ending.signal);
    const end = store.subscribe(() => (notifications += 1));
    store.notify();
    expect(notifications).toBe(2);
    ending.abort();
    end();
    store.notify();
    expect(notifications).toBe(2);
  });
});
