import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { commandPath } from './run-tool.mjs';

/**
 * @typedef {object} Browser
 * @property {string} name for people
 * @property {string} variable environment variable that names the executable
 * @property {string[]} paths where systems put it
 * @property {string} source the place downloads come from, asked first so that a machine without a network loses no time
 * @property {() => string[]} downloadCommand
 * @property {() => string | undefined} downloaded
 * @property {string} debianPackage
 */

const programFiles = [
  process.env['PROGRAMFILES'],
  process.env['PROGRAMFILES(X86)'],
  process.env['LOCALAPPDATA'],
].filter((folder) => folder !== undefined);

/** @type {Record<'chromium' | 'firefox', Browser>} */
const browsers = {
  chromium: {
    name: 'Chromium',
    variable: 'CHROMIUM_PATH',
    paths: [
      '/usr/bin/chromium',
      '/usr/bin/chromium-browser',
      '/usr/bin/google-chrome-stable',
      '/usr/bin/google-chrome',
      '/snap/bin/chromium',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      join(homedir(), 'Applications/Google Chrome.app/Contents/MacOS/Google Chrome'),
      ...programFiles.map((folder) => join(folder, 'Google/Chrome/Application/chrome.exe')),
    ],
    source: 'https://cdn.playwright.dev',
    downloadCommand: () => [commandPath('playwright-core'), 'install', 'chromium'],
    downloaded: () =>
      newestBelow(playwrightCache(), /^chromium-\d+$/, /^(chrome|Chromium|chrome\.exe|Google Chrome for Testing)$/),
    debianPackage: 'chromium',
  },
  firefox: {
    name: 'Firefox',
    variable: 'FIREFOX_PATH',
    paths: [
      '/usr/bin/firefox-esr',
      '/usr/bin/firefox',
      '/snap/bin/firefox',
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      join(homedir(), 'Applications/Firefox.app/Contents/MacOS/firefox'),
      ...programFiles.map((folder) => join(folder, 'Mozilla Firefox/firefox.exe')),
    ],
    // Playwright's own Firefox speaks only Playwright's protocol; Puppeteer drives the one that everybody uses.
    source: 'https://archive.mozilla.org',
    downloadCommand: () => [
      commandPath('@puppeteer/browsers', 'browsers'),
      'install',
      'firefox@stable',
      '--path',
      puppeteerCache(),
    ],
    downloaded: () => newestBelow(puppeteerCache(), /^firefox$/, /^firefox(\.exe)?$/),
    debianPackage: 'firefox-esr',
  },
};

/**
 * Finds a Chromium and a Firefox, or gets them: the one that a variable names, an installed one, a downloaded one, a
 * fresh download, Debian's package. Leaves the paths in `CHROMIUM_PATH` and `FIREFOX_PATH` for all that starts later.
 *
 * @returns {Promise<{ chromium: string, firefox: string }>}
 * @throws {Error} when one cannot be had, with what to do
 */
export async function ensureBrowsers() {
  return { chromium: await ensure(browsers.chromium), firefox: await ensure(browsers.firefox) };
}

/**
 * @param {Browser} browser
 * @returns {Promise<string>}
 */
async function ensure(browser) {
  const named = process.env[browser.variable] || undefined;
  if (named && !runs(named)) throw new Error(`${browser.variable} is ${named}, and that does not start.`);
  const path = named ?? find(browser) ?? (await download(browser)) ?? (await installWithApt(browser));
  if (!path) {
    throw new Error(`No ${browser.name} found. Install one, or set ${browser.variable} to the path of one.`);
  }
  process.env[browser.variable] = path;
  return path;
}

/** @param {Browser} browser */
function find(browser) {
  const downloaded = browser.downloaded();
  return [...browser.paths, ...(downloaded ? [downloaded] : [])].find((path) => existsSync(path) && runs(path));
}

/** @param {Browser} browser */
async function download(browser) {
  if (!(await isReachable(browser.source))) {
    console.log(`No ${browser.name} here, and ${browser.source} cannot be reached to download one.`);
    return undefined;
  }
  console.log(`No ${browser.name} here: downloading one for the tests …`);
  await run(process.execPath, browser.downloadCommand());
  const path = browser.downloaded();
  // A download may lack libraries of the system, so only one that starts counts.
  return path && runs(path) ? path : undefined;
}

/** @param {Browser} browser */
async function installWithApt(browser) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) {
    return undefined;
  }
  console.log(`Installing the Debian package ${browser.debianPackage} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['-q', 'update'], env);
  await run('apt-get', ['-q', 'install', '-y', '--no-install-recommends', browser.debianPackage], env);
  return find(browser);
}

/** @param {string} path */
function runs(path) {
  // On Windows `--version` opens a window, so being there has to do.
  if (process.platform === 'win32') return existsSync(path);
  return spawnSync(path, ['--version'], { timeout: 60_000 }).status === 0;
}

/** @param {string} url */
async function isReachable(url) {
  try {
    await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(8_000) });
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>}
 */
function run(command, args, env = process.env) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', env });
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}

function playwrightCache() {
  const chosen = process.env['PLAYWRIGHT_BROWSERS_PATH'];
  if (chosen) return chosen;
  if (process.platform === 'darwin') return join(homedir(), 'Library/Caches/ms-playwright');
  if (process.platform === 'win32') return join(process.env['LOCALAPPDATA'] ?? homedir(), 'ms-playwright');
  return join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'ms-playwright');
}

function puppeteerCache() {
  return process.env['PUPPETEER_CACHE_DIR'] ?? join(homedir(), '.cache/puppeteer');
}

/**
 * The executable in the newest matching folder of a download cache.
 *
 * @param {string} cache
 * @param {RegExp} folder
 * @param {RegExp} executable
 * @returns {string | undefined}
 */
function newestBelow(cache, folder, executable) {
  if (!existsSync(cache)) return undefined;
  const folders = readdirSync(cache)
    .filter((name) => folder.test(name))
    .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
  for (const name of folders) {
    const found = readdirSync(join(cache, name), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && executable.test(entry.name))
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
      .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
    if (found[0]) return found[0];
  }
  return undefined;
}
