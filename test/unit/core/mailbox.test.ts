import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accept, createMailbox, nextEpoch, outboxLimit, post, resync } from '../../../src/core/mailbox.js';
import type { Acceptance, Mailbox } from '../../../src/core/mailbox.js';
import { limits } from '../../../src/protocol/limits.js';
import type { Envelope } from '../../../src/protocol/signal.js';

const highest = limits.count;

/** A mailbox of epoch 3 into which the bodies were posted, and their envelopes. */
function withPosts(...bodies: string[]): { mailbox: Mailbox<string>; envelopes: Envelope<string>[] } {
  let mailbox = createMailbox<string>(3);
  const envelopes = bodies.map((body) => {
    const [next, envelope] = post(mailbox, body);
    mailbox = next;
    return envelope;
  });
  return { mailbox, envelopes };
}

const numbered = (length: number) => Array.from({ length }, (_, index) => `b${index + 1}`);

/** Lets a mailbox accept one envelope after the other. */
function acceptAll(mailbox: Mailbox<string>, envelopes: readonly Envelope<string>[]): Acceptance<string> {
  let all: Acceptance<string> = { mailbox, bodies: [], replies: [] };
  for (const envelope of envelopes) {
    const one = accept(all.mailbox, envelope);
    all = { ...one, bodies: [...all.bodies, ...one.bodies], replies: [...all.replies, ...one.replies] };
  }
  return all;
}

describe('post', () => {
  it('numbers bodies from 1 and names the epoch', () => {
    const { envelopes } = withPosts('offer', 'candidates');
    expect(envelopes).toEqual([
      { epoch: 3, seq: 1, ack: 0, body: 'offer' },
      { epoch: 3, seq: 2, ack: 0, body: 'candidates' },
    ]);
  });

  it('acknowledges what has arrived', () => {
    const { mailbox } = accept(createMailbox<string>(3), { epoch: 3, seq: 1, ack: 0, body: 'offer' });
    expect(post(mailbox, 'answer')[1]).toEqual({ epoch: 3, seq: 1, ack: 1, body: 'answer' });
  });

  it('keeps a body until it is acknowledged', () => {
    const { mailbox } = withPosts('a', 'b', 'c');
    const kept = (ack: number) => accept(mailbox, { epoch: 3, seq: 0, ack }).mailbox.outbox.map(({ body }) => body);
    expect(kept(0)).toEqual(['a', 'b', 'c']);
    expect(kept(2)).toEqual(['c']);
    expect(kept(3)).toEqual([]);
  });

  it('marks the mailbox when the outbox is full, and keeps no more', () => {
    const { mailbox } = withPosts(...numbered(outboxLimit));
    expect(mailbox.overflowed).toBe(false);
    const [over] = post(mailbox, 'one too many');
    expect(over.overflowed).toBe(true);
    expect(over.outbox).toHaveLength(outboxLimit);
    const { mailbox: emptied } = accept(over, { epoch: 3, seq: 0, ack: outboxLimit });
    expect(post(emptied, 'later')[0].overflowed).toBe(true);
  });

  it('marks the mailbox when the numbers end', () => {
    const [last, envelope] = post({ ...createMailbox<string>(1), posted: highest - 1 }, 'last');
    expect([envelope.seq, last.overflowed]).toEqual([highest, false]);
    const [over, beyond] = post({ ...last, outbox: [] }, 'beyond');
    expect([beyond.seq, over.overflowed]).toEqual([highest, true]);
  });
});

