import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNegotiation, isPolite, negotiate } from '../../../src/core/negotiation.js';
import type { Negotiation, NegotiationEvent, SignalingState, Verdict } from '../../../src/core/negotiation.js';

const states: readonly SignalingState[] = [
  'stable',
  'have-local-offer',
  'have-remote-offer',
  'have-local-pranswer',
  'have-remote-pranswer',
  'closed',
];
const events: readonly NegotiationEvent[] = ['offering', 'offered', 'offer', 'answer', 'applied', 'failed'];
const either = [false, true] as const;

const negotiations: readonly Negotiation[] = either.flatMap((polite) =>
  either.flatMap((makingOffer) =>
    either.flatMap((settingAnswer) =>
      either.map((established) => ({ polite, makingOffer, settingAnswer, established })),
    ),
  ),
);

interface Case {
  readonly before: Negotiation;
  readonly event: NegotiationEvent;
  readonly state: SignalingState;
  readonly after: Negotiation;
  readonly verdict: Verdict;
}

const cases: readonly Case[] = negotiations.flatMap((before) =>
  events.flatMap((event) =>
    states.map((state) => {
      const [after, verdict] = negotiate(before, event, state);
      return { before, event, state, after, verdict };
    }),
  ),
);

const live = cases.filter(({ state }) => state !== 'closed');
const at = (event: NegotiationEvent) => live.filter((one) => one.event === event);

/** Every case must follow the rule, and there must be some. */
function each(some: readonly Case[], rule: (one: Case) => void): void {
  expect(some.length).toBeGreaterThan(0);
  for (const one of some) rule(one);
}

const waiting = ({ state }: Case) => state === 'have-local-offer' || state === 'have-remote-pranswer';
const ownOffer = (one: Case) => one.before.makingOffer || (waiting(one) && !one.before.settingAnswer);

describe('negotiate', () => {
  it('does nothing at a closed connection', () => {
    each(
      cases.filter(({ state }) => state === 'closed'),
      ({ before, after, verdict }) => {
        expect(verdict).toBe('ignore');
        expect(after).toEqual(before);
      },
    );
  });

  it('never changes who is polite', () => {
    each(cases, ({ before, after }) => expect(after.polite).toBe(before.polite));
  });

  it('gives frozen values', () => {
    each(
      cases.filter(({ before, after }) => before !== after),
      ({ after }) => expect(Object.isFrozen(after)).toBe(true),
    );
  });

  it('remembers an exchange for as long as the connection lasts', () => {
    each(
      cases.filter(({ before, verdict }) => before.established && verdict !== 'anew'),
      ({ after }) => expect(after.established).toBe(true),
    );
  });

  it('counts an exchange only when a description is applied and the connection is stable', () => {
    each(
      cases.filter(({ before, after }) => !before.established && after.established),
      ({ event, state }) => expect([event, state]).toEqual(['applied', 'stable']),
    );
    each(
      at('applied').filter(({ state }) => state === 'stable'),
      ({ after }) => expect(after.established).toBe(true),
    );
  });

  describe('about to offer', () => {
    it('goes on where the connection is stable and no other offer is being made', () => {
      each(at('offering'), ({ before, state, after, verdict }) => {
        const free = state === 'stable' && !before.makingOffer;
        expect(verdict).toBe(free ? 'accept' : 'ignore');
        expect(after).toEqual(free ? { ...before, makingOffer: true } : before);
      });
    });

    it('is over when the offer is made', () => {
      each(at('offered'), ({ before, after }) => expect(after).toEqual({ ...before, makingOffer: false }));
    });
  });

  describe('at an offer of the other side', () => {
    it('accepts it where no own offer is under way', () => {
      each(
        at('offer').filter((one) => !ownOffer(one)),
        ({ before, after, verdict }) => {
          expect(verdict).toBe('accept');
          expect(after).toEqual(before);
        },
      );
    });

    it('ignores it on the impolite side of a collision', () => {
      each(
        at('offer').filter((one) => ownOffer(one) && !one.before.polite),
        ({ before, after, verdict }) => {
          expect(verdict).toBe('ignore');
          expect(after).toEqual(before);
        },
      );
    });

    it('gives way on the polite side where an exchange was completed before', () => {
      each(
        at('offer').filter((one) => ownOffer(one) && one.before.polite && one.before.established),
        ({ before, after, verdict }) => {
          expect(verdict).toBe('accept');
          expect(after).toEqual(before);
        },
      );
    });

    it('asks the polite side for a new connection where the first offer would be rolled back', () => {
      each(
        at('offer').filter((one) => ownOffer(one) && one.before.polite && !one.before.established),
        ({ after, verdict }) => {
          expect(verdict).toBe('anew');
          expect(after).toEqual(createNegotiation(true));
        },
      );
    });

    it('is accepted by the new connection', () => {
      const [fresh] = negotiate({ ...createNegotiation(true), makingOffer: true }, 'offer', 'stable');
      expect(negotiate(fresh, 'offer', 'stable')[1]).toBe('accept');
    });
  });

  it('asks for a new connection at nothing but an offer', () => {
    each(
      cases.filter(({ verdict }) => verdict === 'anew'),
      ({ event }) => expect(event).toBe('offer'),
    );
  });

  it('takes an answer only where one is awaited and none is being applied', () => {
    each(at('answer'), (one) => {
      const fits = waiting(one) && !one.before.settingAnswer;
      expect(one.verdict).toBe(fits ? 'accept' : 'ignore');
      expect(one.after).toEqual(fits ? { ...one.before, settingAnswer: true } : one.before);
    });
  });

  it('has an answer behind it when it is applied and when it has failed', () => {
    each([...at('applied'), ...at('failed')], ({ after }) => expect(after.settingAnswer).toBe(false));
  });
});

