import { writeFileSync } from 'node:fs';

/**
 * Writes how many tests passed and failed, over all browsers, as JSON.
 *
 * @param {string | undefined} path nothing is written without one
 */
export function countReporter(path) {
  return {
    /** @param {{ sessions: import('@web/test-runner').TestSession[] }} results */
    stop({ sessions }) {
      const count = { passed: 0, failed: 0 };
      for (const session of sessions) {
        const { passed, failed } = countOf(session.testResults);
        count.passed += passed;
        // A page that broke, or that ran no test at all, has no failed test to show for it.
        count.failed += failed > 0 ? failed : session.passed && passed > 0 ? 0 : 1;
      }
      if (path) writeFileSync(path, JSON.stringify(count));
    },
  };
}

/**
 * @param {import('@web/test-runner').TestSuiteResult | undefined} suite
 * @returns {{ passed: number, failed: number }}
 */
function countOf(suite) {
  const count = { passed: 0, failed: 0 };
  for (const test of suite?.tests ?? []) {
    if (test.skipped) continue;
    if (test.passed) count.passed += 1;
    else count.failed += 1;
  }
  for (const inner of suite?.suites ?? []) {
    const { passed, failed } = countOf(inner);
    count.passed += passed;
    count.failed += failed;
  }
  return count;
}
