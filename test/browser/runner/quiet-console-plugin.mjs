/**
 * Puts the watch over the console ahead of everything else in each test file, so that no file can forget it.
 *
 * @returns {import('@web/test-runner').TestRunnerPlugin}
 */
export function quietConsolePlugin() {
  return {
    name: 'quiet-console',
    transform({ path, body }) {
      if (!path.endsWith('.test.ts') || typeof body !== 'string') return undefined;
      // On the same line, so that the numbers of lines in reports stay true.
      return `import '/test/browser/support/quiet-console.ts';${body}`;
    },
  };
}