describe('isPolite', () => {
  it('chooses one of two sides', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        fc.pre(a !== b);
        expect(isPolite(a, b)).toBe(!isPolite(b, a));
      }),
    );
  });
});

interface Description {
  readonly type: 'offer' | 'answer';
  /** Names the exchange: an answer bears the name of its offer. */
  readonly exchange: string;
}

/** The signalling part of an RTCPeerConnection: its state and its operations chain, one step at a time. */
class ModelConnection {
  state: SignalingState = 'stable';
  /** The exchange that both sides are to agree on. */
  agreed: string | undefined;
  /** Needs that an answered offer has met. */
  met = 0;
  readonly chain: (() => void)[] = [];
  #pending: { exchange: string; needs: number } | undefined;

  setLocalDescription(offer: string, needs: number, done: (description: Description) => void): void {
    this.chain.push(() => {
      if (this.state === 'have-remote-offer') {
        this.state = 'stable';
        this.agreed = this.#pending!.exchange;
        done({ type: 'answer', exchange: this.agreed });
      } else if (this.state === 'stable') {
        this.state = 'have-local-offer';
        this.#pending = { exchange: offer, needs };
        done({ type: 'offer', exchange: offer });
      } else {
        throw new Error(`setLocalDescription in ${this.state}`);
      }
    });
  }

  setRemoteDescription({ type, exchange }: Description, done: () => void): void {
    this.chain.push(() => {
      if (type === 'offer') {
        if (this.state === 'have-local-offer' && this.agreed === undefined) {
          throw new Error('a first offer was rolled back');
        }
        this.state = 'have-remote-offer';
        this.#pending = { exchange, needs: 0 };
      } else {
        if (this.state !== 'have-local-offer') throw new Error(`setRemoteDescription(answer) in ${this.state}`);
        if (this.#pending!.exchange !== exchange) throw new Error('an answer to another offer');
        this.state = 'stable';
        this.agreed = exchange;
        this.met = this.#pending!.needs;
      }
      done();
    });
  }
}

/** One side of a link that does as `negotiate` says, over a channel that keeps all messages in their order. */
class ModelSide {
  connection = new ModelConnection();
  negotiation: Negotiation;
  needs = 0;
  readonly arriving: Description[] = [];
  readonly #name: string;
  #send: (description: Description) => void = () => undefined;
  #offers = 0;