describe('accept', () => {
  it('delivers bodies once and in order (S4)', () => {
    const { envelopes } = withPosts('a', 'b', 'c');
    const { bodies, replies } = acceptAll(createMailbox(3), [envelopes[0]!, envelopes[0]!, ...envelopes, ...envelopes]);
    expect(bodies).toEqual(['a', 'b', 'c']);
    expect(replies).toEqual([]);
  });

  it('delivers what comes next, and nothing else', () => {
    const { envelopes } = withPosts('a', 'b', 'c');
    const { mailbox } = accept(createMailbox<string>(3), envelopes[0]!);
    const bodies = (change: Partial<Envelope<string>>) => accept(mailbox, { ...envelopes[1]!, ...change }).bodies;
    expect(bodies({})).toEqual(['b']);
    for (const change of [{ seq: 0 }, { seq: 1 }, { seq: 3 }, { epoch: 2 }, { epoch: 4 }]) {
      expect(bodies(change)).toEqual([]);
    }
  });

  it('asks for a missing envelope once, and delivers when it comes again', () => {
    const { mailbox: sender, envelopes } = withPosts('a', 'b', 'c');
    const first = acceptAll(createMailbox(3), [envelopes[1]!, envelopes[2]!, envelopes[1]!]);
    expect(first.bodies).toEqual([]);
    expect(first.replies).toEqual([{ epoch: 3, seq: 0, ack: 0, sync: true }]);
    const again = accept(sender, first.replies[0]!).replies;
    expect(acceptAll(first.mailbox, again).bodies).toEqual(['a', 'b', 'c']);
  });

  it('asks for a second gap as it did for the first', () => {
    const { envelopes } = withPosts('a', 'b', 'c', 'd');
    const { replies } = acceptAll(createMailbox(3), [envelopes[1]!, envelopes[0]!, envelopes[2]!]);
    expect(replies).toEqual([
      { epoch: 3, seq: 0, ack: 0, sync: true },
      { epoch: 3, seq: 0, ack: 1, sync: true },
    ]);
  });

  it('answers a wish with all that is unacknowledged, with the newest ack and without a wish of its own', () => {
    const { mailbox } = withPosts('a', 'b', 'c');
    const { replies } = accept(mailbox, { epoch: 3, seq: 1, ack: 1, sync: true, body: 'theirs' });
    expect(replies).toEqual([
      { epoch: 3, seq: 2, ack: 1, body: 'b' },
      { epoch: 3, seq: 3, ack: 1, body: 'c' },
    ]);
  });

  it('answers a wish with a bare ack where nothing is unacknowledged', () => {
    const { replies } = accept(createMailbox<string>(3), { epoch: 3, seq: 1, ack: 0, sync: true, body: 'a' });
    expect(replies).toEqual([{ epoch: 3, seq: 0, ack: 1 }]);
  });

  it('does not acknowledge twice when a wish is answered', () => {
    const bodies = withPosts(...numbered(outboxLimit)).envelopes;
    const { mailbox } = acceptAll(createMailbox(3), bodies.slice(0, 15));
    expect(accept(mailbox, { ...bodies[15]!, sync: true }).replies).toEqual([{ epoch: 3, seq: 0, ack: 16 }]);
  });

  it('answers a wish that came with a gap, and asks for the gap', () => {
    const { mailbox } = withPosts('a');
    const { replies } = accept(mailbox, { epoch: 3, seq: 2, ack: 0, sync: true, body: 'theirs' });
    expect(replies).toEqual([
      { epoch: 3, seq: 1, ack: 0, body: 'a' },
      { epoch: 3, seq: 0, ack: 0, sync: true },
    ]);
  });

  it('takes nothing from a stale envelope (S3)', () => {
    const { mailbox } = withPosts('a');
    const result = accept(mailbox, { epoch: 2, seq: 0, ack: 1 });
    expect(result).toEqual({ mailbox, bodies: [], replies: [] });
  });

  it('tells a side that was away in an older epoch of what it has missed', () => {
    const { mailbox, envelopes } = withPosts('offer');
    for (const sync of [true, false]) {
      const { replies, bodies } = accept(mailbox, { epoch: 1, seq: 4, ack: 9, sync, body: 'old' });
      expect(replies).toEqual(envelopes);
      expect(bodies).toEqual([]);
    }
  });

  it('takes nothing from a newer epoch, so that a new mailbox can accept the same envelope (S3)', () => {
    const { mailbox } = withPosts('a');
    const newer: Envelope<string> = { epoch: 7, seq: 1, ack: 1, sync: true, body: 'new' };
    expect(accept(mailbox, newer)).toEqual({ mailbox, bodies: [], replies: [] });
    expect(accept(createMailbox<string>(newer.epoch), newer).bodies).toEqual(['new']);
  });

  it('acknowledges on its own before a side that only listens lets the other side’s outbox fill', () => {
    let sender = createMailbox<string>(1);
    let receiver = createMailbox<string>(1);
    let acks = 0;
    for (const body of numbered(outboxLimit * 4)) {
      const [posted, envelope] = post(sender, body);
      const taken = accept(receiver, envelope);
      acks += taken.replies.length;
      receiver = taken.mailbox;
      sender = acceptAll(posted, taken.replies).mailbox;
    }
    expect(sender.overflowed).toBe(false);
    expect(acks).toBeLessThanOrEqual(16);
  });

  it('does not acknowledge on its own what a post has acknowledged', () => {
    let mailbox = createMailbox<string>(1);
    for (let seq = 1; seq <= outboxLimit; seq += 1) {
      const taken = accept(mailbox, { epoch: 1, seq, ack: seq - 1, body: 'theirs' });
      expect(taken.replies).toEqual([]);
      [mailbox] = post(taken.mailbox, 'own');
    }
  });

  it('drops what is no envelope, and keeps its numbers', () => {
    const { mailbox } = withPosts('a');
    for (const wrong of [
      { epoch: 3, seq: 1.5, ack: 0, body: 'x' },
      { epoch: 3, seq: -1, ack: 0, body: 'x' },
      { epoch: 3, seq: 0, ack: NaN },
      { epoch: 3, seq: 1, ack: 1 },
      { epoch: highest + 1, seq: 0, ack: 0 },
      { epoch: 0, seq: 0, ack: 0, sync: true },
    ]) {
      expect(accept(mailbox, wrong)).toEqual({ mailbox, bodies: [], replies: [] });
    }
  });

  it('is not upset by an ack of what was never posted', () => {
    const { mailbox } = accept(withPosts('a').mailbox, { epoch: 3, seq: 0, ack: highest });
    const [next, envelope] = post(mailbox, 'b');
    expect(envelope.seq).toBe(2);
    expect(next.outbox).toHaveLength(1);
  });

  it('never throws, and never sends more than the outbox and a wish', () => {
    const number = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.double(), fc.constantFrom(highest, highest + 1, -1));
    const anything = fc.record({ epoch: number, seq: number, ack: number, sync: fc.boolean(), body: fc.string() });
    fc.assert(
      fc.property(fc.array(anything), (envelopes) => {
        let { mailbox } = withPosts('a', 'b');
        for (const envelope of envelopes) {
          const taken = accept(mailbox, envelope);
          expect(taken.replies.length).toBeLessThanOrEqual(mailbox.outbox.length + 2);
          expect(Object.isFrozen(taken.mailbox) && Object.isFrozen(taken.mailbox.outbox)).toBe(true);
          mailbox = taken.mailbox;
        }
      }),
    );
  });
});

