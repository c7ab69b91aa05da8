import { keepConnections, type Page, untilInPage } from './in-page.js';

/** An event of the call, with its detail as JSON. */
export interface CallEvent {
  readonly type: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** The part of a page that both drivers have in common. */
export interface DrivenPage {
  evaluate(script: string): Promise<unknown>;
  goto(url: string): Promise<unknown>;
  readonly mouse: { click(x: number, y: number): Promise<unknown> };
  readonly keyboard: {
    press(key: string): Promise<unknown>;
    down(key: string): Promise<unknown>;
    up(key: string): Promise<unknown>;
    type(text: string): Promise<unknown>;
  };
}

/**
 * Records the events of the call in `window.callEvents`; the elements that play the others in `window.sinks`, because they are not in
 * the document; the wake locks in `window.locks`; and saved files in `window.saved`, instead of on the disk.
 */
const keepWatch = `(() => {
  window.callEvents = [];
  for (const type of [
    'data', 'hand-change', 'left', 'message', 'microphone-change', 'participant-changed', 'reaction', 'screen-change',
  ]) {
    document.addEventListener('p2p-' + type, (event) => {
      window.callEvents.push({ type, detail: JSON.parse(JSON.stringify(event.detail)) });
    });
  }
  window.sinks = [];
  const create = Document.prototype.createElement;
  Document.prototype.createElement = function (...args) {
    const element = create.apply(this, args);
    if (element.localName === 'audio') window.sinks.push(element);
    return element;
  };
  window.locks = [];
  const request = window.WakeLock?.prototype.request;
  if (request) {
    WakeLock.prototype.request = async function (...args) {
      const lock = await request.apply(this, args);
      window.locks.push(lock);
      return lock;
    };
  }
  window.saved = [];
  const blobs = new Map();
  const createUrl = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    const url = createUrl(blob);
    blobs.set(url, blob);
    return url;
  };
  const click = HTMLAnchorElement.prototype.click;
  HTMLAnchorElement.prototype.click = function () {
    if (this.download) window.saved.push({ name: this.download, blob: blobs.get(this.href) });
    else click.call(this);
  };
})()`;

/** Without a display Firefox has no screen to share, so the page draws one. Chromium has a fake one that moves. */
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

/** Scripts that run before those of the page. */
export const scripts = { chromium: [keepConnections, keepWatch], firefox: [keepConnections, keepWatch, drawScreen] };

/** The helpers that expressions can use; see `Caller.run`. */
const helpers = `
  const call = document.querySelector('p2p-call');
  const connections = () => window.connections.filter((one) => one.signalingState !== 'closed');
  const other = (id) => call.participants?.find((one) => one.id === id);
  const stage = () => call.shadowRoot?.querySelector('p2p-stage')?.shadowRoot;
  const grid = () => call.querySelector('p2p-grid') ?? stage()?.querySelector('p2p-grid');
  const tiles = (inGrid = grid()) => [...(inGrid?.shadowRoot?.querySelectorAll('p2p-video-tile') ?? [])];
  const tile = (id, source = 'camera') => tiles().find((one) => one.participant === id && one.source === source);
  const inTile = (id, selector, source) => tile(id, source)?.shadowRoot?.querySelector(selector);
  const hasPicture = (id) => !!inTile(id, '.tile.picture');
  /** What stands in for the picture of a participant who has none. */
  const initials = (id) => !hasPicture(id) && (inTile(id, '.avatar')?.textContent.trim() ?? '');
  const isLarge = (id, source) => !!tile(id, source)?.parentElement.classList.contains('featured');
  const received = async (id, source, kind, figure) => {
    const track = call.streamOf(id, source)?.getTracks().find((one) => one.kind === kind);
    const receivers = connections().flatMap((one) => one.getReceivers());
    const report = await receivers.find((one) => track && one.track === track)?.getStats();
    return [...(report?.values() ?? [])].find((one) => one.type === 'inbound-rtp')?.[figure] ?? 0;
  };
  const frames = (id, source = 'camera') => received(id, source, 'video', 'framesDecoded');
  const sound = (id) => received(id, 'microphone', 'audio', 'totalAudioEnergy');
  function* deep(root) {
    for (const element of root.querySelectorAll('*')) {
      yield element;
      if (element.shadowRoot) yield* deep(element.shadowRoot);
    }
  }
  const isSeen = (element) => element.checkVisibility({ visibilityProperty: true });
  const plain = (text) => text.replace(/\\s+/gu, ' ').trim();
  /** The visible elements that match a selector, across shadow trees. */
  const seen = (selector) => [...deep(document)].filter((one) => one.matches(selector) && isSeen(one));
  const labelOf = (label) => {
    const copy = label.cloneNode(true);
    for (const control of copy.querySelectorAll('input, select, small')) control.remove();
    return copy.textContent;
  };
  const nameOf = (one) =>
    plain(one.getAttribute('aria-label') ?? (one.labels?.[0] ? labelOf(one.labels[0]) : one.textContent));
  /** The visible control with this accessible name. */
  const named = (name, selector = 'button, input, textarea, a[href], [role="button"]') =>
    seen(selector).find((one) => nameOf(one) === name);
  const list = (name) => named(name, 'select');
  const middleOf = (control) => {
    const { x, y, width, height } = control.getBoundingClientRect();
    return [x + width / 2, y + height / 2];
  };
  /** Whether a click at a control hits it, or something drawn inside it, across shadow trees. */
  const isHit = (control, at) => {
    let hit = document.elementFromPoint(...at);
    for (let inner; (inner = hit?.shadowRoot?.elementFromPoint(...at)) && inner !== hit; ) hit = inner;
    while (hit && hit !== control) hit = hit.assignedSlot ?? hit.parentElement ?? hit.getRootNode().host;
    return !!hit;
  };
  const focused = () => {
    let one = document.activeElement;
    while (one?.shadowRoot?.activeElement) one = one.shadowRoot.activeElement;
    return one;
  };
  /** Whether a text can be read on the page. */
  const reads = (text) =>
    [...deep(document)].some(
      (one) => [...one.childNodes].some(({ nodeType }) => nodeType === 3) && plain(one.textContent).includes(text) && isSeen(one) && !one.closest('.unseen'),
    );
  /** The last announcement to screen readers. */
  const announced = () => plain([...deep(document)].find((one) => one.matches('p2p-status'))?.shadowRoot.querySelector('[role="status"]').textContent ?? '');
`;

/** One browser in the call. */
export interface Caller {
  readonly page: Page;
  /** The id that the others see, since the last joining. */
  readonly id: string;
  /** Opens a page of the site. */
  opens(url: string): Promise<void>;
  /** Joins through the method, and reads the id. */
  joins(name: string): Promise<void>;
  /** Reads the id after joining in another way. */
  isIn(): Promise<void>;
  /** Clicks in the middle of the control with this accessible name, once nothing covers it. */
  presses(name: string): Promise<void>;
  /** Gives the page another size, in CSS pixels. */
  resizes(width: number, height: number): Promise<void>;
  /** Presses keys, one after another. */
  strikes(...keys: readonly string[]): Promise<void>;
  types(text: string): Promise<void>;
  /** Holds a key down until `meanwhile` is over. */
  holds(key: string, meanwhile: () => Promise<void>): Promise<void>;
  /** Runs an expression with `call` and the other helpers. */
  run<T>(expression: string): Promise<T>;
  /** Waits until an expression is truthy. It must not be an element, which arrives as an empty value here. */
  until<T>(expression: string, what: string): Promise<T>;
  /** The details of all events of one type, the oldest first. */
  eventsOf(type: string): Promise<readonly CallEvent['detail'][]>;
}

export function createCaller(page: DrivenPage, resizes: Caller['resizes']): Caller {
  const script = (expression: string): string => `(async () => { ${helpers} return (${expression}); })()`;
  const evaluated: Page = { evaluate: <T>(text: string) => page.evaluate(text) as Promise<T> };
  let id = '';
  const caller: Caller = {
    page: evaluated,
    get id() {
      return id;
    },
    opens: async (url) => {
      await page.goto(url);
    },
    resizes,
    async joins(name) {
      await caller.until(`['prejoin', 'left'].includes(call?.state)`, `${name} can join`);
      await caller.run(`(call.name = ${JSON.stringify(name)}, await call.join())`);
      await caller.isIn();
    },
    async isIn() {
      id = await caller.until<string>(`call.state === 'joined' && call.self.id`, 'it is in the call');
    },
    async presses(name) {
      const middle = await caller.until<readonly [number, number]>(
        `(async () => {
          const control = named(${JSON.stringify(name)});
          if (!control || control.disabled) return false;
          control.scrollIntoView({ block: 'nearest', behavior: 'instant' });
          const before = middleOf(control);
          // What glides is not where it was.
          await new Promise((resolve) => setTimeout(resolve, 50));
          const at = middleOf(control);
          return before.join() === at.join() && isHit(control, at) && at;
        })()`,
        `“${name}” can be pressed`,
      );
      await page.mouse.click(...middle);
    },
    async strikes(...keys) {
      for (const key of keys) await page.keyboard.press(key);
    },
    async types(text) {
      await page.keyboard.type(text);
    },
    async holds(key, meanwhile) {
      await page.keyboard.down(key);
      try {
        await meanwhile();
      } finally {
        await page.keyboard.up(key);
      }
    },
    run: (expression) => evaluated.evaluate(script(expression)),
    until: (expression, what) => untilInPage(evaluated, script(expression), what),
    eventsOf: (type) =>
      caller.run(`window.callEvents.filter((one) => one.type === '${type}').map(({ detail }) => detail)`),
  };
  return caller;
}
