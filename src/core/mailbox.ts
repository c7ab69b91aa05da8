import { limits } from '../protocol/limits.js';
import type { Envelope } from '../protocol/signal.js';

/**
 * One side's record of the signals of one connection: what was posted and not yet acknowledged, and how far the other
 * side was heard. Frozen.
 */
export interface Mailbox<Body> {
  readonly epoch: number;
  /** The last seq posted. */
  readonly posted: number;
  /** The last seq received in order. */
  readonly received: number;
  /** The last ack that was sent with a reply or a post. */
  readonly acknowledged: number;
  /** The missing seq that the other side was asked for; 0 when none was. */
  readonly missing: number;
  /** What is posted and not acknowledged, in order. */
  readonly outbox: readonly Posted<Body>[];
  /** More was posted than the outbox holds: this connection cannot be completed and is to be made anew. */
  readonly overflowed: boolean;
}

export interface Posted<Body> {
  readonly seq: number;
  readonly body: Body;
}

/** What came of an envelope. */
export interface Acceptance<Body> {
  readonly mailbox: Mailbox<Body>;
  /** What is to be acted on now, in order; each body of the other side appears once, ever. */
  readonly bodies: readonly Body[];
  /** What is to be sent to the other side now, in order. */
  readonly replies: readonly Envelope<Body>[];
}

/** A connection is made with some 10 signals; a side that is 64 ahead speaks to nobody. */
export const outboxLimit = 64;

/** Acknowledge on its own after so many bodies that no post has acknowledged: well before the other side's outbox fills. */
const ackEvery = outboxLimit / 4;

/**
 * A mailbox for a new connection. Both sides of a connection have one of the same epoch.
 *
 * What may be lost between them is everything in flight when a socket of either side ends, or goes to a side without
 * a socket. So each side sends `resync` on every new socket, and is answered with what it has missed.
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

/** The epoch of the connection that comes after `known`, the highest that was seen with this peer; 0 when none was. */
export function nextEpoch(known: number): number {
  return isCount(known) ? Math.min(known + 1, limits.count) : 1;
}

/** Puts a body into the outbox until it is acknowledged, and gives the envelope to send. Look at `overflowed` after it. */
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
 * What to send on every new socket, in this order: all that is unacknowledged, the last of it with the wish to get the
 * same from the other side.
 */
export function resync<Body>(mailbox: Mailbox<Body>): readonly Envelope<Body>[] {
  const again = resend(mailbox);
  return again.map((envelope, index) => (index === again.length - 1 ? { ...envelope, sync: true } : envelope));
}

/**
 * Takes in an envelope of the other side. Nothing a peer sends makes it throw. Of a newer epoch it takes nothing: first make
 * the connection anew, with `createMailbox(envelope.epoch)`, and let that accept the same envelope.
 *
 * A wish is answered with envelopes that bear no wish, and each missing seq is asked for once, so that two sides never
 * keep each other busy.
 */
export function accept<Body>(mailbox: Mailbox<Body>, envelope: Envelope<Body>): Acceptance<Body> {
  if (!isEnvelope(envelope) || envelope.epoch > mailbox.epoch) return { mailbox, bodies: [], replies: [] };
  if (envelope.epoch < mailbox.epoch) {
    // A side that was away while the connection was made anew asks in the old epoch, and learns of the new one by this.
    // So does one that says something there: it has missed that the connection is another.
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

/** All that is unacknowledged; at least a bare envelope, so that the other side learns what arrived. */
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

/** The decoder has looked already; a second look costs nothing and keeps a slip there from mixing up the numbers. */
function isEnvelope<Body>({ epoch, seq, ack, body }: Envelope<Body>): boolean {
  return isCount(epoch) && epoch > 0 && isCount(seq) && isCount(ack) && (seq === 0 || body !== undefined);
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= limits.count;
}

function change<Body>(mailbox: Mailbox<Body>, changes: Partial<Mailbox<Body>>): Mailbox<Body> {
  return Object.freeze({ ...mailbox, ...changes });
}
