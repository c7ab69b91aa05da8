import type { TrackSource } from '../../core/source.js';
import type { Path } from '../../core/state/people.js';
import type { LinkStats, StreamStats } from '../../core/link-stats.js';

/** The members that we read of all the kinds of statistics (W3C webrtc-stats). */
interface Stat {
  readonly id: string;
  readonly type: string;
  readonly timestamp: number;
  readonly mid?: string;
  readonly localId?: string;
  readonly state?: string;
  readonly nominated?: boolean;
  /** Firefox: this candidate pair is the one in use. */
  readonly selected?: boolean;
  readonly selectedCandidatePairId?: string;
  readonly localCandidateId?: string;
  readonly remoteCandidateId?: string;
  readonly candidateType?: string;
  readonly bytesReceived?: number;
  readonly bytesSent?: number;
  readonly packetsReceived?: number;
  readonly packetsSent?: number;
  readonly packetsLost?: number;
  readonly frameWidth?: number;
  readonly frameHeight?: number;
  readonly framesPerSecond?: number;
  readonly currentRoundTripTime?: number;
  readonly roundTripTime?: number;
}

/** The statistics of one connection at one moment: what its health, `getStats()` and its quality are read from. */
export interface ConnectionSample {
  readonly stats: readonly Stat[];
  /** Received on all candidate pairs and streams: only its growth means anything. */
  readonly bytes: number;
  /** How the chosen pair travels; undefined while there is none. */
  readonly path: Path | undefined;
}

/** Reads the statistics of a connection once. */
export async function sampleConnection(peer: RTCPeerConnection): Promise<ConnectionSample> {
  const stats: Stat[] = [];
  (await peer.getStats()).forEach((stat: Stat) => stats.push(stat));
  const counted = stats.filter(({ type }) => type === 'candidate-pair' || type === 'inbound-rtp');
  return { stats, bytes: counted.reduce((sum, stat) => sum + (stat.bytesReceived ?? 0), 0), path: pathOf(stats) };
}

/** What has passed for each source (W3C webrtc-stats sections 8.3 to 8.8). `sourceOf` names the source of a media section. */
export function linkStatsOf(
  id: string,
  { stats, path }: ConnectionSample,
  sourceOf: (mid: string | undefined) => TrackSource | undefined,
): LinkStats {
  const received: Partial<Record<TrackSource, StreamStats>> = {};
  const sent: Partial<Record<TrackSource, StreamStats>> = {};
  const seconds: number[] = [];
  for (const stat of stats) {
    const source = sourceOf(stat.mid);
    if (stat.type === 'inbound-rtp' && source) {
      received[source] = streamOf(stat, stat.bytesReceived, stat.packetsReceived, stat.packetsLost);
    }
    if (stat.type === 'outbound-rtp' && source) {
      const remote = stats.find(({ type, localId }) => type === 'remote-inbound-rtp' && localId === stat.id);
      sent[source] = streamOf(stat, stat.bytesSent, stat.packetsSent, remote?.packetsLost);
    }
    const rtt = stat.state === 'succeeded' ? stat.currentRoundTripTime : stat.roundTripTime;
    if (rtt) seconds.push(rtt);
  }
  const rttMs = seconds.length > 0 ? Math.min(...seconds) * 1_000 : undefined;
  return { id, atMs: stats[0]?.timestamp ?? 0, path, rttMs, received, sent };
}

function pathOf(stats: readonly Stat[]): Path | undefined {
  const byId = new Map(stats.map((stat) => [stat.id, stat]));
  const chosenId = stats.find(({ type }) => type === 'transport')?.selectedCandidatePairId;
  // Firefox has no transport statistics and marks the pair itself.
  const chosen =
    (chosenId && byId.get(chosenId)) ||
    stats.find(
      (stat) => stat.type === 'candidate-pair' && (stat.selected || (stat.nominated && stat.state === 'succeeded')),
    );
  if (!chosen) return undefined;
  const ends = [chosen.localCandidateId, chosen.remoteCandidateId].map((id) => byId.get(id ?? '')?.candidateType);
  return ends.includes('relay') ? 'relayed' : 'direct';
}

function streamOf(stat: Stat, bytes = 0, packets = 0, lost = 0): StreamStats {
  const { frameWidth: width, frameHeight: height, framesPerSecond } = stat;
  return { bytes, packets, lost, width, height, framesPerSecond };
}
