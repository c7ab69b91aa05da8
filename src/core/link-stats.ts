import type { TrackSource } from './source.js';
import type { Path } from './state/people.js';

/** What one connection has carried of one source so far; see W3C webrtc-stats. */
export interface StreamStats {
  readonly bytes: number;
  readonly packets: number;
  /** Packets that never arrived. For a stream that is sent: as the peer reported last. */
  readonly lost: number;
  /** In pixels of the picture, not of the page. */
  readonly width: number | undefined;
  readonly height: number | undefined;
  readonly framesPerSecond: number | undefined;
}

/** The connection to one participant at one moment. */
export interface LinkStats {
  /** The participant's id. */
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly atMs: number;
  readonly path: Path | undefined;
  /** Round-trip time, milliseconds. */
  readonly rttMs: number | undefined;
  readonly received: Readonly<Partial<Record<TrackSource, StreamStats>>>;
  readonly sent: Readonly<Partial<Record<TrackSource, StreamStats>>>;
}

/** The rates of one stream between two samples. */
export interface StreamFigures {
  readonly kbps: number;
  /** The part of the packets that did not arrive, 0 … 1. */
  readonly loss: number;
}

/**
 * The rates between two samples of one stream. A new connection counts from zero: then the later sample alone is used. Undefined
 * when no time has passed.
 */
export function figuresOf(
  before: StreamStats | undefined,
  after: StreamStats | undefined,
  passedMs: number,
): StreamFigures | undefined {
  if (!after || passedMs <= 0) return undefined;
  const isAnew = !before || before.bytes > after.bytes || before.packets > after.packets;
  const bytes = after.bytes - (isAnew ? 0 : before.bytes);
  const packets = after.packets - (isAnew ? 0 : before.packets);
  // Packets that were counted as lost may still come.
  const lost = Math.max(0, after.lost - (isAnew ? 0 : before.lost));
  return { kbps: (bytes * 8) / passedMs, loss: packets + lost > 0 ? lost / (packets + lost) : 0 };
}
