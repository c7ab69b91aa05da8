// npm run bench -- [--rounds 9] [--delays 0,50] [--only peerjs] [--write]
// npm run bench -- --smoothness [--rounds 5] [--write]   only how smooth it is: keys and long tasks
import { ensurePackages } from '../../scripts/ensure-packages.mjs';
import { runNode } from '../../scripts/run-tool.mjs';

ensurePackages();
if ((await runNode(['scripts/build.mjs'])) !== 0) throw new Error('The build failed, so there is nothing to measure.');

// Node 20 runs no TypeScript, so Vite loads the rest.
const { runnerImport } = await import('vite');
await runnerImport(new URL('./main.ts', import.meta.url).pathname, { configFile: false });
// The server of PeerJS has timers that nobody can stop.
process.exit();
