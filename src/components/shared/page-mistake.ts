import { ownerOf } from './owner-of.js';

/** The values of an attribute that is a switch. */
export const onOff = ['on', 'off'] as const;

const reported = new WeakMap<Element, Set<string>>();

/**
 * Warns the author of the page, in the console, about an invalid value of an attribute; once for each element and attribute. If the
 * element belongs to the built-in interface, the attribute is one of the call. The caller decides which value applies instead.
 */
export function tellMistake(element: Element, attribute: string, fault: string): void {
  // An element that was just removed from the interface has no owner any more.
  if (!element.isConnected) return;
  const owner = ownerOf(element);
  const attributes = reported.get(owner) ?? new Set();
  if (attributes.has(attribute)) return;
  reported.set(owner, attributes.add(attribute));
  // oxlint-disable-next-line no-console -- the page's author has no other way to see it
  console.warn(`${owner.localName}: ${fault}`, owner);
}

/** The value of an attribute, if it is one of `choices`, else the first choice. Warns about an invalid value. */
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
