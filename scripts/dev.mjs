// The demo from the sources, with reload on each change, and the room server beside it. PORT is Vite's, default 5173.
import { ensurePackages } from './ensure-packages.mjs';
import { untilStopped } from './until-stopped.mjs';

const stopped = untilStopped();
ensurePackages();
const { printRoomServerLine, startRoomServer } = await import('./room-server.mjs');
const { createServer } = await import('vite');

const rooms = await startRoomServer({ onLine: printRoomServerLine });
const pages = await createServer({
  mode: 'development',
  server: {
    port: Number(process.env['PORT'] || 5173),
    // The script looks for its room server at its own origin.
    proxy: { '/parties': { target: rooms.url, ws: true } },
  },
});
await pages.listen();
pages.printUrls();

await Promise.race([rooms.ended, stopped]);
await pages.close();
await rooms.stop();
