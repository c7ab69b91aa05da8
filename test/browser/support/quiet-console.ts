// Watches the console during every test; the runner loads it ahead of each test file. A warning or an error that a test
// has not announced fails that test.

const noise: string[] = [];
let allowed: RegExp[] = [];

/** Said by Lit's development build once a page, and meant for production. */
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

afterEach(function failOnNoise() {
  const heard = noise.splice(0);
  allowed = [];
  if (heard.length > 0) throw new Error(`The page spoke up:\n${heard.join('\n')}`);
});
