import { html, type TemplateResult } from 'lit';
import { icon, type IconName } from './icons.js';

/** The icons that a page can replace through a slot of the name `icon-…`. */
const replaceable: readonly IconName[] = [
  'mic-on',
  'mic-off',
  'camera-on',
  'camera-off',
  'screen',
  'hand',
  'reactions',
  'chat',
  'people',
  'settings',
  'pip',
  'fullscreen-on',
  'fullscreen-off',
  'more',
  'leave',
];

/** A slot for an icon of its own, passed on under the same name where it is rendered inside another element. */
export function iconSlot(name: IconName): TemplateResult {
  const slot = `icon-${name}`;
  return html`<slot name=${slot} slot=${slot}>${icon(name)}</slot>`;
}

/** All of them, for an element that passes them on to those inside it: the outermost fallback is what shows. */
export function iconSlots(names: readonly IconName[] = replaceable): TemplateResult[] {
  return names.map(iconSlot);
}