describe('resync', () => {
  it('is a wish where nothing is unacknowledged', () => {
    expect(resync(createMailbox(5))).toEqual([{ epoch: 5, seq: 0, ack: 0, sync: true }]);
  });

  it('sends again what is unacknowledged, in order, with the wish on the last', () => {
    const { mailbox } = withPosts('a', 'b');
    expect(resync(mailbox)).toEqual([
      { epoch: 3, seq: 1, ack: 0, body: 'a' },
      { epoch: 3, seq: 2, ack: 0, sync: true, body: 'b' },
    ]);
  });
});

describe('nextEpoch', () => {
  it('counts up from 1 and stops where the wire does', () => {
    expect([0, 1, 41, highest - 1, highest].map(nextEpoch)).toEqual([1, 2, 42, highest, highest]);
  });

  it('starts anew at what is no epoch', () => {
    expect([NaN, -5, 0.5, Infinity].map(nextEpoch)).toEqual([1, 1, 1, 1]);
  });
});

/** One end of a link, which makes the connection anew when it is told to or when the other side has. */
class ModelEnd {
  mailbox = createMailbox<string>(1);
  posted: string[] = [];
  delivered: string[] = [];
  readonly wire: Envelope<string>[] = [];

  post(body: string): void {
    const [mailbox, envelope] = post(this.mailbox, body);
    this.mailbox = mailbox;
    this.posted.push(body);
    this.wire.push(envelope);
  }

