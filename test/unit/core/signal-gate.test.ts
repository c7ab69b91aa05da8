import { describe, expect, it } from 'vitest';
import { admitSignal, openGate, type SignalGate } from '../../../src/core/signal-gate.js';
import type { SignalEnvelope } from '../../../src/protocol/signal.js';

const sync: SignalEnvelope = { epoch: 1, seq: 0, ack: 0, sync: true };

/** What passes of envelopes that come `everyMs` apart, while our connection has the number 1. */
function admitted(envelope: SignalEnvelope, count: number, everyMs: number): (SignalEnvelope | undefined)[] {
  let gate: SignalGate = openGate;
  return Array.from({ length: count }, (_, index) => {
    const [next, passed] = admitSignal(gate, envelope, 1, index * everyMs);
    gate = next;
    return passed;
  });
}

describe('admitSignal', () => {
  it('lets everything pass that asks for nothing', () => {
    const plain: SignalEnvelope = { epoch: 1, seq: 3, ack: 2 };
    expect(admitted(plain, 3, 0)).toEqual([plain, plain, plain]);
  });

  it('takes the wish for a resync out where it comes too often, and leaves the rest', () => {
    expect(admitted(sync, 3, 100).map((one) => one?.sync)).toEqual([true, false, false]);
    expect(admitted(sync, 3, 250).map((one) => one?.sync)).toEqual([true, true, true]);
  });

  it('takes everything but the numbers out of an old envelope, which is answered like a wish', () => {
    const old: SignalEnvelope = { ...sync, seq: 2, body: { kind: 'candidates', candidates: [] } };
    const [, passed] = admitSignal({ ...openGate, syncedAtMs: 0 }, old, 2, 100);
    expect(passed).toEqual({ epoch: 1, seq: 0, ack: 0 });
  });

  it('begins no connection sooner than an honest peer would', () => {
    const begin: SignalEnvelope = { epoch: 2, seq: 1, ack: 0 };
    expect(admitted(begin, 3, 200)).toEqual([begin, undefined, undefined]);
    expect(admitted(begin, 3, 500)).toEqual([begin, begin, begin]);
  });
});
