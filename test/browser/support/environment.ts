import { executeServerCommand } from '@web/test-runner-commands';

declare global {
  var testEnvironment: { roomServerUrl: string; secondOriginUrl: string };
}

/** Origin of the room server; it serves the finished site too, `p2p-call.js` included. */
export const roomServerUrl = globalThis.testEnvironment.roomServerUrl;

/** An origin that has the finished site but no rooms, and the pages in test/browser/pages below `/pages/`. */
export const secondOriginUrl = globalThis.testEnvironment.secondOriginUrl;

/**
 * Ends the room server as a crash would, starts it again at the same address, or both at once.
 *
 * @returns once it is gone, or answers
 */
export async function roomServer(action: 'stop' | 'start' | 'restart'): Promise<void> {
  await executeServerCommand('room-server', { action });
}
