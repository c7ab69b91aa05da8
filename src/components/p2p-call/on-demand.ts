import { loadAround } from '../p2p-stage/load-around.js';
import { controls } from '../shared/controls.js';
import { lazy, type Lazy } from '../shared/lazy.js';

/** The elements that are in files of their own, loaded when somebody needs them. All others are in the main file. */
const files: Readonly<Record<string, Lazy<unknown>>> = {
  ...together(loadAround, ['p2p-controls', 'p2p-invite-button', 'p2p-status', ...controls.map(({ tag }) => tag)]),
  ...together(
    lazy('devices', () => import('../p2p-devices/define.js')),
    ['p2p-devices', 'p2p-device-select', 'p2p-level-meter'],
  ),
  'p2p-chat': lazy('chat', () => import('../p2p-chat/define.js')),
  'p2p-check': lazy('check', () => import('../p2p-check/define.js')),
  'p2p-link-detail': lazy('link-detail', () => import('../p2p-link-detail/define.js')),
  'p2p-people': lazy('people', () => import('../p2p-people/define.js')),
  'p2p-permission-help': lazy('permission-help', () => import('../p2p-permission-help/define.js')),
  'p2p-reaction-picker': lazy('reaction-picker', () => import('../p2p-reaction-picker/define.js')),
  'p2p-reactions': lazy('reactions', () => import('../p2p-reactions/define.js')),
  'p2p-settings': lazy('settings', () => import('../p2p-settings/define.js')),
  'p2p-shortcuts': lazy('shortcuts', () => import('../p2p-shortcuts/define.js')),
};

/** Several elements in one file. */
function together(file: Lazy<unknown>, tags: readonly string[]): Record<string, Lazy<unknown>> {
  return Object.fromEntries(tags.map((tag) => [tag, file]));
}

const selector = Object.keys(files)
  .map((tag) => `${tag}:not(:defined)`)
  .join();

/** Loads the file of an element. True when the element is defined; false if the file cannot be had, which is told at `asker`. */
export async function loadElement(tag: string, asker: EventTarget): Promise<boolean> {
  if (!customElements.get(tag)) await files[tag]?.(asker);
  return !!customElements.get(tag);
}

const lookout = globalThis.MutationObserver && new MutationObserver(lookAtNew);

/**
 * Loads the files of the elements that a page puts below `root`, now or later, so that a page may use any of them with nothing but
 * the script.
 */
export function watchFor(root: ParentNode & Node): void {
  lookout?.observe(root, { childList: true, subtree: true });
  loadBelow(root);
}

function lookAtNew(changes: readonly MutationRecord[]): void {
  for (const { addedNodes } of changes) {
    for (const node of addedNodes) {
      if (!(node instanceof Element)) continue;
      if (node.matches(selector)) void loadElement(node.localName, node);
      loadBelow(node);
    }
  }
}

/** An element whose file cannot be had stays empty until the page adds another one of its kind. */
function loadBelow(root: ParentNode): void {
  for (const element of root.querySelectorAll(selector)) void loadElement(element.localName, element);
}
