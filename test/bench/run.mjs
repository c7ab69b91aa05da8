// npm run bench -- [--rounds 9] [--delays 0,50] [--only peerjs] [--write]
// npm run bench -- --smoothness [--rounds 5] [--write]   only how smooth it is: keys and long tasks
//
// Node 20 runs no TypeScript, so Vite loads the rest.
import { runnerImport } from 'vite';

await runnerImport(new URL('./main.ts', import.meta.url).pathname, { configFile: false });
// The server of PeerJS has timers that nobody can stop.
process.exit();
