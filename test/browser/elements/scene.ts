import '../../../src/components/p2p-call/define.js';
import '../../../src/components/p2p-chat/define.js';
import '../../../src/components/p2p-reactions/define.js';
import '../../../src/components/p2p-stage/around.js';
import type { P2PGrid } from '../../../src/components/p2p-grid/p2p-grid.js';
import type { P2PVideoTile } from '../../../src/components/p2p-video-tile/p2p-video-tile.js';
import { define } from '../../../src/components/shared/define.js';
import { CallError, type OccurringErrorCode } from '../../../src/core/call-error.js';
import type { Fact } from '../../../src/core/fact.js';
import { aMessage, aQuietPresence, presenceOf, written } from '../../fakes/builders.js';
import { FakeCall, FakeWatcher } from '../../fakes/fake-call.js';
import { joinedFacts, prejoinFacts } from '../../fakes/fake-call-view.js';

define({ 'fake-call': FakeCall, 'fake-watcher': FakeWatcher });

const shown = new Set<Element>();
const drawing = new Set<ReturnType<typeof setInterval>>();

/** Puts an element on the page until `clearStage`. */
export function show<T extends Element>(element: T): T {
  document.body.append(element);
  shown.add(element);
  return element;
}

/** A call of 800 × 600 pixels with the given facts; resolves after the first frame, before which the tiles are placed. */
export async function showCall(
  facts: readonly Fact[] = [],
  attributes: Record<string, string> = {},
): Promise<FakeCall> {
  const call = document.createElement('fake-call');
  for (const [name, value] of Object.entries(attributes)) call.setAttribute(name, value);
  call.style.width = '800px';
  call.style.height = '600px';
  call.view.tell(...facts);
  show(call);
  await settled(call);
  await drawn();
  await settled(call);
  return call;
}

