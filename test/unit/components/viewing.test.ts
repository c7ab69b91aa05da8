import { describe, expect, it } from 'vitest';
import { viewingRequests, withPin } from '../../../src/components/p2p-call/viewing.js';
import { reduce } from '../../../src/core/state/reduce.js';
import type { CallState } from '../../../src/core/state/call-state.js';
import type { Fact } from '../../../src/core/fact.js';
import { aMember } from '../../fakes/builders.js';
import { inCall } from '../core/support.js';

describe('withPin', () => {
  it.each<[string, readonly string[], boolean | undefined, readonly string[]]>([
    ['adds at the end', ['a'], true, ['a', 'b']],
    ['takes away', ['a', 'b', 'c'], false, ['a', 'c']],
    ['toggles on', ['a'], undefined, ['a', 'b']],
    ['toggles off', ['b'], undefined, []],
  ])('%s', (_, pins, on, expected) => expect(withPin(pins, 'b', on)).toEqual(expected));

  it('gives the same list back where it is so already', () => {
    const pins = ['a', 'b'];
    expect(withPin(pins, 'b', true)).toBe(pins);
    expect(withPin(pins, 'c', false)).toBe(pins);
  });
});

describe('viewingRequests', () => {
  class Stated {
    state: CallState = inCall(aMember());
    apply(fact: Fact): void {
      this.state = reduce(this.state, fact);
    }
  }

  it('pins cameras and screens beside each other', () => {
    const store = new Stated();
    const pin = viewingRequests(store)['p2p-pin-request'];
    void pin({ id: 'bo' });
    void pin({ id: 'bo', source: 'screen', on: true });
    expect(store.state.view.pins).toEqual(['bo', 'bo/screen']);
    void pin({ id: 'bo' });
    expect(store.state.view.pins).toEqual(['bo/screen']);
  });

  it('shows and hides the self, and turns the mirror, as asked or the other way round', () => {
    const store = new Stated();
    const requests = viewingRequests(store);
    void requests['p2p-self-view-request']({});
    expect(store.state.view.selfHidden).toBe(true);
    void requests['p2p-self-view-request']({ on: true });
    expect(store.state.view.selfHidden).toBe(false);
    void requests['p2p-mirror-request']({});
    expect(store.state.settings.mirrored).toBe(false);
    void requests['p2p-mirror-request']({ on: false });
    expect(store.state.settings.mirrored).toBe(false);
  });
});
