import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { chromium } from './browsers.js';
import { type Site, startSite } from './site.js';

export interface SiteInChromium {
  /** Without a slash at the end; there once the tests run. */
  readonly url: string;
  /** A page of its own for one test, closed after it. */
  openPage(): Promise<Page>;
}

/** The site in one Chromium, for all tests of a file. */
export function siteInChromium(): SiteInChromium {
  let browser: Browser;
  let site: Site;
  beforeAll(async () => {
    browser = await chromium();
    site = await startSite();
  });
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });
  return {
    get url() {
      return site.url;
    },
    openPage: async () => {
      const page = await browser.newPage();
      onTestFinished(() => page.close());
      return page;
    },
  };
}
