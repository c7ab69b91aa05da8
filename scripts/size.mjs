// Checks the size of the finished bundle against the limit in package.json.
import { ensurePackages } from './ensure-packages.mjs';
import { runNode, runTool } from './run-tool.mjs';

await ensurePackages();
process.exitCode = (await runNode(['scripts/build.mjs'])) || (await runTool('size-limit', []));
