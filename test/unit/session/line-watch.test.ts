import { describe, expect, it } from 'vitest';
import type { CallEvent } from '../../../src/core/call-event.js';
import type { Fact } from '../../../src/core/fact.js';
import { lineLimits, LineWatch } from '../../../src/session/line-watch.js';
import { createCallStore } from '../../../src/session/call-store.js';
import { FakeClock } from '../../fakes/fake-clock.js';
import { aMember } from '../../fakes/builders.js';
import { me, opened, opening } from '../core/support.js';

const open: Fact = { type: 'server-changed', server: 'open' };
const disconnected: Fact = { type: 'server-changed', server: 'disconnected' };
const welcome: Fact = { type: 'welcomed', id: me.id, members: [me, aMember()], kept: [] };
const connected: Fact = { type: 'link-changed', id: 'bo', link: 'connected', path: 'direct' };

function start(...facts: Fact[]) {
  const clock = new FakeClock();
  const events: CallEvent[] = [];
  const store = createCallStore(
    (event) => events.push(event),
    (run) => run(),
  );
  const ends: string[] = [];
  const ending = new AbortController();
  new LineWatch({
    clock,
    store,
    signal: ending.signal,
    address: 'rooms.example',
    joinFailed: ({ code, fatal }) => ends.push(`${code} ${fatal}`),
    callLost: () => ends.push('lost'),
  });
  for (const fact of facts) store.apply(fact);
  return { clock, store, ending, events, ends };
}

const codes = (events: readonly CallEvent[]): string[] =>
  events.flatMap((event) => (event.type === 'p2p-error' ? [event.detail.error.code] : []));

describe('LineWatch', () => {
  it('says that joining is slow, once it is', () => {
    const { clock, store } = start(...opening);
    clock.pass(lineLimits.slowMs - 1);
    expect(store.state.call.slowToJoin).toBe(false);
    clock.pass(1);
    expect(store.state.call.slowToJoin).toBe(true);
    expect(start(...opening, open, welcome).store.state.call.slowToJoin).toBe(false);
  });

  it('says server-unreachable after a while of joining, and withdraws it when the server answers', () => {
    const { clock, store, events } = start(...opening);
    clock.pass(lineLimits.unreachableMs);
    expect(codes(events)).toEqual(['server-unreachable']);
    expect(store.state.call.phase).toBe('joining');
    store.apply(open);
    expect(store.state.errors).toEqual([]);
  });

  it('says so on the pre-join screen too, and goes on', () => {
    const { clock, store, events } = start(opened, disconnected);
    clock.pass(lineLimits.joiningMs * 2);
    expect(codes(events)).toEqual(['server-unreachable']);
    expect(store.state.call.phase).toBe('prejoin');
  });

  it('gives up joining in the end, also where a server is there and never lets us in', () => {
    for (const facts of [[], [open]]) {
      const { clock, ends } = start(...opening, ...facts);
      clock.pass(lineLimits.joiningMs - 1);
      expect(ends).toEqual([]);
      clock.pass(1);
      expect(ends).toEqual(['server-unreachable true']);
    }
  });

  it('says nothing while the peers are heard, however long the room server is away', () => {
    const { clock, store, events, ends } = start(...opening, open, welcome, connected);
    events.length = 0;
    store.apply(disconnected);
    clock.pass(lineLimits.lostMs * 2);
    expect(events).toEqual([]);
    expect(ends).toEqual([]);
  });

  it('says reconnecting after 2 s without server and peers, and joined as soon as one is back', () => {
    for (const back of [welcome, connected]) {
      const { clock, store } = start(...opening, open, welcome, disconnected);
      clock.pass(lineLimits.deadMs - 1);
      expect(store.state.call.phase).toBe('joined');
      clock.pass(1);
      expect(store.state.call.phase).toBe('reconnecting');
      store.apply(back);
      expect(store.state.call.phase).toBe('joined');
    }
  });

  it('is not joined again by a socket that opens, but by the welcome that comes over it', () => {
    const { clock, store, events, ends } = start(...opening, open, welcome, disconnected);
    clock.pass(lineLimits.deadMs);
    events.length = 0;
    store.apply(open);
    expect(store.state.call.phase).toBe('reconnecting');
    expect(events).toEqual([]);
    store.apply(welcome);
    expect(store.state.call.phase).toBe('joined');
    clock.pass(lineLimits.lostMs);
    expect(ends).toEqual([]);
  });

  it('says reconnecting and gives up also where sockets open and nobody ever welcomes', () => {
    const { clock, store, ends } = start(...opening, open, welcome, disconnected);
    for (let ms = 0; ms < lineLimits.lostMs; ms += 1_000) {
      store.apply(ms % 2_000 === 0 ? open : disconnected);
      clock.pass(1_000);
    }
    expect(store.state.call.phase).toBe('reconnecting');
    expect(ends).toEqual(['lost']);
  });

  it('gives the call up after minutes, and not before', () => {
    const { clock, ends } = start(...opening, open, welcome, disconnected);
    clock.pass(120_000);
    expect(ends).toEqual([]);
    clock.pass(lineLimits.lostMs - 120_000);
    expect(ends).toEqual(['lost']);
  });

  it('waits for nothing once closed', () => {
    const { clock, ending, store } = start(...opening);
    ending.abort();
    store.apply(disconnected);
    expect(clock.waiting).toBe(0);
  });
});
