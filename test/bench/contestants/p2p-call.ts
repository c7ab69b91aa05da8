import type { P2PCall } from '../../../src/components/p2p-call/p2p-call.js';
import type { P2PVideoTile } from '../../../src/components/p2p-video-tile/p2p-video-tile.js';
import type { Prepare, Seat } from '../contestant.js';

/** The finished bundle with its whole interface: the call on the screen is what is measured. */
export const prepare: Prepare = async (seat) => {
  await import(/* @vite-ignore */ seat.bundleUrl);
  const call = document.createElement('p2p-call');
  call.room = seat.room;
  call.server = `http://${seat.host}`;
  if (!seat.isAhead) {
    // The camera is warm because the page has it open already; the element opens it once more.
    await seat.capture();
    call.autojoin = true;
    return () => {
      document.body.append(call);
      watchOther(call, seat);
    };
  }
  document.body.append(call);
  await until(() => call.matches(':state(camera-on)'));
  return () => {
    watchOther(call, seat);
    return call.join();
  };
};

/** Finds the other one's tile as soon as there is one, long before its first picture, and costs the page nothing until then. */
function watchOther(call: P2PCall, seat: Seat): void {
  const look = (): void => {
    const stage = call.shadowRoot?.querySelector('p2p-stage')?.shadowRoot;
    const grid = stage?.querySelector('p2p-grid')?.shadowRoot;
    const tiles = [...(grid?.querySelectorAll<P2PVideoTile>('p2p-video-tile') ?? [])];
    const other = tiles.find((tile) => call.self && tile.participant !== call.self.id)?.shadowRoot;
    const video = other?.querySelector('video');
    for (const root of [call.shadowRoot, stage, grid, other]) {
      if (root) lookout.observe(root, { childList: true, subtree: true });
    }
    if (!video) return;
    lookout.disconnect();
    seat.watch(video);
  };
  const lookout = new MutationObserver(look);
  look();
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise(requestAnimationFrame);
}
