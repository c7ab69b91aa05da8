import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { root } from '../../scripts/root.mjs';
import { measure } from './measure.js';
import { reportOf } from './report.js';
import { measureSizes } from './sizes.js';
import { measureSmoothness } from './smoothness.js';

const documentPath = join(root, 'docs/performance.md');
/** Of the joins of a full room, which take long. */
const joinsAtMost = 5;

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '9' },
    delays: { type: 'string', default: '0,50' },
    only: { type: 'string' },
    smoothness: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const rounds = Number(options.rounds);
const delaysMs = options.delays.split(',').map(Number);
if (!Number.isInteger(rounds) || rounds < 1) throw new Error(`--rounds ${options.rounds}: a whole number from 1.`);
if (!delaysMs.every((delayMs) => delayMs >= 0))
  throw new Error(`--delays ${options.delays}: milliseconds, with commas.`);

if (!options.smoothness) {
  const loadBefore = loadOf();
  const { measurements, failures, browserVersion } = await measure({
    rounds,
    delaysMs,
    only: options.only,
    progress: (text) => console.log(`${text}   (load ${loadOf()})`),
  });
  const report = reportOf(measurements, measureSizes(), [
    ...conditionsOf(browserVersion, loadBefore),
    `medians of ${rounds}, in brackets the middle half; ${failures.length} calls failed`,
  ]);
  console.log(`\n${report}\n`);
  for (const failure of failures) console.log(`failed: ${failure}`);
  if (failures.length > measurements.length) process.exitCode = 1;
  if (options.write) await write('figures', report);
}

if (!options.only) {
  const loadBefore = loadOf();
  const { report, browserVersion } = await measureSmoothness(Math.min(rounds, joinsAtMost));
  const conditions = conditionsOf(browserVersion, loadBefore).map((condition) => `- ${condition}`);
  const text = `${conditions.join('\n')}\n\n${report}`;
  console.log(`\n${text}\n`);
  if (options.write) await write('figures of smoothness', text);
}

function conditionsOf(browserVersion: string, loadBefore: string): readonly string[] {
  return [
    `${new Date().toISOString().slice(0, 10)}, Chromium ${browserVersion}, Node ${process.version}, ${process.platform}`,
    `${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GiB; load ${loadBefore} before, ${loadOf()} after`,
  ];
}

function loadOf(): string {
  return loadavg()[0]?.toFixed(1) ?? '?';
}

/** Puts a report between its marks in the document. */
async function write(name: string, text: string): Promise<void> {
  const marks = [`<!-- ${name}: written by \`npm run bench -- --write\` -->`, `<!-- end of ${name} -->`] as const;
  const page = readFileSync(documentPath, 'utf8');
  const [start, end] = marks.map((mark) => page.indexOf(mark));
  if (start === undefined || end === undefined || start < 0 || end < start) {
    throw new Error(`${documentPath} has no place for the figures.`);
  }
  const filled = `${page.slice(0, start + marks[0].length)}\n\n${text}\n\n${page.slice(end)}`;
  writeFileSync(documentPath, await format(filled, { ...(await resolveConfig(documentPath)), filepath: documentPath }));
  console.log(`Written to ${documentPath}.`);
}