/** Resolves after two frames; the second one shows the tiles. */
async function drawn(): Promise<void> {
  for (let frame = 0; frame < 3; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
}

export function clearStage(): void {
  for (const element of shown) element.remove();
  for (const timer of drawing) clearInterval(timer);
  shown.clear();
  drawing.clear();
  document.documentElement.lang = 'en';
  document.documentElement.removeAttribute('dir');
}

/** A live picture of 320 × 180 pixels that changes all the time. */
export function movingPicture(): MediaStream {
  const canvas = document.createElement('canvas');
  canvas.width = 320;
  canvas.height = 180;
  const pen = canvas.getContext('2d')!;
  let hue = 0;
  const draw = (): void => {
    pen.fillStyle = `hsl(${(hue += 20)} 80% 50%)`;
    pen.fillRect(0, 0, canvas.width, canvas.height);
  };
  draw();
  drawing.add(setInterval(draw, 50));
  return canvas.captureStream(20);
}

/** Resolves once an element and all elements of ours inside it have nothing left to render. */
export async function settled(root: Element): Promise<void> {
  for (const element of [root, ...deep(root)]) {
    await (element as Element & { updateComplete?: Promise<unknown> }).updateComplete;
  }
  // Elements that the last update has added.
  const late = [...deep(root)].filter((one) => (one as Element & { isUpdatePending?: boolean }).isUpdatePending);
  if (late.length > 0) await settled(root);
}

/** Resolves once nothing fades or glides any more; spinners never end. */
export async function stilled(): Promise<void> {
  // A new element must be laid out before its transitions start.
  for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  // `getAnimations()` of a tree does not include shadow trees inside (Web Animations section 6.7).
  const trees = [document, ...[...deep(document.body)].flatMap(({ shadowRoot }) => shadowRoot ?? [])];
  const running = trees.flatMap((tree) => tree.getAnimations());
  const ending = running.filter((one) => one.effect?.getComputedTiming().iterations !== Infinity);
  await Promise.allSettled(ending.map((one) => one.finished));
}

/** Every element below, through open shadow roots. */
export function* deep(root: Element | ShadowRoot): Generator<Element> {
  const trees = root instanceof Element && root.shadowRoot ? [root.shadowRoot, root] : [root];
  for (const tree of trees) {
    for (const child of tree.children) {
      yield child;
      yield* deep(child);
    }
  }
}

/** The first element below that matches, through open shadow roots. */
export function find<T extends Element = HTMLElement>(root: Element, selector: string): T | undefined {
  for (const element of deep(root)) if (element.matches(selector)) return element as T;
  return undefined;
}

export function findAll<T extends Element = HTMLElement>(root: Element, selector: string): T[] {
  return [...deep(root)].filter((element): element is T => element.matches(selector));
}

export function tilesOf(call: Element): P2PVideoTile[] {
  return findAll<P2PVideoTile>(find<P2PGrid>(call, 'p2p-grid')!, 'p2p-video-tile');
}

export function wrong(code: OccurringErrorCode, options: { fatal?: boolean; subject?: string } = {}): CallError {
  return new CallError(code, code, options);
}

/** Messages of every kind, from a call of `self` with Grace. */
export function chatFacts(): Fact[] {
  const lines: [from: string, text: string, to?: string, pending?: boolean][] = [
    ['Grace', 'Good morning! The plan is at https://example.com/plan?week=47 (second page).'],
    ['Grace', 'Two things for today:\n– the layout\n– who writes to whom'],
    ['self', 'Thanks, I have it.'],
    ['gone', 'I have to leave, see you tomorrow 👋'],
    ['Grace', 'Can you stay a minute longer?', 'self'],
    ['self', 'Sure', 'Grace'],
    ['self', 'Nobody hears this yet', undefined, true],
    ['self', 'Are you there?', 'gone', true],
  ];
  const messages = lines.map(([from, text, to, pending = false], index) => {
    const name = from === 'gone' ? 'Katherine' : from;
    return aMessage({ seq: index + 1, from, name, text, to, pending, sentAt: Date.UTC(2026, 0, 5, 9, 30 + 2 * index) });
  });
  return [written(...messages)];
}

/** A call in every state that people can meet, by name. */
export const scenes: Readonly<Record<string, readonly Fact[]>> = {
  idle: [],
  'pre-join': prejoinFacts(),
  'pre-join without camera': [
    ...prejoinFacts(''),
    { type: 'source-changed', source: 'camera', state: 'off', by: 'user' },
    { type: 'source-changed', source: 'microphone', state: 'off', by: 'user' },
  ],
  'pre-join with devices refused': [
    ...prejoinFacts(),
    {
      type: 'source-changed',
      source: 'camera',
      state: 'blocked',
      by: 'system',
      problem: wrong('camera-denied', { subject: 'camera' }),
    },
    {
      type: 'source-changed',
      source: 'microphone',
      state: 'missing',
      by: 'system',
      problem: wrong('device-missing', { subject: 'microphone' }),
    },
  ],
  joining: [...prejoinFacts(), { type: 'join-started' }, { type: 'join-slow' }],
  'joining an absent server': [
    ...prejoinFacts(),
    { type: 'join-started' },
    { type: 'join-slow' },
    { type: 'went-wrong', error: wrong('server-unreachable') },
  ],
  alone: joinedFacts(),
  'with one other': joinedFacts(['Grace']),
  'with seven others': [
    ...joinedFacts(['Grace', 'Katherine', 'Annie', 'Dorothy', 'Mary', 'Ji', 'Bo']),
    presenceOf('Grace', aQuietPresence()),
    { type: 'link-changed', id: 'Ji', link: 'reconnecting', path: undefined },
    { type: 'link-changed', id: 'Bo', link: 'failed', path: undefined },
    { type: 'link-changed', id: 'Mary', link: 'connecting', path: undefined },
  ],
  'with a shared screen and a hand': [
    ...joinedFacts(['Grace', 'Ji']),
    presenceOf('Grace', aQuietPresence({ screen: 'on', handAt: 1 })),
  ],
  'with someone pinned and the self hidden': [
    ...joinedFacts(['Grace', 'Ji']),
    { type: 'viewing-changed', changes: { pins: ['Ji'], selfHidden: true } },
  ],
  'with several pages': joinedFacts(Array.from({ length: 40 }, (_, index) => `Guest ${index}`)),
  'in a window of its own': [...joinedFacts(['Grace']), { type: 'viewing-changed', changes: { pip: true } }],
  'in a call with trouble': [
    ...joinedFacts(['Grace']),
    { type: 'went-wrong', error: wrong('mic-denied') },
    { type: 'source-changed', source: 'microphone', state: 'blocked', by: 'system' },
    { type: 'playback-changed', blocked: true },
  ],
  reconnecting: [...joinedFacts(['Grace']), { type: 'line-changed', alive: false }],
  'in a call with an empty chat': [...joinedFacts(['Grace']), { type: 'panel-changed', panel: 'chat' }],
  'in a call with a chat': [...joinedFacts(['Grace', 'Ji']), ...chatFacts(), { type: 'panel-changed', panel: 'chat' }],
  left: [...joinedFacts(), { type: 'left', reason: 'left' }],
  removed: [...joinedFacts(), { type: 'left', reason: 'removed' }],
  full: [...prejoinFacts(), { type: 'failed', error: wrong('room-full', { fatal: true }), reason: 'full' }],
  insecure: [
    ...prejoinFacts(),
    { type: 'failed', error: wrong('insecure-context', { fatal: true }), reason: undefined },
  ],
};
