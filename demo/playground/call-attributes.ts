import type { Attributes } from './attribute-form.js';
import { readStored, writeStored } from '../site/stored.js';

/** Kept while the tab is open, so that a reload changes nothing. The room is in the address, and a token is a secret. */
const storageKey = 'playground';
const notKept: ReadonlySet<string> = new Set(['room', 'token']);

/** What belongs to this page and not to the call. */
const ofThePage: ReadonlySet<string> = new Set(['id', 'class', 'style']);

/** The attributes that an element has, as they are written. */
export function attributesOf(element: Element): Attributes {
  return new Map(
    [...element.attributes].flatMap(({ name, value }) => (ofThePage.has(name) ? [] : [[name, value] as const])),
  );
}

/** Gives an element attributes, and takes away those that are to be absent. The others stay as they are. */
export function setAttributes(element: Element, attributes: Attributes): void {
  for (const [name, value] of attributes) {
    if (value === undefined) element.removeAttribute(name);
    else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }
}

/** Calls `changed` with the names of attributes that were changed: by this page, in the inspector, in the console. */
export function onAttributeChange(element: Element, changed: (names: readonly string[]) => void): void {
  new MutationObserver((records) => {
    changed(records.flatMap(({ attributeName }) => attributeName ?? []).filter((name) => !ofThePage.has(name)));
  }).observe(element, { attributes: true });
}

export function keepAttributes(attributes: Attributes): void {
  const kept = [...attributes].flatMap(([name, value]) =>
    value === undefined || notKept.has(name) ? [] : [[name, value]],
  );
  writeStored(() => sessionStorage, storageKey, new URLSearchParams(kept).toString());
}

export function keptAttributes(): Attributes {
  return new Map(new URLSearchParams(readStored(() => sessionStorage, storageKey)));
}
