/**
 * Why the room server closes a socket for good. The range 4000–4999 is for applications (RFC 6455 section 7.4.2);
 * a client stops on 44xx and tries again after anything else.
 */
export const closeCodes = {
  'bad-message': 4400,
  unauthorized: 4401,
  'forbidden-origin': 4403,
  'bad-room': 4404,
  'hello-timeout': 4408,
  replaced: 4409,
  removed: 4410,
  ended: 4412,
  'too-large': 4413,
  'version-mismatch': 4426,
  'rate-limited': 4429,
  full: 4453,
} as const;

/** Why a socket is closed for good. */
export type CloseReason = keyof typeof closeCodes;

/** Why the room server closes a socket from which a client comes back (rule W7): these are no 44xx. */
export const comeBackCodes = {
  /** Nothing arrived on it for too long. */
  silent: 4000,
  /** Too many sockets have not joined, and this one was quiet longest. */
  crowded: 4001,
} as const;

/** Why the room server closes a socket, for good or not. */
export type EndReason = CloseReason | keyof typeof comeBackCodes;

export function codeOf(reason: EndReason): number {
  return { ...closeCodes, ...comeBackCodes }[reason];
}

const reasons = new Map<number, CloseReason>(
  Object.entries(closeCodes).map(([reason, code]) => [code, reason as CloseReason]),
);

/** The reason behind a close code, or undefined where the code does not end the session. */
export function closeReasonOf(code: number): CloseReason | undefined {
  return reasons.get(code);
}
