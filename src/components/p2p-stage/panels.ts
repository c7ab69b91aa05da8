import { html, type nothing, type TemplateResult } from 'lit';
import type { Panel } from '../../core/state/view.js';
import { chatParts, exported, panelParts, peopleParts, settingsParts } from '../shared/parts.js';

/** The id of a call elsewhere on the page. */
type CallId = string | typeof nothing;

/** Every panel by its name. Its element has the same name after `p2p-`, and a file of its own. */
const panels: Readonly<Record<Panel, (id: CallId) => TemplateResult>> = {
  people: (id) => html`<p2p-people for=${id} exportparts=${exported(peopleParts)}></p2p-people>`,
  settings: (id) => html`<p2p-settings for=${id} exportparts=${exported(settingsParts)}></p2p-settings>`,
  chat: (id) => html`<p2p-chat for=${id} exportparts=${exported(chatParts)}></p2p-chat>`,
  shortcuts: (id) => html`<p2p-shortcuts for=${id} exportparts=${exported(panelParts)}></p2p-shortcuts>`,
};

/** Whether a panel with this name exists; a request of the page may contain any name. */
export function isPanel(name: unknown): name is Panel {
  return typeof name === 'string' && Object.hasOwn(panels, name);
}

/** The element of a panel, which is empty until its file is loaded. */
export function renderPanel(name: Panel, id: CallId): TemplateResult {
  return panels[name](id);
}
