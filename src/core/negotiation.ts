/** As `RTCPeerConnection.signalingState` (W3C WebRTC 1.0, section 4.3.1). */
export type SignalingState =
  'stable' | 'have-local-offer' | 'have-remote-offer' | 'have-local-pranswer' | 'have-remote-pranswer' | 'closed';

/** The state of one side of one connection in perfect negotiation (W3C WebRTC 1.0, section 10.7). Frozen. */
export interface Negotiation {
  /** This side gives way when both offer at once. */
  readonly polite: boolean;
  /** An offer is being made: `setLocalDescription()` was called and has not settled. */
  readonly makingOffer: boolean;
  /** An answer is being applied, so that the connection will be stable. */
  readonly settingAnswer: boolean;
  /** An offer and its answer were exchanged at least once. */
  readonly established: boolean;
}

/**
 * What happened, or is about to:
 * - `offering`: `negotiationneeded` fired and `setLocalDescription()` is to be called now;
 * - `offered`: that call has settled, with or without success;
 * - `offer`, `answer`: such a description arrived;
 * - `applied`: the accepted description is applied, an offer's answer too;
 * - `failed`: it could not be applied.
 *
 * The W3C example also has a flag for an offer that was ignored. It only serves to accept that candidates fail. Here any candidate
 * may fail, as the health of the link shows whether enough of them worked.
 */
export type NegotiationEvent = 'offering' | 'offered' | 'offer' | 'answer' | 'applied' | 'failed';

/**
 * What to do:
 * - `accept`: go on: make the offer, apply the description (`setRemoteDescription()` rolls back an own offer by itself);
 * - `ignore`: do nothing. When an offer was needed, the browser fires `negotiationneeded` again once the connection is stable;
 * - `anew`: put a new connection in the place of this one, and hand it the same offer.
 */
export type Verdict = 'accept' | 'ignore' | 'anew';

/** The start, at a new connection. */
export function createNegotiation(polite: boolean): Negotiation {
  return Object.freeze({
    polite,
    makingOffer: false,
    settingAnswer: false,
    established: false,
  });
}

/** Whether this side gives way. Both sides compare the same two ids, so exactly one of them does. */
export function isPolite(selfId: string, peerId: string): boolean {
  return selfId < peerId;
}

/**
 * Perfect negotiation as a pure function. `signalingState` is the connection's at the moment of the event; for `applied` it is the
 * state after it.
 *
 * It differs from the W3C example in one point. In Chromium, ICE gathering may never start once a connection's first
 * offer is rolled back, and nothing makes it start. So the polite side rolls back only when an exchange was completed
 * before. Until then it answers from a new connection (`anew`, with the fresh negotiation that belongs to it). That is safe:
 * the other side ignores the first offer and never answers it.
 */
export function negotiate(
  negotiation: Negotiation,
  event: NegotiationEvent,
  signalingState: SignalingState,
): readonly [Negotiation, Verdict] {
  if (signalingState === 'closed') return [negotiation, 'ignore'];
  switch (event) {
    case 'offering':
      if (negotiation.makingOffer || signalingState !== 'stable') return [negotiation, 'ignore'];
      return [change(negotiation, { makingOffer: true }), 'accept'];
    case 'offered':
      return [change(negotiation, { makingOffer: false }), 'accept'];
    case 'offer':
      if (!collides(negotiation, signalingState)) return [negotiation, 'accept'];
      if (!negotiation.polite) return [negotiation, 'ignore'];
      return negotiation.established ? [negotiation, 'accept'] : [createNegotiation(true), 'anew'];
    case 'answer':
      if (negotiation.settingAnswer || !awaitsAnswer(signalingState)) return [negotiation, 'ignore'];
      return [change(negotiation, { settingAnswer: true }), 'accept'];
    case 'applied': {
      const established = negotiation.established || signalingState === 'stable';
      return [change(negotiation, { settingAnswer: false, established }), 'accept'];
    }
    case 'failed':
      return [change(negotiation, { settingAnswer: false }), 'accept'];
  }
}

/** Whether an own offer is pending. It is not while its answer is being applied: then the next offer comes after that answer. */
function collides({ makingOffer, settingAnswer }: Negotiation, state: SignalingState): boolean {
  return makingOffer || (awaitsAnswer(state) && !settingAnswer);
}

function awaitsAnswer(state: SignalingState): boolean {
  return state === 'have-local-offer' || state === 'have-remote-pranswer';
}

function change(negotiation: Negotiation, changes: Partial<Negotiation>): Negotiation {
  return Object.freeze({ ...negotiation, ...changes });
}
