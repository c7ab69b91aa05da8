import { isCallHolder } from './call-context.js';

/** The call whose built-in interface an element belongs to; the element itself if there is none. */
export function ownerOf<T extends Element>(element: T): T | HTMLElement {
  for (let root = element.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode()) {
    if (isCallHolder(root.host)) return root.host;
  }
  return element;
}
