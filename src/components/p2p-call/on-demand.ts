/** What is around the pictures. */
export const loadInCall = () => import('./in-call.js');
const devices = (): Promise<unknown> => import('../p2p-devices/define.js');

/** Every element that comes in a file of its own, and how it comes. */
const sources: Readonly<Record<string, () => Promise<unknown>>> = {
  'p2p-status': loadInCall,
  'p2p-controls': loadInCall,
  'p2p-screen-button': loadInCall,
  'p2p-hand-button': loadInCall,
  'p2p-reaction-button': loadInCall,
  'p2p-chat-button': loadInCall,
  'p2p-people-button': loadInCall,
  'p2p-settings-button': loadInCall,
  'p2p-pip-button': loadInCall,
  'p2p-fullscreen-button': loadInCall,
  'p2p-invite-button': loadInCall,

  'p2p-devices': devices,
  'p2p-device-select': devices,
  'p2p-level-meter': devices,
  'p2p-chat': () => import('../p2p-chat/define.js'),
  'p2p-check': () => import('../p2p-check/define.js'),
  'p2p-link-detail': () => import('../p2p-link-detail/define.js'),
  'p2p-people': () => import('../p2p-people/define.js'),
  'p2p-permission-help': () => import('../p2p-permission-help/define.js'),
  'p2p-reaction-picker': () => import('../p2p-reaction-picker/define.js'),
  'p2p-reactions': () => import('../p2p-reactions/define.js'),
  'p2p-settings': () => import('../p2p-settings/define.js'),
  'p2p-shortcuts': () => import('../p2p-shortcuts/define.js'),
  'p2p-tile-menu': () => import('../p2p-tile-menu/define.js'),
};

const selector = Object.keys(sources)
  .map((tag) => `${tag}:not(:defined)`)
  .join();

/** Has the file of an element come. Resolves when the element is defined; rejects where the file cannot be had. */
export async function loadElement(tag: string): Promise<true> {
  if (!customElements.get(tag)) await sources[tag]?.();
  return true;
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
