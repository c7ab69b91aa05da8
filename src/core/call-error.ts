/** Every code that can occur; the words for each are in the dictionaries. */
export const errorCodes = [
  'mic-denied',
  'camera-denied',
  'screen-denied',
  'device-missing',
  'device-busy',
  'insecure-context',
  'policy-blocked',
  'unsupported-browser',
  'bad-room',
  'bad-token',
  'version-mismatch',
  'server-unreachable',
  'file-missing',
  'room-full',
  'peer-unreachable',
  'no-relay',
  'rate-limited',
  'bad-value',
  'not-joined',
  'not-host',
  'aborted',
] as const;

export type OccurringErrorCode = (typeof errorCodes)[number];

/** All codes, for pages to handle. `room-locked` is reserved: rooms cannot be locked yet. */
export type ErrorCode = OccurringErrorCode | 'room-locked';

export interface CallErrorOptions {
  /** Whether the call ends with this error. Default false: the rest of the call goes on. */
  fatal?: boolean;
  cause?: unknown;
  /** The participant's id, or the kind of device, that the error is about. */
  subject?: string;
}

/** The only error class of this package. `message` is for developers; people read the words of the dictionary for `code`. */
export class CallError extends Error {
  override readonly name = 'CallError';
  readonly code: ErrorCode;
  readonly fatal: boolean;
  readonly subject: string | undefined;

  constructor(code: OccurringErrorCode, message: string, options: CallErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.fatal = options.fatal ?? false;
    this.subject = options.subject;
  }
}

/** The error of every command that names a participant who is not in the call. */
export function noSuchParticipant(id: string): CallError {
  return new CallError('peer-unreachable', 'There is no such participant.', { subject: id });
}
