// Measures: builds, finds the browsers, and hands over to test/bench/run.mjs with the options behind `--`.
import { ensureBrowsers } from './ensure-browsers.mjs';
import { ensurePackages } from './ensure-packages.mjs';
import { runNode } from './run-tool.mjs';

await ensurePackages();
await ensureBrowsers();
process.exitCode =
  (await runNode(['scripts/build.mjs'])) || (await runNode(['test/bench/run.mjs', ...process.argv.slice(2)]));
