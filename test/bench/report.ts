import { entriesOf, groups } from './contestants.js';
import { aimsOf, type Measurement, ms, sectionsOf, trialsOf } from './figures.js';
import type { Size } from './sizes.js';
import { summarise, type Summary } from './statistics.js';
import type { Trial } from './trial.js';

/** The whole report, in Markdown. */
export function reportOf(
  measurements: readonly Measurement[],
  sizes: readonly Size[],
  conditions: readonly string[],
): string {
  return [
    conditions.map((condition) => `- ${condition}`).join('\n'),
    timesOf(measurements),
    tripsOf(measurements),
    trafficOf(measurements),
    sizesOf(sizes),
    [
      '### Aims',
      '',
      ...aimsOf(sectionsOf(measurements)).map(({ text, isMet }) => `- ${isMet ? 'met' : '**missed**'}: ${text}`),
    ].join('\n'),
  ].join('\n\n');
}

function timesOf(measurements: readonly Measurement[]): string {
  return sectionsOf(measurements)
    .filter(({ rows }) => rows.length > 0)
    .map(({ group, delayMs, rows }) =>
      table(
        `### ${group.title}, signalling delayed by ${delayMs} ms one way`,
        ['', 'second one sees the first', '× floor', 'first one sees the second', '× floor'],
        rows.map(({ entry, second, secondToFloor, first, firstToFloor }) => [
          entry.name,
          spreadOf(second),
          secondToFloor.toFixed(2),
          spreadOf(first),
          firstToFloor.toFixed(2),
        ]),
      ),
    )
    .join('\n\n');
}

/** How often something travels to or from the server, one after the other: what the delay adds, divided by it. */
function tripsOf(measurements: readonly Measurement[]): string {
  const delays = [...new Set(measurements.map(({ delayMs }) => delayMs))].sort((a, b) => a - b);
  const [shortest = 0, longest = 0] = [delays[0], delays.at(-1)];
  if (shortest === longest) return '';
  const rows = groups.flatMap(entriesOf).flatMap((entry) => {
    const [near, far] = [shortest, longest].map((delayMs) => trialsOf(entry, delayMs, measurements));
    if (!near?.length || !far?.length) return [];
    const trips = (pick: (trial: Trial) => number): string => {
      const added = summarise(far.map(pick)).median - summarise(near.map(pick)).median;
      return (added / (longest - shortest)).toFixed(1);
    };
    return [[entry.name, trips(({ secondMs }) => secondMs), trips(({ firstMs }) => firstMs)]];
  });
  return table('### One-way signalling trips until the first picture', ['', 'second one', 'first one'], rows);
}

function trafficOf(measurements: readonly Measurement[]): string {
  const longest = Math.max(...measurements.map(({ delayMs }) => delayMs));
  const rows = groups.flatMap(entriesOf).flatMap((entry) => {
    const trials = trialsOf(entry, longest, measurements);
    if (trials.length === 0) return [];
    const median = (values: readonly number[]): number => summarise(values).median;
    return [
      [
        entry.name,
        `${Math.round(median(trials.map(({ sent }) => sent.messages)))}`,
        `${Math.round(median(trials.map(({ received }) => received.messages)))}`,
        kilobytes(median(trials.map(({ sent, received }) => sent.bytes + received.bytes))),
      ],
    ];
  });
  return table(
    '### Through the server for a call of two',
    ['', 'messages to it', 'messages from it', 'kB both ways'],
    rows,
  );
}

function sizesOf(sizes: readonly Size[]): string {
  return table(
    '### What a page loads, in kB',
    ['', 'minified', 'gzip', 'brotli'],
    sizes.map((size) => [size.name, ...[size.minifiedBytes, size.gzipBytes, size.brotliBytes].map(kilobytes)]),
  );
}

function table(title: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = line(head.map((_, index) => (index === 0 ? '---' : '--:')));
  return [title, '', line(head), rule, ...rows.map(line)].join('\n');
}

function spreadOf({ median, lower, upper }: Summary): string {
  return `**${ms(median)}** (${Math.round(lower)}–${Math.round(upper)})`;
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}
