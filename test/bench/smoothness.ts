import { type Browser, chromium, type Page } from 'playwright-core';
import { chromiumArgs } from '../browser-options.mjs';
import { ensureBrowsers } from '../../scripts/ensure-browsers.mjs';
import { serveFiles } from './pages.js';
import { startServer } from './servers.js';
import { summarise } from './statistics.js';
import { type Part, type Task, traceTasks } from './trace.js';

/** A press of the mute key may take at most until the next frame. */
const framesAim = 1;
/** A task that keeps the page from answering for longer is a long one (W3C Long Tasks section 1). */
const longTaskMs = 50;
const presses = 20;
const participants = 8;

/** One key press on mute. */
interface Press {
  /** Frames that the page drew before the track changed. */
  readonly frames: number;
  readonly ms: number;
}

/** Notes when the microphone's track is switched, or replaced by another one, after a key press. */
const watchMute = `(() => {
  let press;
  const changed = () => {
    if (!press) return;
    window.presses.push({ frames: press.frames, ms: performance.now() - press.at });
    press = undefined;
  };
  window.presses = [];
  window.addEventListener('keydown', ({ timeStamp }) => {
    const own = (press = { at: timeStamp, frames: 0 });
    const count = () => {
      own.frames += 1;
      if (press === own) requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
  }, true);
  const replace = RTCRtpSender.prototype.replaceTrack;
  RTCRtpSender.prototype.replaceTrack = function (track) { changed(); return replace.call(this, track); };
  const { get, set } = Object.getOwnPropertyDescriptor(MediaStreamTrack.prototype, 'enabled');
  Object.defineProperty(MediaStreamTrack.prototype, 'enabled', { get, set(on) { changed(); set.call(this, on); } });
})()`;

/** Small pictures, and few of them: one page sends those of seven, each to seven others. */
const smallPictures = `(() => {
  const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = ({ video, ...rest }) =>
    real({ ...rest, ...(video && { video: { width: 64, height: 36, frameRate: 1 } }) });
})()`;

const everyCall = `[...document.querySelectorAll('p2p-call')]`;

/**
 * Measures what is felt: how many frames are drawn between a key press on mute and the change of the track, in a call of two, and
 * which tasks of the one who joins as the eighth are long. The other seven are participants with connections of their own, in one
 * page of another process, muted, with small pictures and without an interface: this machine has to carry them all.
 */
export async function measureSmoothness(rounds: number): Promise<{ report: string; browserVersion: string }> {
  const server = await startServer.rooms();
  const site = await serveFiles(new Map([['/index.html', page(`http://127.0.0.1:${server.port}/p2p-call.js`)]]));
  const browser = await chromium.launch({ executablePath: (await ensureBrowsers()).chromium, args: [...chromiumArgs] });
  try {
    const keys = await pressMute(browser, site.url);
    const joins: (readonly Task[])[] = [];
    for (let round = 0; round < rounds; round += 1) {
      joins.push(await joinAsLast(browser, site.url, `eight${round}`, false));
    }
    // Looking for the functions takes time itself, so it is a join of its own.
    const observed = await joinAsLast(browser, site.url, 'eight', true);
    return { report: reportOf(keys, joins, observed), browserVersion: browser.version() };
  } finally {
    await browser.close();
    await site.close();
    await server.stop();
  }
}

function reportOf(keys: readonly Press[], joins: readonly (readonly Task[])[], observed: readonly Task[]): string {
  const frames = keys.map((press) => press.frames);
  const most = Math.max(0, ...frames);
  const lines = (['wallMs', 'cpuMs'] as const).map((time) => {
    const long = joins.map((tasks) => tasks.filter((task) => task[time] > longTaskMs).length);
    const longest = joins.map((tasks) => Math.max(0, ...tasks.map((task) => task[time])));
    return `| ${time === 'wallMs' ? 'as the clock has it' : 'computing alone, without any waiting'} | ${long.join(', ')} | ${longest.map(ms).join(', ')} | ${verdict(Math.max(0, ...long) === 0)} |`;
  });
  return [
    `Key press on mute, ${keys.length} times: at most ${most} frames were drawn before the track changed (aim ${framesAim}: ${verdict(most <= framesAim)}); median ${ms(summarise(keys.map((press) => press.ms)).median)}, longest ${ms(Math.max(0, ...keys.map((press) => press.ms)))}.`,
    '',
    `Joining ${participants - 1} others, from the click until all are seen, ${joins.length} times. The one who joins sends and shows all that a call has; the others are connected like any participant, but muted, with one small picture a second, and share one page without an interface.`,
    '',
    `| tasks of the main thread | over ${longTaskMs} ms | longest | aim: none over ${longTaskMs} ms |`,
    '| --- | --: | --: | --- |',
    ...lines,
    '',
    `Over ${longTaskMs} ms by the clock, by where in the browser they come from: ${
      joins
        .flat()
        .filter(({ wallMs }) => wallMs > longTaskMs)
        .map(({ origin, wallMs, cpuMs }) => `\`${origin}\` ${ms(wallMs)}, ${ms(cpuMs)} of it computing`)
        .join('; ') || 'none'
    }.`,
    '',
    'The longest tasks of one more join, in which the browser watches the functions, too, and so is slower:',
    '',
    ...[...observed]
      .sort((a, b) => b.wallMs - a.wallMs)
      .slice(0, 3)
      .map(
        ({ wallMs, cpuMs, parts, functions }) =>
          `- ${ms(wallMs)}, ${ms(cpuMs)} of it computing: ${listOf(parts, 4)}. Functions: ${listOf(functions, 8)}.`,
      ),
  ].join('\n');
}

function listOf(parts: readonly Part[], count: number): string {
  return parts
    .slice(0, count)
    .map(({ name, wallMs }) => `\`${name}\` ${ms(wallMs)}`)
    .join(', ');
}

