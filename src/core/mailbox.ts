import { limits } from '../protocol/limits.js';
import type { Envelope } from '../protocol/signal.js';

/**
 * An outbox with acknowledgements: what one side keeps of the signals of one connection. It knows what was posted and not yet
 * acknowledged, and what has been received from the other side. Frozen.
 */
export interface Mailbox<Body> {
  readonly epoch: number;
  /** The last seq posted. */
  readonly posted: number;
  /** The last seq received in order. */
  readonly received: number;
  /** The last ack that was sent with a reply or a post. */
  readonly acknowledged: number;
  /** The missing seq for which the other side was asked; 0 when it was asked for none. */
  readonly missing: number;
  /** The bodies that are posted and not acknowledged, in order. */
  readonly outbox: readonly Posted<Body>[];
  /** Whether more was posted than the outbox takes: then this connection cannot be completed, and a new one has to be made. */
  readonly overflowed: boolean;
}

export interface Posted<Body> {
  readonly seq: number;
  readonly body: Body;
}

/** The result of accepting an envelope. */
export interface Acceptance<Body> {
  readonly mailbox: Mailbox<Body>;
  /** The bodies to act on now, in order. Each body of the other side appears once, ever. */
  readonly bodies: readonly Body[];
  /** The envelopes to send to the other side now, in order. */
  readonly replies: readonly Envelope<Body>[];
}

/** A connection is made with some 10 signals. When 64 are not acknowledged, nobody receives them. */
export const outboxLimit = 64;

/** After this many bodies that no post has acknowledged, a bare acknowledgement is sent: well before the other side's outbox is full. */
const ackEvery = outboxLimit / 4;

/**
 * A mailbox for a new connection. Both sides of a connection have one of the same epoch.
 *
 * Signals can get lost between the two: those in flight when a socket of either side ends, and those to a side without a socket.
 * So each side sends `resync` on every new socket, and is answered with what it has missed.
 */
export function createMailbox<Body>(epoch: number): Mailbox<Body> {
  return Object.freeze({
    epoch,
    posted: 0,
    received: 0,
    acknowledged: 0,
    missing: 0,
    outbox: Object.freeze([]),
    overflowed: false,
  });
}

/** The epoch of a new connection. `known` is the highest epoch so far with this peer; 0 when there was none. */
export function nextEpoch(known: number): number {
  return isCount(known) ? Math.min(known + 1, limits.count) : 1;
}

/** Puts a body into the outbox until it is acknowledged, and gives the envelope to send. Check `overflowed` after it. */
export function post<Body>(mailbox: Mailbox<Body>, body: Body): readonly [Mailbox<Body>, Envelope<Body>] {
  const seq = Math.min(mailbox.posted + 1, limits.count);
  const entry = Object.freeze({ seq, body });
  const full = mailbox.outbox.length >= outboxLimit || mailbox.posted >= limits.count;
  const next = change(mailbox, {
    posted: seq,
    acknowledged: mailbox.received,
    outbox: full ? mailbox.outbox : Object.freeze([...mailbox.outbox, entry]),
    overflowed: mailbox.overflowed || full,
  });
  return [next, envelopeOf(next, entry)];
}

/**
 * The envelopes to send on every new socket, in this order: all that are not acknowledged. The last one has `sync`, which asks the
 * other side for the same.
 */
export function resync<Body>(mailbox: Mailbox<Body>): readonly Envelope<Body>[] {
  const again = resend(mailbox);
  return again.map((envelope, index) => (index === again.length - 1 ? { ...envelope, sync: true } : envelope));
}

/**
 * Accepts an envelope of the other side. Whatever a peer sends, nothing is thrown. An envelope of a newer epoch changes nothing:
 * first make a new connection, with `createMailbox(envelope.epoch)`, and let that mailbox accept the same envelope.
 *
 * `sync` is answered with envelopes without `sync`, and each missing seq is asked for once, so that two sides never keep each other
 * busy.
 */
export function accept<Body>(mailbox: Mailbox<Body>, envelope: Envelope<Body>): Acceptance<Body> {
  if (!isEnvelope(envelope) || envelope.epoch > mailbox.epoch) return { mailbox, bodies: [], replies: [] };
  if (envelope.epoch < mailbox.epoch) {
    // A side that was away while a new connection was made still sends in the old epoch. The answer shows it the new epoch.
    const unaware = envelope.sync || envelope.body !== undefined;
    return { mailbox, bodies: [], replies: unaware ? resend(mailbox) : [] };
  }
  const isNext = envelope.seq === mailbox.received + 1;
  const isNewGap = envelope.seq > mailbox.received + 1 && mailbox.missing !== mailbox.received + 1;
  const next = change(mailbox, {
    received: isNext ? envelope.seq : mailbox.received,
    missing: isNewGap ? mailbox.received + 1 : mailbox.missing,
    outbox: trim(mailbox.outbox, envelope.ack),
  });
  const replies: Envelope<Body>[] = [];
  if (envelope.sync) replies.push(...resend(next));
  if (isNewGap) replies.push({ ...bare(next), sync: true });
  if (replies.length === 0 && next.received - next.acknowledged >= ackEvery) replies.push(bare(next));
  return {
    mailbox: replies.length > 0 ? change(next, { acknowledged: next.received }) : next,
    bodies: isNext ? [envelope.body as Body] : [],
    replies,
  };
}

function trim<Body>(outbox: readonly Posted<Body>[], ack: number): readonly Posted<Body>[] {
  const first = outbox[0];
  return first === undefined || ack < first.seq ? outbox : Object.freeze(outbox.filter(({ seq }) => seq > ack));
}

/** The envelopes that are not acknowledged; at least a bare one, so that the other side learns what has arrived. */
function resend<Body>(mailbox: Mailbox<Body>): readonly Envelope<Body>[] {
  if (mailbox.outbox.length === 0) return [bare(mailbox)];
  return mailbox.outbox.map((entry) => envelopeOf(mailbox, entry));
}

function envelopeOf<Body>(mailbox: Mailbox<Body>, { seq, body }: Posted<Body>): Envelope<Body> {
  return { epoch: mailbox.epoch, seq, ack: mailbox.received, body };
}

function bare<Body>(mailbox: Mailbox<Body>): Envelope<Body> {
  return { epoch: mailbox.epoch, seq: 0, ack: mailbox.received };
}

/** The decoder has checked this already. A second check costs nothing, and an error there cannot mix up the numbers here. */
function isEnvelope<Body>({ epoch, seq, ack, body }: Envelope<Body>): boolean {
  return isCount(epoch) && epoch > 0 && isCount(seq) && isCount(ack) && (seq === 0 || body !== undefined);
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= limits.count;
}

function change<Body>(mailbox: Mailbox<Body>, changes: Partial<Mailbox<Body>>): Mailbox<Body> {
  return Object.freeze({ ...mailbox, ...changes });
}
