import { accept, createMailbox, type Mailbox, nextEpoch, post, resync } from '../../core/mailbox.js';
import {
  createNegotiation,
  type Negotiation,
  type NegotiationEvent,
  negotiate,
  type Verdict,
} from '../../core/negotiation.js';
import { admitSignal, openGate } from '../../core/signal-gate.js';
import type { Candidate, Signal, SignalEnvelope } from '../../protocol/signal.js';
import type { Clock } from '../clock.js';
import type { Priority } from '../priority.js';
import { Turns } from '../turns.js';
import type { Connection } from './connection.js';

/** Making or applying a description takes a tenth of this, unless the machine is overloaded. */
const describedWithinMs = 200;

type Description = Extract<Signal, { kind: 'description' }>['description'];

export interface NegotiatorOptions {
  readonly clock: Clock;
  readonly priority: Priority;
  /** The end of the link. */
  readonly signal: AbortSignal;
  readonly polite: boolean;
  /** The last epoch of this pair, 0 for none. */
  readonly epoch: number;
  /** Passes an envelope on to the peer. */
  send(envelope: SignalEnvelope): void;
  /** The peer has begun a new connection: makes one here, which is negotiated from now on. */
  begun(epoch: number): void;
  /** The present connection is of no use for what has arrived: makes one in its place, in the same epoch. */
  replaced(): Connection;
  /** The peer has acknowledged nothing for so long that only a new connection makes sense of what follows. */
  overflowed(): void;
}

/**
 * Agrees with one peer on descriptions and candidates. Signals go through a mailbox, which makes their delivery reliable; offers
 * follow perfect negotiation (W3C WebRTC section 10.7).
 */
export class Negotiator {
  readonly #options: NegotiatorOptions;
  /** A description that is being applied is never overtaken. */
  readonly #turns = new Turns();
  #mailbox: Mailbox<Signal>;
  #negotiation: Negotiation;
  #gate = openGate;
  #connection: Connection | undefined;

  constructor(options: NegotiatorOptions) {
    this.#options = options;
    this.#mailbox = createMailbox(options.epoch);
    this.#negotiation = createNegotiation(options.polite);
  }

  /** The number of the present connection of this pair. */
  get epoch(): number {
    return this.#mailbox.epoch;
  }

  /** The number of the connection after it. */
  get nextEpoch(): number {
    return nextEpoch(this.epoch);
  }

  /** A new connection, and a new epoch. */
  begin(connection: Connection, epoch: number): void {
    this.#mailbox = createMailbox(epoch);
    // Promises of a closed connection may never settle (W3C WebRTC section 4.4.1.2): nobody waits for them.
    this.#turns.clear();
    this.use(connection);
  }

  /** Another connection in the same epoch. */
  use(connection: Connection): void {
    this.#connection = connection;
    this.#negotiation = createNegotiation(this.#options.polite);
  }

  /** Offers over the connection, when it is its turn. */
  offer(connection: Connection): void {
    this.#inTurn(() => this.#offer(connection));
  }

  receive(received: SignalEnvelope): void {
    const { clock, send, begun } = this.#options;
    const [gate, envelope] = admitSignal(this.#gate, received, this.epoch, clock.now());
    this.#gate = gate;
    if (!envelope) return;
    // The other side made the connection anew (rule S3). Its offer follows.
    if (envelope.epoch > this.epoch) begun(envelope.epoch);
    const result = accept(this.#mailbox, envelope);
    this.#mailbox = result.mailbox;
    for (const reply of result.replies) send(reply);
    for (const body of result.bodies) this.#deliver(body);
  }

  /** What was on its way may be lost: sends again what was not acknowledged, and asks the peer for the same (rule S2). */
  resync(): void {
    for (const envelope of resync(this.#mailbox)) this.#options.send(envelope);
  }

  post(signal: Signal): void {
    if (this.#isOver) return;
    const [mailbox, envelope] = post(this.#mailbox, signal);
    this.#mailbox = mailbox;
    this.#options.send(envelope);
    if (mailbox.overflowed) this.#options.overflowed();
  }

  get #isOver(): boolean {
    return this.#options.signal.aborted;
  }

  /** Runs `task` after those before it, unless this epoch is over by then. Painting waits for it: the peer does, too. */
  #inTurn(task: () => Promise<void>): void {
    const { epoch } = this;
    const release = this.#options.priority.hold(describedWithinMs, this.#options.signal);
    void this.#turns.run(async () => {
      try {
        if (!this.#isOver && epoch === this.epoch) await task();
      } catch {
        // A description that this browser refuses, or a connection that was closed meanwhile: the health of the link tells.
      } finally {
        release();
      }
    });
  }

  async #offer(connection: Connection): Promise<void> {
    if (connection !== this.#connection) return;
    // Something else is being negotiated: the event comes again when that is over.
    if (this.#step('offering', connection) === 'ignore') return;
    try {
      await this.#postDescription(connection);
    } finally {
      this.#step('offered', connection);
    }
  }

  async #postDescription(connection: Connection): Promise<void> {
    const description = await connection.describe();
    if (connection === this.#connection && description) this.post({ kind: 'description', description });
  }

  #deliver(signal: Signal): void {
    this.#inTurn(async () => {
      const connection = this.#connection;
      if (!connection) return;
      if (signal.kind === 'description') await this.#applyDescription(connection, signal.description);
      else await this.#addCandidates(connection, signal.candidates);
    });
  }

  async #applyDescription(present: Connection, description: Description): Promise<void> {
    const verdict = this.#step(description.type, present);
    if (verdict === 'ignore') return;
    const connection = verdict === 'anew' ? this.#options.replaced() : present;
    if (verdict === 'anew') this.#step(description.type, connection);
    try {
      await connection.apply(description);
      if (connection === this.#connection && description.type === 'offer') await this.#postDescription(connection);
      this.#step('applied', connection);
    } catch (error) {
      this.#step('failed', connection);
      throw error;
    }
  }

  #step(event: NegotiationEvent, connection: Connection): Verdict {
    const [negotiation, verdict] = negotiate(this.#negotiation, event, connection.peer.signalingState);
    if (connection === this.#connection) this.#negotiation = negotiation;
    return verdict;
  }

  async #addCandidates(connection: Connection, candidates: readonly Candidate[]): Promise<void> {
    for (const candidate of candidates) {
      // Refused: one of an offer that was ignored, or of a kind that this browser does not know. Others may do.
      await connection.addCandidate(candidate).catch(() => undefined);
    }
  }
}
