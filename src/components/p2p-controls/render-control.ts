import type { nothing, TemplateResult } from 'lit';
import { html, unsafeStatic } from 'lit/static-html.js';
import type { Control } from '../shared/controls.js';
import { iconSlots } from '../shared/icon-slots.js';
import { buttonParts, exported } from '../shared/parts.js';

const parts = exported(['menu', ...buttonParts]);

/**
 * The element of a control.
 *
 * @param id - the id of the call, if the toolbar stands outside of it
 * @param isRow - whether the control is a row of the menu
 */
export function renderControl(
  { name, tag, icons }: Control,
  id: string | typeof nothing,
  isRow: boolean,
): TemplateResult {
  const element = unsafeStatic(tag);
  return html`<${element} data-name=${name} for=${id} ?row=${isRow} exportparts=${parts}>${iconSlots(icons)}</${element}>`;
}
