/**
 * Whether the link to a peer works. The bytes that arrive decide it, and not `connectionState` alone: that may stay `connected` for
 * 5 s after the last packet, and `disconnected` for a minute without becoming `failed`.
 */
export interface LinkHealth {
  readonly stage: 'starting' | 'up' | 'lost' | 'given-up';
  /** When the stage began; milliseconds of a monotonic clock. */
  readonly sinceMs: number;
  /** Bytes received so far on the present connection, and when the last of them arrived. */
  readonly bytes: number;
  readonly bytesAtMs: number;
  /** When ICE was last restarted. */
  readonly restartedAtMs: number;
  /** Connections made in this stage, the first included. */
  readonly attempts: number;
  /** Whether the link was ever up: then it is never given up. */
  readonly wasUp: boolean;
}

/** What a connection shows at one moment. */
export interface LinkSample {
  readonly nowMs: number;
  readonly connection: RTCPeerConnectionStateName;
  /** Bytes received on all candidate pairs. */
  readonly bytes: number;
  /** Whether any local candidate was gathered. */
  readonly gathered: boolean;
  /** Whether the peer says that it sends audio or video. */
  readonly expectsMedia: boolean;
  /** Whether the room server can be reached: without it nothing can be negotiated. */
  readonly serverOpen: boolean;
}

/** W3C WebRTC section 4.3.3, written out because this module has no types of the browser. */
export type RTCPeerConnectionStateName = 'new' | 'connecting' | 'connected' | 'disconnected' | 'failed' | 'closed';

export type LinkAction =
  /** Report that the link works, is lost (no packets arrive), or has failed for good. */
  | 'up'
  | 'lost'
  | 'failed'
  /** Check whether the peer, and the room server, are still reachable (rule I7). */
  | 'doubt'
  | 'restart-ice'
  /** Close the connection and make a new one. */
  | 'anew';

export const linkLimits = {
  /** Candidates of the machine itself come within milliseconds. When none has come after this, gathering hangs. */
  gatheringMs: 3_000,
  /** Checks over three networks and a relay end well within this. */
  startingMs: 8_000,
  /** The polite side waits longer, so that not both sides make a new connection at once. */
  politeExtraMs: 2_500,
  /** First connection and three more. */
  attempts: 4,
  /** Audio alone brings 50 packets a second, so 2 s without any byte are no coincidence. */
  silenceMs: 2_000,
  /** A restart needs two trips through the room server and one check. */
  restartEveryMs: 4_000,
  /** The time between new connections grows up to this many times the above. */
  longestPause: 4,
  /** After two ICE restarts in vain, a new connection may help. */
  anewAfterMs: 8_000,
} as const;

export function startLink(nowMs: number): LinkHealth {
  return Object.freeze({
    stage: 'starting',
    sinceMs: nowMs,
    bytes: 0,
    bytesAtMs: nowMs,
    restartedAtMs: nowMs,
    attempts: 1,
    wasUp: false,
  });
}

/** Takes a sample into account: the new health, and what to do. */
export function judgeLink(
  health: LinkHealth,
  sample: LinkSample,
  polite: boolean,
): [LinkHealth, readonly LinkAction[]] {
  const grew = sample.bytes > health.bytes;
  const seen = freeze(health, { bytes: sample.bytes, ...(grew && { bytesAtMs: sample.nowMs }) });
  switch (health.stage) {
    case 'starting':
      return judgeStarting(seen, sample, polite);
    case 'up':
      return judgeUp(seen, sample);
    case 'lost':
      return judgeLost(seen, sample, grew, polite);
    case 'given-up':
      return sample.connection === 'connected' ? up(seen, sample.nowMs) : [seen, []];
  }
}

/** A new connection was made, here or by the other side. */
export function restartLink(health: LinkHealth, nowMs: number): LinkHealth {
  const fresh = { bytes: 0, bytesAtMs: nowMs, restartedAtMs: nowMs, attempts: health.attempts + 1 };
  if (health.stage === 'lost') return freeze(health, fresh);
  // A link that was up before is lost, not starting: the peer was there, so there is somebody to find again.
  return freeze(health, { ...fresh, stage: health.wasUp ? 'lost' : 'starting', sinceMs: nowMs });
}

/** Starts a link again that was given up, as the room server or the peer is back. */
export function reviveLink(health: LinkHealth, nowMs: number): LinkHealth {
  return health.stage === 'given-up' ? freeze(health, { stage: 'starting', sinceMs: nowMs, attempts: 1 }) : health;
}

function judgeStarting(health: LinkHealth, sample: LinkSample, polite: boolean): [LinkHealth, readonly LinkAction[]] {
  const { nowMs, connection, gathered } = sample;
  if (connection === 'connected') return up(health, nowMs);
  const age = nowMs - health.sinceMs;
  const extra = polite ? linkLimits.politeExtraMs : 0;
  const hung = connection === 'failed' || (!gathered && age >= linkLimits.gatheringMs + extra);
  if (!hung && age < linkLimits.startingMs + extra) return [health, []];
  if (health.attempts >= linkLimits.attempts) {
    return [freeze(health, { stage: 'given-up', sinceMs: nowMs }), ['failed']];
  }
  return sample.serverOpen ? [health, ['anew']] : [health, []];
}

function judgeUp(health: LinkHealth, sample: LinkSample): [LinkHealth, readonly LinkAction[]] {
  const { nowMs, connection, expectsMedia, serverOpen } = sample;
  const isWithoutPackets = expectsMedia && nowMs - health.bytesAtMs >= linkLimits.silenceMs;
  const down = connection === 'failed' || (connection === 'disconnected' && !expectsMedia);
  // Bytes are awaited only while media is expected; otherwise the time without bytes begins anew.
  if (!isWithoutPackets && !down) return [expectsMedia ? health : freeze(health, { bytesAtMs: nowMs }), []];
  const lost = freeze(health, { stage: 'lost', sinceMs: nowMs, restartedAtMs: nowMs, attempts: 1 });
  return [lost, serverOpen ? ['lost', 'doubt', 'restart-ice'] : ['lost']];
}

function judgeLost(
  health: LinkHealth,
  sample: LinkSample,
  grew: boolean,
  polite: boolean,
): [LinkHealth, readonly LinkAction[]] {
  const { nowMs, connection, expectsMedia, serverOpen } = sample;
  if (connection === 'connected' && (grew || !expectsMedia)) return up(health, nowMs);
  if (!serverOpen) return [health, []];
  const extra = polite ? linkLimits.politeExtraMs : 0;
  // Each attempt in vain makes the pause longer: the peer may be gone, and each connection costs both sides.
  const pauseMs = linkLimits.restartEveryMs * Math.min(health.attempts, linkLimits.longestPause) + extra;
  const sinceAction = nowMs - health.restartedAtMs;
  if (nowMs - health.sinceMs >= linkLimits.anewAfterMs) {
    return [health, sinceAction >= pauseMs ? ['doubt', 'anew'] : []];
  }
  if (sinceAction >= linkLimits.restartEveryMs + extra) {
    return [freeze(health, { restartedAtMs: nowMs }), ['doubt', 'restart-ice']];
  }
  return [health, []];
}

function up(health: LinkHealth, nowMs: number): [LinkHealth, readonly LinkAction[]] {
  return [freeze(health, { stage: 'up', sinceMs: nowMs, bytesAtMs: nowMs, attempts: 1, wasUp: true }), ['up']];
}

function freeze(health: LinkHealth, changes: Partial<LinkHealth>): LinkHealth {
  return Object.freeze({ ...health, ...changes });
}
