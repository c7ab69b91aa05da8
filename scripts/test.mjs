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

/** @typedef {{ passed: number, failed: number }} Count */

const [chosen, ...options] = process.argv.slice(2);
const reports = mkdtempSync(join(tmpdir(), 'p2p-call-tests-'));

/** @type {Record<string, () => Promise<Count>>} */
const parts = {
  unit: () => vitest('unit'),
  party: () => vitest('party'),
  browser: async () => {
    const report = join(reports, 'browser.json');
    const code = await runTool('@web/test-runner', ['--config', 'web-test-runner.config.mjs', ...options], {
      command: 'wtr',
      env: { TEST_REPORT: report },
    });
    return judge('browser', readReport(report), code);
  },
  e2e: () => vitest('e2e'),
};

if (chosen && !(chosen in parts))
  throw new Error(`No such part: ${chosen}. There are ${Object.keys(parts).join(', ')}.`);

try {
  const names = chosen ? [chosen] : Object.keys(parts);
  await ensurePackages();
  if (names.some((name) => name === 'browser' || name === 'e2e')) {
    const { chromium, firefox } = await ensureBrowsers();
    console.log(`Chromium: ${chromium}\nFirefox:  ${firefox}`);
    console.log('\n— build');
    if ((await runNode(['scripts/build.mjs'])) !== 0) throw new Error('The build failed, so there is nothing to test.');
  }
  const total = { passed: 0, failed: 0 };
  for (const name of names) {
    console.log(`\n— ${name} tests`);
    const { passed, failed } = (await parts[name]?.()) ?? { passed: 0, failed: 0 };
    total.passed += passed;
    total.failed += failed;
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.log('\n0 passed, 1 failed');
  process.exitCode = 1;
} finally {
  rmSync(reports, { recursive: true, force: true });
}

/** @param {string} project */
async function vitest(project) {
  const report = join(reports, `${project}.json`);
  const code = await runTool('vitest', [
    'run',
    '--project',
    project,
    '--reporter',
    'default',
    '--reporter',
    'json',
    '--outputFile.json',
    report,
    ...options,
  ]);
  const results = readReport(report);
  /** @type {{ status: string, assertionResults: { status: string }[] }[]} */
  const files = results?.testResults ?? [];
  // A file that fails to load has no test to fail, so it counts itself.
  const broken = files.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  );
  const count = results && {
    passed: results.numPassedTests,
    failed: results.numFailedTests + broken.length,
  };
  return judge(project, count, code);
}

/**
 * Turns what a runner reported into a count that cannot look better than the runner's exit code.
 *
 * @param {string} name
 * @param {Count | undefined} count
 * @param {number} code
 * @returns {Count}
 */
function judge(name, count, code) {
  const { passed, failed } = count ?? { passed: 0, failed: 0 };
  if (failed === 0 && code !== 0) {
    console.error(`The ${name} tests ended with code ${code}: counted as one failure.`);
    return { passed, failed: 1 };
  }
  if (failed === 0 && passed === 0) {
    console.error(`No ${name} test ran: counted as one failure.`);
    return { passed, failed: 1 };
  }
  return { passed, failed };
}

/** @param {string} path */
function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
