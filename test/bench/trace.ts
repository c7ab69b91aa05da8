import { basename } from 'node:path';
import type { Browser, Page } from 'playwright-core';

/** A task of a page's main thread. */
export interface Task {
  /** Where in the browser's own code it was asked for, without the ending. */
  readonly origin: string;
  /** In ms, with the time that the thread waited for a core. */
  readonly wallMs: number;
  /** In ms, what the thread computed. */
  readonly cpuMs: number;
  /** What the browser did in it, the longest first, each without what happened inside it. */
  readonly parts: readonly Part[];
  /** Which functions ran in it, each without those that it called; none where they were not asked for. */
  readonly functions: readonly Part[];
}

export interface Part {
  readonly name: string;
  readonly wallMs: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly id?: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: { readonly data?: ProfileChunk; readonly src_file?: string };
}

/** Of the sampling profiler; times in µs. */
interface ProfileChunk {
  readonly startTime?: number;
  readonly timeDeltas?: readonly number[];
  readonly cpuProfile?: { readonly nodes?: readonly ProfileNode[]; readonly samples?: readonly number[] };
}

interface ProfileNode {
  readonly id: number;
  readonly callFrame: { readonly functionName: string };
}

interface Sample {
  readonly ts: number;
  readonly name: string;
}

const marks = ['bench-start', 'bench-end'] as const;
/** If the names of functions are requested, the browser samples every 0.1 ms, which makes it slower. */
const categories = ['toplevel', 'blink.user_timing', 'devtools.timeline'];
const profiler = 'disabled-by-default-v8.cpu_profiler';
/** The names that samples have while no function runs. */
const idle = ['(program)', '(idle)', '(root)'];

/** All tasks of the page's main thread while something happens. */
export async function traceTasks(
  browser: Browser,
  page: Page,
  options: { readonly functions: boolean },
  happening: () => Promise<void>,
): Promise<readonly Task[]> {
  await browser.startTracing(page, { categories: options.functions ? [...categories, profiler] : categories });
  let trace: Buffer;
  try {
    await page.evaluate(`performance.mark('${marks[0]}')`);
    await happening();
    await page.evaluate(`performance.mark('${marks[1]}')`);
  } finally {
    trace = await browser.stopTracing();
  }
  return tasksIn((JSON.parse(trace.toString()) as { traceEvents: readonly TraceEvent[] }).traceEvents);
}

/** The tasks of the thread that set the marks, between them. */
function tasksIn(events: readonly TraceEvent[]): readonly Task[] {
  const [start, end] = marks.map((mark) => events.find(({ name }) => name === mark));
  if (!start || !end) throw new Error('The trace has no marks.');
  const own = events
    .filter(({ ph, pid, tid }) => ph === 'X' && pid === start.pid && tid === start.tid)
    .sort((a, b) => a.ts - b.ts || endOf(b) - endOf(a));
  const samples = samplesIn(events.filter(({ pid }) => pid === start.pid));
  return own
    .filter((event) => event.name.endsWith('RunTask') && endOf(event) >= start.ts && event.ts <= end.ts)
    .map((task) => ({
      origin: basename(task.args.src_file ?? '', '.cc'),
      wallMs: (task.dur ?? 0) / 1000,
      cpuMs: (task.tdur ?? 0) / 1000,
      parts: partsOf(own.filter((event) => event.ts >= task.ts && endOf(event) <= endOf(task))),
      functions: functionsOf(samples, task),
    }));
}

/** Adds up what each took by itself. The events lie in each other, in the order of their beginnings. */
function partsOf(events: readonly TraceEvent[]): readonly Part[] {
  const open: TraceEvent[] = [];
  return summed(
    events.flatMap((event) => {
      while (open.length > 0 && endOf(open.at(-1) ?? event) <= event.ts) open.pop();
      const around = open.at(-1);
      open.push(event);
      const { name, dur = 0 } = event;
      return around ? [[name, dur] as const, [around.name, -dur] as const] : [[name, dur] as const];
    }),
  );
}

function functionsOf(samples: readonly Sample[], task: TraceEvent): readonly Part[] {
  return summed(
    samples.flatMap(({ ts, name }, index) => {
      const isInside = ts >= task.ts && ts < endOf(task) && !idle.includes(name);
      const until = Math.min(samples[index + 1]?.ts ?? ts, endOf(task));
      return isInside ? [[name, until - ts] as const] : [];
    }),
  );
}

function summed(times: readonly (readonly [name: string, us: number])[]): readonly Part[] {
  const totals = new Map<string, number>();
  for (const [name, us] of times) totals.set(name, (totals.get(name) ?? 0) + us);
  return [...totals].map(([name, us]) => ({ name, wallMs: us / 1000 })).sort((a, b) => b.wallMs - a.wallMs);
}

function samplesIn(events: readonly TraceEvent[]): readonly Sample[] {
  const samples: Sample[] = [];
  for (const { id, args } of events.filter(({ name }) => name === 'Profile')) {
    let ts = args.data?.startTime ?? 0;
    const names = new Map<number, string>();
    for (const chunk of events.filter((one) => one.name === 'ProfileChunk' && one.id === id)) {
      const { cpuProfile, timeDeltas = [] } = chunk.args.data ?? {};
      for (const node of cpuProfile?.nodes ?? []) names.set(node.id, node.callFrame.functionName || '(anonymous)');
      for (const [index, node] of (cpuProfile?.samples ?? []).entries()) {
        ts += timeDeltas[index] ?? 0;
        samples.push({ ts, name: names.get(node) ?? '(unknown)' });
      }
    }
  }
  return samples.sort((a, b) => a.ts - b.ts);
}

function endOf({ ts, dur = 0 }: TraceEvent): number {
  return ts + dur;
}
