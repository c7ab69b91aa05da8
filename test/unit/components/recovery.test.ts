import { describe, expect, it } from 'vitest';
import { canJoinAfter, recoveryOf } from '../../../src/components/p2p-status/recovery.js';
import { CallError, type OccurringErrorCode } from '../../../src/core/call-error.js';

function wrong(code: OccurringErrorCode, subject?: string): CallError {
  return new CallError(code, '', subject === undefined ? {} : { subject });
}

describe('recoveryOf', () => {
  it('switches on again what was refused, missing or in use', () => {
    expect(recoveryOf(wrong('mic-denied'))).toEqual({ type: 'p2p-mic-request', detail: { on: true } });
    expect(recoveryOf(wrong('camera-denied'))).toEqual({ type: 'p2p-camera-request', detail: { on: true } });
    expect(recoveryOf(wrong('device-busy', 'camera'))?.type).toBe('p2p-camera-request');
    expect(recoveryOf(wrong('device-missing', 'microphone'))?.type).toBe('p2p-mic-request');
  });

  it('offers nothing where it does not know the device, or trying changes nothing', () => {
    expect(recoveryOf(wrong('device-missing'))).toBeUndefined();
    expect(recoveryOf(wrong('insecure-context'))).toBeUndefined();
    expect(recoveryOf(wrong('server-unreachable'))).toBeUndefined();
  });
});

describe('canJoinAfter', () => {
  it('holds where time or a click can help', () => {
    for (const end of ['left', 'ended', 'replaced', 'connection-lost', 'room-full', 'server-unreachable'] as const) {
      expect([end, canJoinAfter(end)]).toEqual([end, true]);
    }
  });

  it('does not hold where someone said no, or the page itself is in the way', () => {
    for (const end of ['removed', 'unauthorized', 'bad-token', 'bad-room', 'insecure-context'] as const) {
      expect([end, canJoinAfter(end)]).toEqual([end, false]);
    }
  });
});
