import type { TrackSource } from '../core/source.js';
import type { LinkStats, StreamStats } from '../core/link-stats.js';
import type { Connection } from './connection.js';
import { sampleConnection } from './link-sampler.js';

interface Stat {
  type: string;
  id: string;
  timestamp: number;
  mid?: string;
  localId?: string;
  state?: string;
  bytesReceived?: number;
  bytesSent?: number;
  packetsReceived?: number;
  packetsSent?: number;
  packetsLost?: number;
  frameWidth?: number;
  frameHeight?: number;
  framesPerSecond?: number;
  currentRoundTripTime?: number;
  roundTripTime?: number;
}

/** Reads what has passed on a connection for each source (W3C webrtc-stats sections 8.3 to 8.8). */
export async function readLinkStats(id: string, connection: Connection): Promise<LinkStats> {
  const { path } = await sampleConnection(connection.peer);
  const received: Partial<Record<TrackSource, StreamStats>> = {};
  const sent: Partial<Record<TrackSource, StreamStats>> = {};
  const stats: Stat[] = [];
  (await connection.peer.getStats()).forEach((stat: Stat) => stats.push(stat));
  const seconds: number[] = [];
  for (const stat of stats) {
    const source = connection.sourceOf(stat.mid);
    if (stat.type === 'inbound-rtp' && source) {
      received[source] = streamOf(stat, stat.bytesReceived, stat.packetsReceived, stat.packetsLost);
    }
    if (stat.type === 'outbound-rtp' && source) {
      const told = stats.find(({ type, localId }) => type === 'remote-inbound-rtp' && localId === stat.id);
      sent[source] = streamOf(stat, stat.bytesSent, stat.packetsSent, told?.packetsLost);
    }
    const rtt = stat.state === 'succeeded' ? stat.currentRoundTripTime : stat.roundTripTime;
    if (rtt) seconds.push(rtt);
  }
  return {
    id,
    atMs: stats[0]?.timestamp ?? 0,
    path,
    rttMs: seconds.length > 0 ? Math.min(...seconds) * 1_000 : undefined,
    received,
    sent,
  };
}

function streamOf(stat: Stat, bytes = 0, packets = 0, lost = 0): StreamStats {
  const { frameWidth: width, frameHeight: height, framesPerSecond } = stat;
  return { bytes, packets, lost, width, height, framesPerSecond };
}
