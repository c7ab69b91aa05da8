// Runs the tests and ends with the line `N passed, N failed`, summed over all runners.
//
//   node scripts/test.mjs                         everything
//   node scripts/test.mjs unit [vitest options]   one part: unit, party, browser or e2e
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowsers } from './ensure-browsers.mjs';
import { ensurePackages } from './ensure-packages.mjs';
import { runNode, runTool } from './run-tool.mjs';

const [chosen, ...options] = process.argv.slice(2);
const reports = mkdtempSync(join(tmpdir(), 'p2p-call-tests-'));
const parts = { unit: vitest, party: vitest, browser: webTestRunner, e2e: vitest };
const total = { passed: 0, failed: 0 };

try {
  const chosenParts = Object.entries(parts).filter(([name]) => !chosen || name === chosen);
  if (chosenParts.length === 0) throw new Error(`No such part: ${chosen}. There are ${Object.keys(parts).join(', ')}.`);
  ensurePackages();
  if (chosenParts.some(([name]) => name === 'browser' || name === 'e2e')) {
    const { chromium, firefox } = await ensureBrowsers();
    console.log(`Chromium: ${chromium}\nFirefox:  ${firefox}\n\n— build`);
    if ((await runNode(['scripts/build.mjs'])) !== 0) throw new Error('The build failed, so there is nothing to test.');
  }
  for (const [name, run] of chosenParts) {
    console.log(`\n— ${name} tests`);
    const report = join(reports, `${name}.json`);
    const code = await run(name, report);
    const { passed, failed } = countIn(report);
    total.passed += passed;
    total.failed += failed;
    // A count must not look better than the runner's exit code.
    if (failed > 0 || (code === 0 && passed > 0)) continue;
    console.error(`The ${name} tests ended with code ${code}, ${passed} passed: counted as one failure.`);
    total.failed += 1;
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  total.failed += 1;
} finally {
  rmSync(reports, { recursive: true, force: true });
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

/** @param {string} project @param {string} report */
function vitest(project, report) {
  const reporters = ['--reporter', 'default', '--reporter', 'json', '--outputFile.json', report];
  return runTool('vitest', ['run', '--project', project, ...reporters, ...options]);
}

/** @param {string} _ @param {string} report */
function webTestRunner(_, report) {
  const args = ['--config', 'web-test-runner.config.mjs', ...options];
  return runTool('@web/test-runner', args, { command: 'wtr', env: { TEST_REPORT: report } });
}

/**
 * What a runner wrote down, if it came that far.
 *
 * @param {string} report
 * @returns {{ passed: number, failed: number }}
 */
function countIn(report) {
  try {
    const {
      passed,
      failed,
      numPassedTests,
      numFailedTests,
      testResults = [],
    } = JSON.parse(readFileSync(report, 'utf8'));
    // A file of Vitest's that fails to load has no test to fail, so it counts itself.
    /** @param {{ status: string, assertionResults: { status: string }[] }} file */
    const isBroken = ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((test) => test.status !== 'failed');
    return {
      passed: passed ?? numPassedTests,
      failed: failed ?? numFailedTests + testResults.filter(isBroken).length,
    };
  } catch {
    return { passed: 0, failed: 0 };
  }
}
