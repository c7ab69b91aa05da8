import { html, type TemplateResult } from 'lit';
import { controls } from './controls.js';
import { icon, type IconName } from './icons.js';

/** The icons that a page can replace through a slot of the name `icon-…`: those of the controls, and that of their menu. */
export function replaceableIcons(): readonly IconName[] {
  return [...controls.flatMap(({ icons }) => icons), 'more'];
}

/** A slot for an icon of its own, passed on under the same name where it is rendered inside another element. */
export function iconSlot(name: IconName): TemplateResult {
  const slot = `icon-${name}`;
  return html`<slot name=${slot} slot=${slot}>${icon(name)}</slot>`;
}

/** Several of them, for an element that passes them on to those inside it: the outermost fallback is what shows. */
export function iconSlots(names: readonly IconName[] = replaceableIcons()): TemplateResult[] {
  return names.map(iconSlot);
}
