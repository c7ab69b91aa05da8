/**
 * Whether a connection to a peer works, decided from what it receives and not from what it says of itself:
 * `connectionState` may be `connected` 5 s into a dead line, and `disconnected` for a minute without `failed`.
 */
export interface LinkHealth {
  readonly stage: 'starting' | 'up' | 'lost' | 'given-up';
  /** When the stage began, or was begun anew; milliseconds of a monotonic clock. */
  readonly sinceMs: number;
  /** Received so far on the present connection, and when that last grew. */
  readonly bytes: number;
  readonly bytesAtMs: number;
  /** When ICE was last restarted. */
  readonly restartedAtMs: number;
  /** Connections made in this stage, the first included. */
  readonly attempts: number;
  /** Whether media ever flowed: then the link is not given up. */
  readonly wasUp: boolean;
}

/** One look at a connection. */
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

/** W3C WebRTC section 4.3.3, spelled out because this module knows no browser. */
export type RTCPeerConnectionStateName = 'new' | 'connecting' | 'connected' | 'disconnected' | 'failed' | 'closed';

export type LinkAction =
  /** Tell that the link works, is lost, or has failed for good. */
  | 'up'
  | 'lost'
  | 'failed'
  /** Ask whether the peer, and the room server, are still there. */
  | 'doubt'
  | 'restart-ice'
  /** Close the connection and make a new one. */
  | 'anew';

export const linkLimits = {
  /** Candidates of the machine itself come within milliseconds; with none after this, gathering hangs. */
  gatheringMs: 3_000,
  /** Checks over three networks and a relay end well within this. */
  startingMs: 8_000,
  /** The polite side waits longer, so that not both begin anew at once. */
  politeExtraMs: 2_500,
  /** First connection and three more. */
  attempts: 4,
  /** Audio alone is 50 packets a second. */
  silenceMs: 2_000,
  /** A restart needs two trips through the room server and one check. */
  restartEveryMs: 4_000,
  /** New connections follow each other at up to this many times the above. */
  longestPause: 4,
  /** What two restarts did not mend, a new connection may. */
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

/** What the newest sample means, and what to do about it. Pure. */
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
  // Where media flowed once there is somebody to find again.
  return freeze(health, { ...fresh, stage: health.wasUp ? 'lost' : 'starting', sinceMs: nowMs });
}

/** Another try after giving up: the room server, or the peer, is back. */
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
  const silent = expectsMedia && nowMs - health.bytesAtMs >= linkLimits.silenceMs;
  const down = connection === 'failed' || (connection === 'disconnected' && !expectsMedia);
  // Silence is measured only while media is expected; a quiet link starts the measure again.
  if (!silent && !down) return [expectsMedia ? health : freeze(health, { bytesAtMs: nowMs }), []];
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
  // Less often the longer it is in vain: the peer may be gone, and each connection costs both sides.
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
