import * as v from 'valibot';
import { limits } from './limits.js';
import { countFrom, kinds, list, text, whole } from './shapes.js';

const candidateSchema = v.object({
  candidate: text(limits.candidateLength),
  sdpMid: v.nullable(text(64)),
  sdpMLineIndex: v.nullable(whole(0, 64)),
  usernameFragment: v.optional(v.nullable(text(256))),
});
/** A candidate as `RTCIceCandidate.toJSON()` gives it. */
export type Candidate = v.InferOutput<typeof candidateSchema>;

const descriptionSchema = v.object({
  type: v.picklist(['offer', 'answer']),
  sdp: text(limits.sdpLength),
});

const signalSchema = kinds('kind', {
  description: { description: descriptionSchema },
  candidates: {
    candidates: list(candidateSchema, limits.candidates),
  },
});

/** What one peer sends to another through the room server (rules S1 to S4). */
export type Signal = v.InferOutput<typeof signalSchema>;

const envelopeSchema = v.object({
  /** Which connection of this pair it belongs to: 1 for the first, one more each time the connection is made anew. */
  epoch: countFrom(1),
  /** Place in this sender's sequence within the epoch, from 1; 0 where there is no body. */
  seq: countFrom(0),
  /** The last `seq` received from the other side; all before it were received too. */
  ack: countFrom(0),
  /** Asks the other side to send again all that `ack` does not cover. */
  sync: v.optional(v.boolean()),
  body: v.optional(signalSchema),
});

/** A signal with what makes its delivery reliable (rules S2 to S4). */
export type SignalEnvelope = v.InferOutput<typeof envelopeSchema>;

/** The same around any body. */
export type Envelope<Body> = Readonly<Omit<SignalEnvelope, 'body'> & { body?: Body }>;

/** Decodes what another participant sent; undefined when the value is none (rule W1). */
export function decodeEnvelope(value: unknown): SignalEnvelope | undefined {
  const result = v.safeParse(envelopeSchema, value);
  return result.success ? result.output : undefined;
}
