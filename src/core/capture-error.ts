import { CallError, type OccurringErrorCode } from './call-error.js';
import type { Source } from './source.js';

/** The code for the name of a `DOMException` of `getUserMedia` (W3C Media Capture section 10.3). */
export function captureErrorCode(name: string, source: Source, isForbidden: boolean | undefined): OccurringErrorCode {
  switch (name) {
    case 'NotAllowedError':
    case 'SecurityError':
      if (isForbidden) return 'policy-blocked';
      return source === 'microphone' ? 'mic-denied' : 'camera-denied';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'device-missing';
    default:
      // NotReadableError, AbortError: the device is there, and is not to be had.
      return 'device-busy';
  }
}

export function captureError(code: OccurringErrorCode, source: Source, cause?: unknown): CallError {
  const hint = code === 'policy-blocked' ? ' A frame needs allow="camera; microphone".' : '';
  return new CallError(code, `The ${source} cannot be used.${hint}`, { subject: source, cause });
}
