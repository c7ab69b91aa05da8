import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const windows = process.env['PROGRAMFILES'] ?? '';
/** Where Puppeteer keeps its browsers too, so that one download serves several projects. */
const cacheDir = process.env['PUPPETEER_CACHE_DIR'] ?? join(homedir(), '.cache/puppeteer');

/**
 * Finds a Chromium and a Firefox, or gets them: the one that a variable names, an installed one, Debian's package, a download.
 * Leaves the paths in `CHROMIUM_PATH` and `FIREFOX_PATH` for all that starts later.
 *
 * @throws {Error} when one cannot be had, with what to do
 */
export async function ensureBrowsers() {
  return {
    chromium: await ensure('CHROMIUM_PATH', 'chromium', 'chrome', [
      ...['chromium', 'chromium-browser', 'google-chrome'].map((name) => `/usr/bin/${name}`),
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      join(windows, 'Google/Chrome/Application/chrome.exe'),
    ]),
    firefox: await ensure('FIREFOX_PATH', 'firefox-esr', 'firefox', [
      ...['firefox-esr', 'firefox'].map((name) => `/usr/bin/${name}`),
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      join(windows, 'Mozilla Firefox/firefox.exe'),
    ]),
  };
}

/** @param {string} variable @param {string} debianPackage @param {'chrome' | 'firefox'} name @param {string[]} installed */
async function ensure(variable, debianPackage, name, installed) {
  const named = process.env[variable];
  if (named && !starts(named)) throw new Error(`${variable} is ${named}, and that does not start.`);
  const { Browser, getInstalledBrowsers, install, resolveBuildId, detectBrowserPlatform } =
    await import('@puppeteer/browsers');
  const browser = name === 'chrome' ? Browser.CHROME : Browser.FIREFOX;
  const find = async () => {
    const downloads = (await getInstalledBrowsers({ cacheDir })).filter((one) => one.browser === browser);
    return [...installed, ...downloads.map(({ executablePath }) => executablePath)].find(starts);
  };
  let path = named || (await find());
  // Before a download, which would lack libraries on a machine that has no browser yet.
  if (!path && process.getuid?.() === 0 && starts('/usr/bin/apt-get')) {
    console.log(`Installing the Debian package ${debianPackage} …`);
    const command = `apt-get -q update && apt-get -q install -y --no-install-recommends ${debianPackage}`;
    spawnSync(command, { shell: true, stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
    path = await find();
  }
  const platform = detectBrowserPlatform();
  if (!path && platform) {
    console.log(`Downloading ${name} for the tests …`);
    await resolveBuildId(browser, platform, 'stable')
      .then((buildId) => install({ browser, buildId, cacheDir }))
      .catch((error) => console.log(String(error)));
    path = await find();
  }
  if (!path)
    throw new Error(`Nothing to test in: install ${debianPackage}, or put the path of a browser into ${variable}.`);
  return (process.env[variable] = path);
}

/** @param {string} path */
function starts(path) {
  // On Windows `--version` opens a window, so being there has to do.
  if (!existsSync(path) || process.platform === 'win32') return existsSync(path);
  return spawnSync(path, ['--version'], { timeout: 60_000 }).status === 0;
}