  resync(): void {
    this.wire.push(...resync(this.mailbox));
  }

  anew(epoch = nextEpoch(this.mailbox.epoch)): void {
    this.mailbox = createMailbox(epoch);
    this.posted = [];
    this.delivered = [];
  }

  accept(envelope: Envelope<string>): void {
    if (envelope.epoch > this.mailbox.epoch) this.anew(envelope.epoch);
    const taken = accept(this.mailbox, envelope);
    this.mailbox = taken.mailbox;
    this.delivered.push(...taken.bodies);
    this.wire.push(...taken.replies);
  }
}

const side = fc.constantFrom<0 | 1>(0, 1);
const at = fc.nat({ max: 200 });
const action = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constant('post' as const), side, at }) },
  { weight: 6, arbitrary: fc.record({ does: fc.constant('deliver' as const), side, at: fc.constant(0) }) },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constantFrom('deliver' as const, 'double' as const, 'drop' as const), side, at }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constantFrom('resync' as const, 'cut' as const), side, at }) },
);
const renewal = fc.record({ does: fc.constant('anew' as const), side, at });

type Action = { does: 'post' | 'deliver' | 'double' | 'drop' | 'resync' | 'cut' | 'anew'; side: 0 | 1; at: number };

/** Plays the actions over a channel that does anything, then heals the channel and gives one end a new socket. */
function play(actions: readonly Action[], last: 0 | 1): readonly [ModelEnd, ModelEnd] {
  const ends = [new ModelEnd(), new ModelEnd()] as const;
  let bodies = 0;
  for (const { does, side: from, at: place } of actions) {
    const end = ends[from];
    const other = ends[from === 0 ? 1 : 0];
    const index = end.wire.length > 0 ? place % end.wire.length : 0;
    if (does === 'post') end.post(`body ${(bodies += 1)}`);
    else if (does === 'resync') end.resync();
    else if (does === 'anew') end.anew();
    else if (does === 'cut') end.wire.length = 0;
    else if (end.wire.length > 0) {
      const envelope = end.wire[index]!;
      if (does !== 'double') end.wire.splice(index, 1);
      if (does !== 'drop') other.accept(envelope);
    }
  }
  ends[last].resync();
  for (let rounds = 0; ends.some(({ wire }) => wire.length > 0); rounds += 1) {
    if (rounds > 10_000) throw new Error('the two ends keep each other busy for ever');
    for (const [from, end] of ends.entries()) {
      const envelope = end.wire.shift();
      if (envelope !== undefined) ends[from === 0 ? 1 : 0]!.accept(envelope);
    }
  }
  return ends;
}

describe('two mailboxes over a channel that drops, doubles and reorders', () => {
  it('deliver every body once and in order, and never anything else on the way (S4)', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 60, size: 'max' }), side, (actions, last) => {
        const ends = play(actions, last);
        const [a, b] = ends;
        expect(b.delivered).toEqual(a.posted);
        expect(a.delivered).toEqual(b.posted);
        expect(ends[last].mailbox.outbox).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('do so within the newest epoch while either side makes the connection anew (S3, S4)', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ weight: 8, arbitrary: action }, { weight: 1, arbitrary: renewal }), {
          maxLength: 60,
          size: 'max',
        }),
        side,
        (actions, last) => {
          const [a, b] = play(actions, last);
          expect(a.mailbox.epoch).toBe(b.mailbox.epoch);
          expect(b.delivered).toEqual(a.posted);
          expect(a.delivered).toEqual(b.posted);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
