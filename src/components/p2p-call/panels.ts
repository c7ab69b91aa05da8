import { html, type LitElement, type TemplateResult } from 'lit';
import type { Panel } from '../../core/state/view.js';
import { chatParts, exported, panelParts, peopleParts, settingsParts } from '../shared/parts.js';

/** Every panel that there is, by its name: an element in a file of its own, `p2p-` before the name. */
const panels: Readonly<Partial<Record<Panel, () => TemplateResult>>> = {
  people: () => html`<p2p-people exportparts=${exported(peopleParts)}></p2p-people>`,
  settings: () => html`<p2p-settings exportparts=${exported(settingsParts)}></p2p-settings>`,
  chat: () => html`<p2p-chat exportparts=${exported(chatParts)}></p2p-chat>`,
  shortcuts: () => html`<p2p-shortcuts exportparts=${exported(panelParts)}></p2p-shortcuts>`,
};

/** Whether there is such a panel; a request may name anything. */
export function isPanel(name: unknown): name is Panel {
  return typeof name === 'string' && Object.hasOwn(panels, name);
}

/** The panel of that name that the page has put into the call, or elsewhere for it, and that is to be seen. */
export function panelOfPage(call: HTMLElement, name: Panel): LitElement | undefined {
  const tag = `p2p-${name}`;
  const around = call.getRootNode() as Document | ShadowRoot;
  const elsewhere = call.id ? around.querySelectorAll<LitElement>(`${tag}[for="${CSS.escape(call.id)}"]`) : [];
  return [...call.querySelectorAll<LitElement>(tag), ...elsewhere].find((panel) => panel.checkVisibility());
}

/** The element of a panel. Not defined yet, it is empty for as long as its file takes. */
export function renderPanel(name: Panel): TemplateResult {
  return panels[name]?.() ?? html``;
}
