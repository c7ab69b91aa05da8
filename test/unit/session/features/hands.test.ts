import { describe, expect, it } from 'vitest';
import { Hands } from '../../../../src/session/features/hands.js';
import { createCallStore } from '../../../../src/session/call-store.js';
import { me, opening } from '../../core/support.js';

describe('a raised hand', () => {
  it('is up until it is lowered, and counts from when it went up', () => {
    let nowMs = 1_000_000;
    const store = createCallStore(() => undefined);
    const hands = new Hands(store, () => nowMs);
    for (const fact of opening) store.apply(fact);
    store.apply({ type: 'welcomed', id: me.id, members: [me], kept: [] });
    hands.set(true);
    expect(store.state.self.handAt).toBe(nowMs);
    nowMs += 1_000;
    hands.set(true);
    expect(store.state.self.handAt).toBe(1_000_000);
    hands.set(false);
    expect(store.state.self.handAt).toBeUndefined();
  });

  it('is nothing outside a call', () => {
    const hands = new Hands(createCallStore(() => undefined));
    expect(() => hands.set(true)).toThrow(expect.objectContaining({ code: 'not-joined' }));
  });
});
