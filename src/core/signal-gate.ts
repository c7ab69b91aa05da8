import type { SignalEnvelope } from '../protocol/signal.js';

/** The watchdog of a link waits for seconds before it makes a connection anew: no honest peer begins anew sooner. */
const beginEveryMs = 500;
/** Sockets open no faster than this, and each asks for a resync once. */
const syncEveryMs = 250;

/** When a peer was last allowed what costs us most: a new connection, and all of the outbox again. Frozen. */
export interface SignalGate {
  readonly beganAtMs: number;
  readonly syncedAtMs: number;
}

export const openGate: SignalGate = Object.freeze({ beganAtMs: -Infinity, syncedAtMs: -Infinity });

/**
 * What may pass of a peer's envelope, while our connection has the number `epoch`: undefined where it would begin a connection
 * too soon, and without the wish for a resync where that is asked for too often. Pure.
 */
export function admitSignal(
  gate: SignalGate,
  envelope: SignalEnvelope,
  epoch: number,
  nowMs: number,
): readonly [SignalGate, SignalEnvelope | undefined] {
  if (envelope.epoch > epoch) {
    if (nowMs - gate.beganAtMs < beginEveryMs) return [gate, undefined];
    gate = Object.freeze({ ...gate, beganAtMs: nowMs });
  }
  // An envelope of an earlier epoch is answered with the outbox, too.
  if (!envelope.sync && envelope.epoch >= epoch) return [gate, envelope];
  if (nowMs - gate.syncedAtMs >= syncEveryMs) return [Object.freeze({ ...gate, syncedAtMs: nowMs }), envelope];
  return [gate, envelope.epoch < epoch ? { epoch: envelope.epoch, seq: 0, ack: 0 } : { ...envelope, sync: false }];
}
