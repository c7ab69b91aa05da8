import type { CloseReason } from '../protocol/close-codes.js';
import { CallError, type OccurringErrorCode } from './call-error.js';
import type { Fact } from './fact.js';
import type { EndReason } from './state/call.js';

/** What a close code means for the call: an error that keeps it from going on, or merely its end. */
const ends: Record<CloseReason, { code?: OccurringErrorCode; reason: EndReason }> = {
  'bad-message': { code: 'version-mismatch', reason: 'connection-lost' },
  'bad-room': { code: 'bad-room', reason: 'connection-lost' },
  'forbidden-origin': { code: 'bad-token', reason: 'unauthorized' },
  'hello-timeout': { code: 'server-unreachable', reason: 'connection-lost' },
  'rate-limited': { code: 'rate-limited', reason: 'connection-lost' },
  'too-large': { code: 'rate-limited', reason: 'connection-lost' },
  'version-mismatch': { code: 'version-mismatch', reason: 'connection-lost' },
  unauthorized: { code: 'bad-token', reason: 'unauthorized' },
  full: { code: 'room-full', reason: 'full' },
  replaced: { reason: 'replaced' },
  removed: { reason: 'removed' },
  ended: { reason: 'ended' },
};

/** The fact that the room server has ended the call: an error where it cannot go on, or merely its end. */
export function endOf(closed: CloseReason): Extract<Fact, { type: 'left' | 'failed' }> {
  const { code, reason } = ends[closed];
  if (!code) return { type: 'left', reason };
  const error = new CallError(code, `The room server closed the connection: ${closed}.`, { fatal: true });
  return { type: 'failed', error, reason };
}
