// Watches the console during every test; the runner loads it ahead of each test file. A warning or an error that a test
// has not announced fails that test, and so does a rejection that nobody handles.

const noise: string[] = [];
let allowed: RegExp[] = [];

/** Lit's development build logs these once a page; they warn about its use in production. */
const alwaysAllowed = [/^Lit is in dev mode\./];

for (const level of ['error', 'warn'] as const) {
  const print = console[level].bind(console);
  console[level] = (...parts: unknown[]): void => {
    const text = parts.map(String).join(' ');
    if ([...alwaysAllowed, ...allowed].some((pattern) => pattern.test(text))) return;
    noise.push(`console.${level}: ${text}`);
    print(...parts);
  };
}

/** Announces noise that belongs to the test which is running; it is neither printed nor counted. */
export function allowConsole(pattern: RegExp): void {
  allowed.push(pattern);
}

addEventListener('unhandledrejection', ({ reason }) => noise.push(`unhandled rejection: ${reason}`));

// Read at the start, because a test may replace the clock.
const { setTimeout } = globalThis;

afterEach(async function failOnNoise(this: Mocha.Context) {
  // The browser reports unhandled rejections only after the current task.
  // Chromium runs timers first, so one turn is too short.
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setTimeout(resolve, 0));
  const entries = noise.splice(0);
  allowed = [];
  if (entries.length === 0 || !this.currentTest) return;
  // An error thrown from a hook would end the whole file, and the tests behind it would never run.
  this.currentTest.state = 'failed';
  this.currentTest.err ??= new Error(`The page spoke up:\n${entries.join('\n')}`);
});
