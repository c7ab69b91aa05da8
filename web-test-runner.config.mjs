// Browser tests: real Chromium and real Firefox, a real room server, and a second origin.
// `npm run test:browser` starts it; options go behind `--`, for example `-- --files test/browser/grid.test.ts`.
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { puppeteerLauncher } from '@web/test-runner-puppeteer';
import { chromiumArgs, firefoxPrefs } from './test/browser-options.mjs';
import { ensureBrowsers } from './scripts/ensure-browsers.mjs';
import { countReporter } from './test/browser/runner/count-reporter.mjs';
import { quietConsolePlugin } from './test/browser/runner/quiet-console-plugin.mjs';
import { roomServerPlugin } from './test/browser/runner/room-server-plugin.mjs';
import { startSecondOrigin } from './test/browser/runner/second-origin.mjs';
import { testHeaders } from './test/browser/runner/test-headers.mjs';

const { chromium, firefox } = await ensureBrowsers();
const secondOrigin = await startSecondOrigin();

/** What a page of the tests cannot know by itself; test/browser/support/environment.ts reads it. */
const environment = { secondOriginUrl: secondOrigin.url };

export default {
  files: ['test/browser/**/*.test.ts'],
  rootDir: '.',
  // Lit's development build warns of mistakes, and a warning fails a test.
  nodeResolve: { exportConditions: ['development', 'browser'] },
  // Two cores carry one page with several calls in each browser: most of the time pages wait for each other.
  concurrency: 1,
  concurrentBrowsers: 2,
  browsers: [
    playwrightLauncher({ product: 'chromium', launchOptions: { executablePath: chromium, args: chromiumArgs } }),
    puppeteerLauncher({
      launchOptions: { browser: 'firefox', executablePath: firefox, extraPrefsFirefox: firefoxPrefs },
    }),
  ],
  browserStartTimeout: 120_000,
  testsStartTimeout: 120_000,
  testsFinishTimeout: 900_000,
  testFramework: { config: { timeout: 90_000 } },
  plugins: [
    roomServerPlugin(),
    quietConsolePlugin(),
    esbuildPlugin({ ts: true, tsconfig: 'tsconfig.json', target: 'es2022' }),
  ],
  middleware: [testHeaders],
  reporters: [defaultReporter(), countReporter(process.env['TEST_REPORT'])],
  testRunnerHtml: (testFramework) => `<!doctype html>
    <html lang="en">
      <head><title>Tests</title></head>
      <body>
        <script>globalThis.testEnvironment = ${JSON.stringify(environment)};</script>
        <script type="module" src="${testFramework}"></script>
      </body>
    </html>`,
};
