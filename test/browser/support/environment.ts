import { executeServerCommand } from '@web/test-runner-commands';

declare global {
  var testEnvironment: { secondOriginUrl: string };
}

/** Origin of the room server of this browser; it serves the finished site too, `p2p-call.js` included. */
export const roomServerUrl: string = await askRoomServer('start');

/** An origin that has the finished site but no rooms, and the pages in test/browser/pages below `/pages/`. */
export const secondOriginUrl = globalThis.testEnvironment.secondOriginUrl;

/**
 * Ends the room server as a crash would, starts it again at the same address, or both, one after the other.
 *
 * @returns once it is gone, or answers
 */
export async function roomServer(action: 'stop' | 'start' | 'restart'): Promise<void> {
  if (action !== 'start') await askRoomServer('stop');
  if (action !== 'stop') await askRoomServer('start');
}

async function askRoomServer(action: 'start' | 'stop'): Promise<string> {
  for (;;) {
    const address = await executeServerCommand<string, { action: string }>('room-server', { action });
    if (address) return address;
  }
}
