import { chromium as playwrightChromium } from 'playwright-core';
import type { Browser as Chromium } from 'playwright-core';
import { launch } from 'puppeteer-core';
import type { Browser as Firefox } from 'puppeteer-core';
import { chromiumArgs, firefoxPrefs } from '../../../scripts/browser-options.mjs';
import { ensureBrowsers } from '../../../scripts/ensure-browsers.mjs';

/** A Chromium with an invented camera and microphone, driven by Playwright. Close it yourself. */
export async function chromium(): Promise<Chromium> {
  const paths = await ensureBrowsers();
  return playwrightChromium.launch({ executablePath: paths.chromium, args: chromiumArgs });
}

/** A Firefox with an invented camera and microphone, driven by Puppeteer. Close it yourself. */
export async function firefox(): Promise<Firefox> {
  const paths = await ensureBrowsers();
  return launch({
    browser: 'firefox',
    executablePath: paths.firefox,
    extraPrefsFirefox: firefoxPrefs,
    headless: true,
  });
}
