import { chromium as playwrightChromium } from 'playwright-core';
import type { Browser as Chromium } from 'playwright-core';
import { launch } from 'puppeteer-core';
import type { Browser as Firefox } from 'puppeteer-core';
import { chromiumArgs, firefoxPrefs } from '../../browser-options.mjs';
import { ensureBrowsers } from '../../../scripts/ensure-browsers.mjs';

/** A Chromium with an invented camera and microphone, driven by Playwright; `args` come last, and so count. Close it yourself. */
export async function chromium(args: readonly string[] = []): Promise<Chromium> {
  const paths = await ensureBrowsers();
  return playwrightChromium.launch({ executablePath: paths.chromium, args: [...chromiumArgs, ...args] });
}

/** A Firefox with an invented camera and microphone, driven by Puppeteer; `prefs` come last, and so count. Close it yourself. */
export async function firefox(prefs: Readonly<Record<string, unknown>> = {}): Promise<Firefox> {
  const paths = await ensureBrowsers();
  return launch({
    browser: 'firefox',
    executablePath: paths.firefox,
    extraPrefsFirefox: { ...firefoxPrefs, ...prefs },
    headless: true,
  });
}
