import { html, type TemplateResult } from 'lit';
import { iconSlots } from '../shared/icon-slots.js';
import { exported, stageParts } from '../shared/parts.js';
import type { P2PStage } from '../p2p-stage/p2p-stage.js';

/** The slots that are passed on, beside those for icons. */
const slots = ['prejoin', 'header', 'controls', 'empty', 'left'] as const;

/** The interface inside an element that holds a call: that element's slots and parts are those of the interface. */
export function renderStage({
  layout,
  controls,
  hotkeys,
}: Pick<P2PStage, 'layout' | 'controls' | 'hotkeys'>): TemplateResult {
  return html`<p2p-stage .layout=${layout} .controls=${controls} .hotkeys=${hotkeys} exportparts=${exported(stageParts)}
    >${iconSlots()}${slots.map((name) => html`<slot name=${name} slot=${name}></slot>`)}<slot></slot
  ></p2p-stage>`;
}
