import { type Entry, entriesOf, type Group, groups } from './contestants.js';
import { summarise, type Summary } from './statistics.js';
import type { Trial } from './trial.js';

/** Every call of two that was measured. */
export interface Measurement {
  readonly entry: Entry;
  readonly delayMs: number;
  readonly trial: Trial;
}

export interface Row {
  readonly entry: Entry;
  readonly second: Summary;
  readonly first: Summary;
  /** Medians compared with those of the floor of the group. */
  readonly secondToFloor: number;
  readonly firstToFloor: number;
}

/** All of one group at one delay, the floor first. */
export interface Section {
  readonly group: Group;
  readonly delayMs: number;
  readonly rows: readonly Row[];
}

/** What p2p-call is to reach at most, compared with the raw floor. */
export const floorAim = 1.2;

export function sectionsOf(measurements: readonly Measurement[]): readonly Section[] {
  const delays = [...new Set(measurements.map(({ delayMs }) => delayMs))];
  return delays.flatMap((delayMs) =>
    groups.map((group) => ({ group, delayMs, rows: rowsOf(group, delayMs, measurements) })),
  );
}

function rowsOf(group: Group, delayMs: number, measurements: readonly Measurement[]): readonly Row[] {
  const summariesOf = (entry: Entry): Pick<Row, 'second' | 'first'> => {
    const trials = trialsOf(entry, delayMs, measurements);
    return {
      second: summarise(trials.map(({ secondMs }) => secondMs)),
      first: summarise(trials.map(({ firstMs }) => firstMs)),
    };
  };
  const floor = summariesOf(group.floor);
  return entriesOf(group)
    .map((entry) => ({ entry, ...summariesOf(entry) }))
    .filter(({ second }) => second.count > 0)
    .map((row) => ({
      ...row,
      secondToFloor: row.second.median / floor.second.median,
      firstToFloor: row.first.median / floor.first.median,
    }));
}

export function trialsOf(entry: Entry, delayMs: number, measurements: readonly Measurement[]): readonly Trial[] {
  return measurements.filter((one) => one.entry === entry && one.delayMs === delayMs).map(({ trial }) => trial);
}

/** One thing that was aimed at. */
export interface Aim {
  readonly text: string;
  readonly isMet: boolean;
}

/** What p2p-call aims at, in each section in which it and the others were measured. */
export function aimsOf(sections: readonly Section[]): readonly Aim[] {
  return sections.flatMap(({ group, delayMs, rows }) => {
    const own = rows.find(({ entry }) => entry === group.p2pCall);
    if (!own) return [];
    const floors = rows.filter(({ entry }) => entry === group.floor);
    // Against all libraries that prepare no more than it does itself.
    const rivals = sections
      .filter((other) => other.delayMs === delayMs && (group.isAhead || !other.group.isAhead))
      .flatMap((other) => other.rows.filter(({ entry }) => other.group.libraries.includes(entry)));
    const aims: Aim[] = [];
    for (const side of ['second', 'first'] as const) {
      const where = `${own.entry.name}, ${delayMs} ms, ${side} one`;
      const ratio = side === 'second' ? own.secondToFloor : own.firstToFloor;
      for (const { entry } of floors) {
        aims.push({
          text: `${where}: ${ratio.toFixed(2)} × ${entry.name} (aim ${floorAim})`,
          isMet: ratio <= floorAim,
        });
      }
      for (const other of rivals) {
        const [mine, theirs] = [own[side].median, other[side].median];
        aims.push({ text: `${where}: ${ms(mine)} against ${ms(theirs)} of ${other.entry.name}`, isMet: mine < theirs });
      }
    }
    return aims;
  });
}

export function ms(value: number): string {
  return `${Math.round(value)} ms`;
}
