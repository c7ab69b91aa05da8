import { isCallHolder } from './call-context.js';

/** The choices of an attribute that switches something. */
export const onOff = ['on', 'off'] as const;

const told = new WeakMap<Element, Set<string>>();

/**
 * Tells whoever writes the page, in the console, that what an attribute says is nonsense: once for each element and attribute.
 * For an element of the built-in interface it is the call that has the attribute. Throws nothing; what holds instead is up to
 * the caller.
 */
export function tellMistake(element: Element, attribute: string, fault: string): void {
  // A part of the interface that was just taken out has no owner any more.
  if (!element.isConnected) return;
  const root = element.getRootNode();
  const owner = root instanceof ShadowRoot && isCallHolder(root.host) ? root.host : element;
  const attributes = told.get(owner) ?? new Set();
  if (attributes.has(attribute)) return;
  told.set(owner, attributes.add(attribute));
  // oxlint-disable-next-line no-console -- the page's author has no other way to see it
  console.warn(`${owner.localName}: ${fault}`, owner);
}

/** One of the choices that an attribute has: what it says, or the first one where it is left out or, which is told, says nonsense. */
export function choiceOf<T extends string>(
  element: Element,
  attribute: string,
  value: unknown,
  choices: readonly [T, ...T[]],
): T {
  const choice = choices.find((one) => one === value);
  if (!choice && value !== undefined && value !== null) {
    tellMistake(element, attribute, `${attribute}="${String(value).slice(0, 40)}" is none of: ${choices.join(', ')}.`);
  }
  return choice ?? choices[0];
}
