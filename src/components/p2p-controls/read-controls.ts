import { findControl } from '../shared/controls.js';

/** The controls that a page names, and the names that no control has. */
export interface NamedControls {
  /** In the order of the page; undefined if the page names none, which means all. */
  readonly names: readonly string[] | undefined;
  readonly unknown: readonly string[];
}

/** Reads the attribute `controls`, or the value that a page set as the property. */
export function readControls(text: string | undefined): NamedControls {
  const named = [...new Set(String(text ?? '').match(/[^\s,]+/gu))];
  const names = named.filter((name) => findControl(name));
  return { names: names.length > 0 ? names : undefined, unknown: named.filter((name) => !names.includes(name)) };
}
