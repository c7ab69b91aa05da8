// Builds, and serves playground, widget and rooms from one port until Ctrl-C.
//
//   node scripts/start.mjs             http://localhost:1999/, or the port in PORT
//   node scripts/start.mjs --lan       https:// for phones and computers in the same network
//   node scripts/start.mjs --verbose   with everything the room server says
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { ensurePackages } from './ensure-packages.mjs';
import { root } from './root.mjs';
import { runNode } from './run-tool.mjs';
import { untilStopped } from './until-stopped.mjs';

const port = Number(process.env['PORT'] || 1999);
const isLan = process.argv.includes('--lan');
const isVerbose = process.argv.includes('--verbose');

try {
  process.exitCode = await start();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function start() {
  const stopped = untilStopped();
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Error(`PORT is ${process.env['PORT']}, and that is no port.`);
  }
  ensurePackages();
  const { certificateIn } = await import('./certificate.mjs');
  const { isPortTaken, printRoomServerLine, startRoomServer } = await import('./room-server.mjs');
  if (await isPortTaken(port)) {
    throw new Error(`Port ${port} is taken. Stop what listens there, or choose another: PORT=${port + 1} npm start`);
  }
  if ((await runNode(['scripts/build.mjs'])) !== 0) return 1;

  const lanAddresses = isLan ? ownAddresses() : [];
  const names = ['localhost', '127.0.0.1', ...lanAddresses];
  const server = await startRoomServer({
    port,
    serve: 'dist/site',
    ...(isLan && { https: await certificateIn(join(root, '.cache/certificate'), names, Date.now()) }),
    onLine: isVerbose ? (line) => console.log(line) : printRoomServerLine,
  });
  console.log(`\nReady: ${server.url}/   (Ctrl-C stops it)`);
  for (const address of lanAddresses) console.log(`In your network: https://${address}:${port}/`);
  if (isLan) console.log('The certificate is home-made: each browser asks once whether to go on.');

  const isStopped = await Promise.race([stopped.then(() => true), server.ended.then(() => false)]);
  if (!isStopped) throw new Error('The room server ended by itself; `npm start -- --verbose` shows what it said.');
  await server.stop();
  return 0;
}

/** The IPv4 addresses under which other computers reach this one. */
function ownAddresses() {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);
}