  constructor(name: string, polite: boolean) {
    this.#name = name;
    this.negotiation = createNegotiation(polite);
  }

  connect(other: ModelSide): void {
    this.#send = (description) => other.arriving.push(description);
  }

  need(): boolean {
    this.needs += 1;
    return true;
  }

  /** As the browser fires `negotiationneeded`: stable, nothing in the operations chain, something not yet agreed. */
  offer(): boolean {
    const { connection } = this;
    if (connection.state !== 'stable' || connection.chain.length > 0 || connection.met >= this.needs) return false;
    expect(this.#tell('offering')).toBe('accept');
    this.#offers += 1;
    connection.setLocalDescription(`${this.#name}${this.#offers}`, this.needs, (description) => {
      this.#tell('offered');
      this.#send(description);
    });
    return true;
  }

  step(): boolean {
    const operation = this.connection.chain.shift();
    operation?.();
    return operation !== undefined;
  }

  receive(): boolean {
    const description = this.arriving.shift();
    if (description === undefined) return false;
    let verdict = this.#tell(description.type);
    if (verdict === 'anew') {
      this.connection = new ModelConnection();
      verdict = this.#tell(description.type);
      expect(verdict).toBe('accept');
    }
    if (verdict === 'ignore') return true;
    const { connection } = this;
    connection.setRemoteDescription(description, () => {
      if (description.type === 'answer') {
        this.#tell('applied');
        return;
      }
      connection.setLocalDescription('', 0, (answer) => {
        expect(answer.type).toBe('answer');
        this.#tell('applied');
        this.#send(answer);
      });
    });
    return true;
  }

  #tell(event: NegotiationEvent): Verdict {
    const [next, verdict] = negotiate(this.negotiation, event, this.connection.state);
    this.negotiation = next;
    return verdict;
  }
}

const moves = ['need', 'offer', 'step', 'receive'] as const;
const script = fc.array(fc.tuple(fc.constantFrom(0, 1), fc.constantFrom(...moves)), { maxLength: 150, size: 'max' });

function play(moment: readonly (readonly [number, (typeof moves)[number]])[]): readonly [ModelSide, ModelSide] {
  const sides = [new ModelSide('p', true), new ModelSide('i', false)] as const;
  sides[0].connect(sides[1]);
  sides[1].connect(sides[0]);
  for (const [side, move] of moment) sides[side as 0 | 1][move]();
  for (let round = 0; ; round += 1) {
    if (round > 10_000) throw new Error('the two sides never come to rest');
    const busy = sides.flatMap((side) => [side.receive(), side.step(), side.offer()]);
    if (!busy.includes(true)) return sides;
  }
}

describe('two sides that negotiate', () => {
  it('come to rest stable and agreed, with every need met, however their moves interleave', () => {
    fc.assert(
      fc.property(script, (moment) => {
        const sides = play(moment);
        for (const { connection, negotiation, needs } of sides) {
          expect(connection.state).toBe('stable');
          expect(connection.met).toBe(needs);
          expect(connection.agreed).toBe(sides[0].connection.agreed);
          expect(negotiation).toMatchObject({ makingOffer: false, settingAnswer: false });
          expect(negotiation.established).toBe(connection.agreed !== undefined);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('settle a collision at the start with one new connection on the polite side', () => {
    const sides = [new ModelSide('p', true), new ModelSide('i', false)] as const;
    sides[0].connect(sides[1]);
    sides[1].connect(sides[0]);
    const first = sides.map(({ connection }) => connection);
    for (const side of sides) side.need();
    for (const side of sides) side.offer();
    for (const side of sides) side.step();
    for (const side of sides) side.receive();
    expect(sides[0].connection).not.toBe(first[0]);
    expect(sides[1].connection).toBe(first[1]);
  });
});
