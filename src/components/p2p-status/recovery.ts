import type { CallError, ErrorCode } from '../../core/call-error.js';
import type { EndReason } from '../../core/state/call.js';
import type { RequestDetails } from '../shared/requests.js';

/** A request that may end a problem. */
export type Recovery =
  | { type: 'p2p-mic-request'; detail: RequestDetails['p2p-mic-request'] }
  | { type: 'p2p-camera-request'; detail: RequestDetails['p2p-camera-request'] };

/** The request that tries again after a problem while the call goes on; undefined if trying again changes nothing. */
export function recoveryOf(error: CallError): Recovery | undefined {
  switch (error.code) {
    case 'mic-denied':
      return { type: 'p2p-mic-request', detail: { on: true } };
    case 'camera-denied':
      return { type: 'p2p-camera-request', detail: { on: true } };
    case 'device-missing':
    case 'device-busy':
      if (error.subject === 'microphone') return { type: 'p2p-mic-request', detail: { on: true } };
      if (error.subject === 'camera') return { type: 'p2p-camera-request', detail: { on: true } };
      return undefined;
    default:
      return undefined;
  }
}

const final: ReadonlySet<ErrorCode | EndReason> = new Set<ErrorCode | EndReason>([
  'insecure-context',
  'policy-blocked',
  'unsupported-browser',
  'bad-room',
  'bad-token',
  'version-mismatch',
  'removed',
  'unauthorized',
]);

/** Whether joining again could succeed after a call ended for this reason. */
export function canJoinAfter(end: ErrorCode | EndReason): boolean {
  return !final.has(end);
}
