import { html, type TemplateResult } from 'lit';
import type { Panel } from '../../core/call-state.js';
import { chatParts, exported, panelParts, peopleParts, settingsParts } from '../shared/parts.js';

/** How a panel comes: an element in a file of its own, loaded when it is opened for the first time. */
interface PanelSource {
  readonly load: () => Promise<unknown>;
  readonly render: () => TemplateResult;
}

/** Every panel that there is, by its name. */
const sources: Readonly<Partial<Record<Panel, PanelSource>>> = {
  people: {
    load: () => import('../p2p-people/define.js'),
    render: () => html`<p2p-people exportparts=${exported(peopleParts)}></p2p-people>`,
  },
  settings: {
    load: () => import('../p2p-settings/define.js'),
    render: () => html`<p2p-settings exportparts=${exported(settingsParts)}></p2p-settings>`,
  },
  chat: {
    load: () => import('../p2p-chat/define.js'),
    render: () => html`<p2p-chat exportparts=${exported(chatParts)}></p2p-chat>`,
  },
  shortcuts: {
    load: () => import('../p2p-shortcuts/define.js'),
    render: () => html`<p2p-shortcuts exportparts=${exported(panelParts)}></p2p-shortcuts>`,
  },
};

/** Whether there is such a panel; a request may name anything. */
export function isPanel(name: unknown): name is Panel {
  return typeof name === 'string' && Object.hasOwn(sources, name);
}

/** Has the file of a panel come ahead of its opening. Resolves when the element is defined; rejects where it cannot be had. */
export async function loadPanel(name: Panel): Promise<void> {
  await sources[name]?.load();
}

/** The element of a panel. Not defined yet, it is empty for as long as its file takes. */
export function renderPanel(name: Panel): TemplateResult {
  return sources[name]?.render() ?? html``;
}
