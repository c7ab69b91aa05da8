import type { Path } from '../core/state/people.js';

/** What the statistics of a connection say, as far as its health is concerned (W3C webrtc-stats). */
export interface ConnectionSample {
  /** Received on all candidate pairs and streams: only its growth means anything. */
  bytes: number;
  /** How the chosen pair travels; undefined while there is none. */
  path: Path | undefined;
}

interface Stat {
  id: string;
  type: string;
  bytesReceived?: number;
  state?: string;
  nominated?: boolean;
  selected?: boolean;
  selectedCandidatePairId?: string;
  localCandidateId?: string;
  remoteCandidateId?: string;
  candidateType?: string;
}

/** Reads the statistics of a connection once. */
export async function sampleConnection(peer: RTCPeerConnection): Promise<ConnectionSample> {
  const stats: Stat[] = [];
  (await peer.getStats()).forEach((stat: Stat) => stats.push(stat));
  const byId = new Map(stats.map((stat) => [stat.id, stat]));
  const counted = stats.filter(({ type }) => type === 'candidate-pair' || type === 'inbound-rtp');
  const bytes = counted.reduce((sum, stat) => sum + (stat.bytesReceived ?? 0), 0);
  const chosenId = stats.find(({ type }) => type === 'transport')?.selectedCandidatePairId;
  // Firefox has no transport statistics and marks the pair itself.
  const chosen =
    (chosenId && byId.get(chosenId)) ||
    stats.find(
      (stat) => stat.type === 'candidate-pair' && (stat.selected || (stat.nominated && stat.state === 'succeeded')),
    );
  if (!chosen) return { bytes, path: undefined };
  const ends = [chosen.localCandidateId, chosen.remoteCandidateId].map((id) => byId.get(id ?? '')?.candidateType);
  return { bytes, path: ends.includes('relay') ? 'relayed' : 'direct' };
}
