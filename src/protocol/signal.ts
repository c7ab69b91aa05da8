import * as v from 'valibot';
import { limits } from './limits.js';

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 31));

const candidateSchema = v.object({
  candidate: v.pipe(v.string(), v.maxLength(limits.candidateLength)),
  sdpMid: v.nullable(v.pipe(v.string(), v.maxLength(64))),
  sdpMLineIndex: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(64))),
  usernameFragment: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(256)))),
});
/** A candidate as `RTCIceCandidate.toJSON()` gives it. */
export type Candidate = v.InferOutput<typeof candidateSchema>;

const descriptionSchema = v.object({
  type: v.picklist(['offer', 'answer']),
  sdp: v.pipe(v.string(), v.maxLength(limits.sdpLength)),
});

const signalSchema = v.variant('kind', [
  v.object({ kind: v.literal('description'), description: descriptionSchema }),
  v.object({
    kind: v.literal('candidates'),
    candidates: v.pipe(v.array(candidateSchema), v.maxLength(limits.candidates)),
  }),
]);

/** What one peer says to another through the room server (rules S1 to S4). */
export type Signal = v.InferOutput<typeof signalSchema>;

const envelopeSchema = v.object({
  /** Which connection of this pair it belongs to: counts up each time the connection is made anew. */
  epoch: v.pipe(count, v.minValue(1)),
  /** Place in this sender's sequence within the epoch, from 1; 0 carries no signal. */
  seq: count,
  /** The last seq received from the other side. */
  ack: count,
  /** Asks the other side to send again all that `ack` does not cover. */
  sync: v.optional(v.boolean()),
  body: v.optional(signalSchema),
});

/** A signal with what makes its delivery reliable. */
export type SignalEnvelope = v.InferOutput<typeof envelopeSchema>;

/** Decodes what another participant sent; undefined where it is none (rule W1). */
export function decodeEnvelope(value: unknown): SignalEnvelope | undefined {
  const result = v.safeParse(envelopeSchema, value);
  return result.success ? result.output : undefined;
}
