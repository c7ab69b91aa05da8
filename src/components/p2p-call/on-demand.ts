import { CallError } from '../../core/call-error.js';
import type { Fact } from '../../core/fact.js';

/** What is around the pictures. */
export const loadInCall = () => import('./in-call.js');

/** Every element in a file of its own that a page may write, without `p2p-`, and how it comes. */
const sources: Readonly<Record<string, () => Promise<unknown>>> = {
  ...withOne(
    'status controls screen-button hand-button reaction-button chat-button people-button settings-button pip-button fullscreen-button invite-button',
    loadInCall,
  ),
  ...withOne('devices device-select level-meter', () => import('../p2p-devices/define.js')),
  chat: () => import('../p2p-chat/define.js'),
  check: () => import('../p2p-check/define.js'),
  'link-detail': () => import('../p2p-link-detail/define.js'),
  people: () => import('../p2p-people/define.js'),
  'permission-help': () => import('../p2p-permission-help/define.js'),
  'reaction-picker': () => import('../p2p-reaction-picker/define.js'),
  reactions: () => import('../p2p-reactions/define.js'),
  settings: () => import('../p2p-settings/define.js'),
  shortcuts: () => import('../p2p-shortcuts/define.js'),
};

/** Elements that come together. */
function withOne<T>(names: string, source: T): Record<string, T> {
  return Object.fromEntries(names.split(' ').map((name) => [name, source]));
}

const selector = Object.keys(sources)
  .map((name) => `p2p-${name}:not(:defined)`)
  .join();

/** Has the file of an element come. Resolves when the element is defined; rejects where the file cannot be had. */
export async function loadElement(tag: string): Promise<true> {
  if (!customElements.get(tag)) await sources[tag.slice(4)]?.();
  return true;
}

/** What a file holds; undefined where it cannot be had, which is told, and the call goes on. */
export async function loadOrTell<T>(
  subject: string,
  load: () => Promise<T>,
  report: (fact: Fact) => void,
): Promise<T | undefined> {
  try {
    const loaded = await load();
    report({ type: 'file-arrived', subject });
    return loaded;
  } catch (cause) {
    const error = new CallError('file-missing', 'A part of the call cannot be loaded.', { cause, subject });
    report({ type: 'file-missing', subject, error });
    return undefined;
  }
}

/** The tags below `root` that wait for their file. */
function waitingIn(root: ParentNode): Set<string> {
  return new Set([...root.querySelectorAll(selector)].map(({ localName }) => localName));
}

const lookout = globalThis.MutationObserver && new MutationObserver(lookAtNew);

/**
 * Has the files come of the elements that a page puts below `root`, those that are there and those that come later, so that
 * it may use any of them with nothing but the script.
 */
export function watchFor(root: ParentNode & Node): void {
  lookout?.observe(root, { childList: true, subtree: true });
  load(waitingIn(root));
}

function lookAtNew(changes: readonly MutationRecord[]): void {
  for (const { addedNodes } of changes) {
    for (const node of addedNodes) {
      if (!(node instanceof Element)) continue;
      const tags = waitingIn(node);
      if (node.matches(selector)) tags.add(node.localName);
      load(tags);
    }
  }
}

/** An element whose file cannot be had stays empty until the next one of its kind. */
function load(tags: Iterable<string>): void {
  for (const tag of tags) void loadElement(tag).catch(() => undefined);
}