function verdict(isMet: boolean): string {
  return isMet ? 'met' : '**missed**';
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`;
}

/** Mutes and unmutes by the key, in a call of two. */
async function pressMute(browser: Browser, url: string): Promise<readonly Press[]> {
  const [first, second] = [await openPage(browser, url, watchMute), await openPage(browser, url)];
  try {
    for (const page of [first, second]) {
      await putCalls(page, 'keys', 1);
      await joinAll(page);
    }
    await first.waitForFunction(connectedTo(1));
    // The code behind a key is loaded on the first press.
    await first.getByRole('toolbar').getByRole('button').first().focus();
    const isMuted = `${everyCall}[0].self.microphone === 'off'`;
    while (!(await first.evaluate<boolean>(isMuted))) await first.keyboard.press('m');
    await first.evaluate(`window.presses.length = 0`);
    for (let press = 1; press <= presses; press += 1) {
      await first.keyboard.press('m');
      await first.waitForFunction(`window.presses.length === ${press} && ${isMuted} === ${press % 2 === 0}`);
    }
    return await first.evaluate<readonly Press[]>(`window.presses`);
  } finally {
    for (const page of [first, second]) await page.context().close();
  }
}

async function joinAsLast(browser: Browser, url: string, room: string, functions: boolean): Promise<readonly Task[]> {
  const [others, newcomer] = [await openPage(browser, url, smallPictures), await openPage(browser, url)];
  try {
    await putCalls(others, room, participants - 1, { mic: 'off', innerHTML: '<i></i>' });
    await joinAll(others);
    await others.waitForFunction(connectedTo(participants - 2), undefined, { timeout: 120_000 });
    await putCalls(newcomer, room, 1);
    return await traceTasks(browser, newcomer, { functions }, async () => {
      await joinAll(newcomer);
      await newcomer.waitForFunction(allSeen, undefined, { timeout: 120_000 });
    });
  } finally {
    for (const page of [others, newcomer]) await page.context().close();
  }
}

function connectedTo(count: number): string {
  return `${everyCall}.every(({ participants }) =>
    participants.filter(({ self, connection }) => !self && connection === 'connected').length === ${count})`;
}

/** A picture in every tile, the own included. */
const allSeen = `[...(document.querySelector('p2p-call').shadowRoot.querySelector('p2p-stage').shadowRoot?.querySelector('p2p-grid')?.shadowRoot
  .querySelectorAll('p2p-video-tile') ?? [])].filter((tile) => tile.shadowRoot.querySelector('.tile.picture')).length === ${participants}`;

async function openPage(browser: Browser, url: string, script?: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  if (script) await page.addInitScript(script);
  await page.goto(url);
  return page;
}

function page(bundleUrl: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Smoothness</title><style>p2p-call { display: block; height: 700px }</style>
    <script type="module" src="${bundleUrl}"></script><body></body></html>`;
}

/** Puts calls with these properties into a page, and waits until they may join. */
async function putCalls(
  page: Page,
  room: string,
  count: number,
  properties: Readonly<Record<string, string>> = {},
): Promise<void> {
  await page.evaluate(`customElements.whenDefined('p2p-call').then(() => {
    for (let one = 0; one < ${count}; one += 1) {
      document.body.append(Object.assign(document.createElement('p2p-call'), ${JSON.stringify({ room, ...properties })}));
    }
  })`);
  await page.waitForFunction(
    `${everyCall}.every((one) => one.state === 'prejoin' && one.matches(':state(camera-on)'))`,
  );
}

async function joinAll(page: Page): Promise<void> {
  await page.evaluate(`Promise.all(${everyCall}.map((one) => one.join()))`);
}
