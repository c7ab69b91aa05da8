import type { BrowserContext } from 'playwright-core';
import type { Browser as Firefox } from 'puppeteer-core';
import { keepConnections, type Page, untilInPage } from './in-page.js';

/** What a page was told: an event of the call, with its detail as JSON has it. */
export interface Told {
  readonly type: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/**
 * Runs before the scripts of a page: keeps what the call tells, in `window.told`, and the elements through which the others are
 * heard, in `window.sinks`, as those are not in the document.
 */
const keepWatch = `(() => {
  window.told = [];
  for (const type of [
    'data', 'hand-change', 'left', 'message', 'microphone-change', 'participant-changed', 'reaction', 'screen-change',
  ]) {
    document.addEventListener('p2p-' + type, (event) => {
      window.told.push({ type, detail: JSON.parse(JSON.stringify(event.detail)) });
    });
  }
  window.sinks = [];
  const create = Document.prototype.createElement;
  Document.prototype.createElement = function (...args) {
    const element = create.apply(this, args);
    if (element.localName === 'audio') window.sinks.push(element);
    return element;
  };
})()`;

/** Without a display Firefox has no screen to share, so a page draws one. Chromium has an invented one that moves. */
const drawScreen = `(() => {
  navigator.mediaDevices.getDisplayMedia = async () => {
    const canvas = document.createElement('canvas');
    canvas.width = 320;
    canvas.height = 180;
    const brush = canvas.getContext('2d');
    let picture = 0;
    setInterval(() => {
      brush.fillStyle = 'hsl(' + (picture += 20) + ' 80% 50%)';
      brush.fillRect(0, 0, canvas.width, canvas.height);
    }, 200);
    return canvas.captureStream();
  };
})()`;

/** Small, as every pixel that moves costs processor time without a graphics card. */
const viewport = { width: 800, height: 600 };

/** One browser in the call. */
export interface Caller {
  readonly page: Page;
  /** Under which the others know it, since the last `joins`. */
  readonly id: string;
  /** Joins, and knows its id. */
  joins(name: string): Promise<void>;
  /** Runs an expression with `call`, and with `tile(id, source)` for the tile of a participant. */
  run<T>(expression: string): Promise<T>;
  /** Waits until an expression gives something truthy; not an element, which is nothing here. */
  until<T>(expression: string, what: string): Promise<T>;
  /** All that was told of one type, the oldest first. */
  told(type: string): Promise<readonly Told['detail'][]>;
}

/** Opens the page in a Chromium. */
export async function chromiumCaller(context: BrowserContext, url: string): Promise<Caller> {
  for (const script of [keepConnections, keepWatch]) await context.addInitScript(script);
  const page = await context.newPage();
  await page.setViewportSize(viewport);
  await page.goto(url);
  return createCaller(page);
}

/** Opens the page in a Firefox. */
export async function firefoxCaller(browser: Firefox, url: string): Promise<Caller> {
  const page = await browser.newPage();
  for (const script of [keepConnections, keepWatch, drawScreen]) await page.evaluateOnNewDocument(script);
  await page.setViewport(viewport);
  await page.goto(url);
  return createCaller({ evaluate: <T>(script: string) => page.evaluate(script) as Promise<T> });
}

function createCaller(page: Page): Caller {
  const script = (expression: string): string => `(async () => {
    const call = document.querySelector('p2p-call');
    const connections = () => window.connections.filter((one) => one.signalingState !== 'closed');
    const other = (id) => call.participants?.find((one) => one.id === id);
    const tile = (id, source = 'camera') =>
      [...(call.shadowRoot?.querySelector('p2p-grid')?.shadowRoot?.querySelectorAll('p2p-video-tile') ?? [])]
        .find((one) => one.participant === id && one.source === source);
    const inTile = (id, selector, source) => tile(id, source)?.shadowRoot?.querySelector(selector);
    const isLarge = (id, source) => !!tile(id, source)?.parentElement.classList.contains('featured');
    const received = async (id, source, kind, figure) => {
      const track = call.streamOf(id, source)?.getTracks().find((one) => one.kind === kind);
      const receivers = connections().flatMap((one) => one.getReceivers());
      const report = await receivers.find((one) => track && one.track === track)?.getStats();
      return [...(report?.values() ?? [])].find((one) => one.type === 'inbound-rtp')?.[figure] ?? 0;
    };
    const frames = (id, source = 'camera') => received(id, source, 'video', 'framesDecoded');
    const sound = (id) => received(id, 'microphone', 'audio', 'totalAudioEnergy');
    return (${expression});
  })()`;
  let id = '';
  const caller: Caller = {
    page,
    get id() {
      return id;
    },
    async joins(name) {
      await caller.until(`['prejoin', 'left'].includes(call?.state)`, `${name} can join`);
      id = await caller.run(`(call.name = ${JSON.stringify(name)}, await call.join(), call.self.id)`);
    },
    run: (expression) => page.evaluate(script(expression)),
    until: (expression, what) => untilInPage(page, script(expression), what),
    told: (type) => caller.run(`window.told.filter((one) => one.type === '${type}').map(({ detail }) => detail)`),
  };
  return caller;
}
