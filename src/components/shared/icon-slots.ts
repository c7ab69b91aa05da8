import { html, type TemplateResult } from 'lit';
import { controls } from './controls.js';
import { icon, type IconName } from './icons.js';

/** The icons that a page can replace through a slot `icon-…`: those of the controls, and the one of their menu. */
export function replaceableIcons(): readonly IconName[] {
  return [...controls.flatMap(({ icons }) => icons), 'more'];
}

/** A slot for an icon of the page. Rendered inside another element, the slot is passed on under the same name. */
export function iconSlot(name: IconName): TemplateResult {
  const slot = `icon-${name}`;
  return html`<slot name=${slot} slot=${slot}>${icon(name)}</slot>`;
}

/** Slots for several icons, for an element that passes them on to elements inside. The outermost fallback is shown. */
export function iconSlots(names: readonly IconName[] = replaceableIcons()): TemplateResult[] {
  return names.map(iconSlot);
}
