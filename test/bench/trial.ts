import type { Browser, Page } from 'playwright-core';
import type { Entry } from './contestants.js';
import type { Seat } from './contestant.js';
import type { SlowLine } from './slow-line.js';

/** A call of two that takes longer than this has failed. */
const limitMs = 30_000;

/** What one call of two took. */
export interface Trial {
  /** From the second one's click until it saw the first one, in ms. */
  readonly secondMs: number;
  /** From the same click until the first one saw it, in ms. */
  readonly firstMs: number;
  /** What both sent to the server until both saw each other, preparation included. */
  readonly sent: { readonly messages: number; readonly bytes: number };
  readonly received: { readonly messages: number; readonly bytes: number };
}

export interface Place {
  readonly browser: Browser;
  readonly pageUrl: string;
  readonly bundleUrl: string;
  readonly line: SlowLine;
}

let rooms = 0;

/** Two fresh pages, each of a browser profile of its own: the first one is in the call, then the second one comes. */
export async function runTrial(
  entry: Entry,
  isAhead: boolean,
  { browser, pageUrl, bundleUrl, line }: Place,
): Promise<Trial> {
  rooms += 1;
  const room = `bench${Date.now().toString(36)}x${rooms}`;
  const seat = { host: line.host, room, bundleUrl };
  const troubles: string[] = [];
  line.reset();
  const first = await openPage(browser, pageUrl, troubles);
  const second = await openPage(browser, pageUrl, troubles);
  try {
    await prepare(first, entry, { ...seat, isFirst: true, isAhead: true });
    await first.evaluate(async () => {
      window.bench.join();
      await window.bench.joined();
    });
    await line.quiet();
    await prepare(second, entry, { ...seat, isFirst: false, isAhead });
    await line.quiet();
    const clickedAt = await second.evaluate(() => window.bench.join());
    const [secondSeen, firstSeen] = await withinLimit(
      Promise.all([second, first].map((page) => page.evaluate(() => window.bench.seen()))),
      () => `${entry.name}: the two did not see each other. ${troubles.join(' ')}`,
    );
    if (secondSeen === undefined || firstSeen === undefined) throw new Error('There are two to be seen.');
    return {
      secondMs: secondSeen - clickedAt,
      firstMs: firstSeen - clickedAt,
      sent: { ...line.toServer },
      received: { ...line.fromServer },
    };
  } finally {
    await Promise.all([first.context().close(), second.context().close()]);
  }
}

async function openPage(browser: Browser, url: string, troubles: string[]): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  page.on('pageerror', ({ message }) => troubles.push(message));
  page.on('console', (line) => line.type() === 'error' && troubles.push(line.text()));
  await page.goto(url);
  await page.waitForFunction(() => 'bench' in window);
  return page;
}

function prepare(page: Page, entry: Entry, seat: Omit<Seat, 'capture' | 'show' | 'watch'>): Promise<void> {
  return page.evaluate(([module, seat]) => window.bench.prepare(module, seat), [entry.module, seat] as const);
}

async function withinLimit<T>(result: Promise<T>, complaint: () => string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(complaint())), limitMs);
  });
  try {
    return await Promise.race([result, late]);
  } finally {
    clearTimeout(timer);
  }
}
