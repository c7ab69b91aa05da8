import { findControl } from '../shared/controls.js';

/** What a page says of controls: the names that it gives, and which of them are none. */
export interface NamedControls {
  /** In the order of the page; undefined where it names none, and so all are meant. */
  readonly names: readonly string[] | undefined;
  readonly unknown: readonly string[];
}

/** Reads the attribute `controls`, or what a page has set as the property. */
export function readControls(text: string | undefined): NamedControls {
  const named = [...new Set(String(text ?? '').match(/[^\s,]+/gu))];
  const names = named.filter((name) => findControl(name));
  return { names: names.length > 0 ? names : undefined, unknown: named.filter((name) => !names.includes(name)) };
}
