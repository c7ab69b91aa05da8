import type { Browser as Chromium } from 'playwright-core';
import type { Browser as Firefox } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { chromium, firefox } from './browsers.js';
import { type Caller, createCaller, type DrivenPage, scripts } from './caller.js';
import { freeze } from './processes.js';
import { type Site, startSite } from './site.js';

/** Small, as every pixel that moves costs processor time without a graphics card. */
const viewport = { width: 800, height: 600 };

/** A site and three browsers, for all tests of a file; there once the tests run. */
export interface ThreeBrowsers {
  /** Of the site, without a slash at the end. */
  readonly url: string;
  /** Two Chromiums. */
  readonly ada: Caller;
  readonly bo: Caller;
  /** A Firefox. */
  readonly cy: Caller;
  readonly all: readonly Caller[];
  /** Stops the processes of the Firefox as a machine that falls asleep does; what is returned wakes them. */
  freezeCy(): () => void;
}

export function threeBrowsers(): ThreeBrowsers {
  let site: Site;
  let chromiumBrowser: Chromium;
  let firefoxBrowser: Firefox;
  let ada: Caller;
  let bo: Caller;
  let cy: Caller;

  beforeAll(async () => {
    site = await startSite();
    // Of three invented cameras the second measures depth, which no encoder takes: the first and the last are for us.
    // Five pictures a second from each are enough to see that they move, and two cores carry them.
    chromiumBrowser = await chromium(['--use-fake-device-for-media-stream=device-count=3,fps=5']);
    firefoxBrowser = await firefox({ 'media.navigator.video.default_fps': 5 });
    ada = await chromiumCaller(chromiumBrowser);
    bo = await chromiumCaller(chromiumBrowser);
    cy = await firefoxCaller(firefoxBrowser);
  });
  afterAll(async () => {
    firefoxBrowser?.process()?.kill('SIGKILL');
    await chromiumBrowser?.close();
    await site?.stop();
  });

  return {
    get url() {
      return site.url;
    },
    get ada() {
      return ada;
    },
    get bo() {
      return bo;
    },
    get cy() {
      return cy;
    },
    get all() {
      return [ada, bo, cy];
    },
    freezeCy: () => freeze(firefoxBrowser.process()?.pid),
  };
}

/** For tests that each continue where the previous one ended: after a failure, the rest is skipped. */
export function eachFromTheLast(): void {
  let isBroken = false;
  beforeEach(({ skip }) => skip(isBroken, 'A step before failed.'));
  afterEach(({ task }) => {
    isBroken ||= task.result?.state === 'fail';
  });
}

/** Waits until an expression is truthy on each page. */
export async function each(
  callers: readonly Caller[],
  expression: string | ((id: string) => string),
  what: string,
): Promise<void> {
  for (const caller of callers) {
    await caller.until(typeof expression === 'string' ? expression : expression(caller.id), what);
  }
}

/** Waits until more new frames have arrived than were on their way. */
export async function goesOnShowing(caller: Caller, id: string, what: string, source = 'camera'): Promise<void> {
  const before = await caller.run<number>(`await frames('${id}', '${source}')`);
  await caller.until(`(await frames('${id}', '${source}')) > ${before + 5}`, what);
}

async function chromiumCaller(browser: Chromium): Promise<Caller> {
  const context = await browser.newContext({
    viewport,
    permissions: ['clipboard-read', 'clipboard-write', 'screen-wake-lock'],
  });
  for (const script of scripts.chromium) await context.addInitScript(script);
  const page = await context.newPage();
  return createCaller(page, (width, height) => page.setViewportSize({ width, height }));
}

async function firefoxCaller(browser: Firefox): Promise<Caller> {
  const page = await browser.newPage();
  for (const script of scripts.firefox) await page.evaluateOnNewDocument(script);
  await page.setViewport(viewport);
  // Both drivers use the same names of keys, but declare them with different types.
  return createCaller(page as unknown as DrivenPage, (width, height) => page.setViewport({ width, height }));
}
