import { html, type nothing, type TemplateResult } from 'lit';
import type { Panel } from '../../core/state/view.js';
import { chatParts, exported, panelParts, peopleParts, settingsParts } from '../shared/parts.js';

/** The id of a call that stands elsewhere. */
type CallId = string | typeof nothing;

/** Every panel by its name. Its element has the same name after `p2p-`, and a file of its own. */
const panels: Readonly<Record<Panel, (id: CallId) => TemplateResult>> = {
  people: (id) => html`<p2p-people for=${id} exportparts=${exported(peopleParts)}></p2p-people>`,
  settings: (id) => html`<p2p-settings for=${id} exportparts=${exported(settingsParts)}></p2p-settings>`,
  chat: (id) => html`<p2p-chat for=${id} exportparts=${exported(chatParts)}></p2p-chat>`,
  shortcuts: (id) => html`<p2p-shortcuts for=${id} exportparts=${exported(panelParts)}></p2p-shortcuts>`,
};

/** Whether there is a panel of that name: a request of the page may name anything. */
export function isPanel(name: unknown): name is Panel {
  return typeof name === 'string' && Object.hasOwn(panels, name);
}

/** The element of a panel. It is empty until its file is here. */
export function renderPanel(name: Panel, id: CallId): TemplateResult {
  return panels[name](id);
}
