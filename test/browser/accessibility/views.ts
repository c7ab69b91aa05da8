import '../../../src/components/p2p-check/define.js';
import '../../../src/components/p2p-devices/define.js';
import '../../../src/components/p2p-people/define.js';
import '../../../src/components/p2p-permission-help/define.js';
import '../../../src/components/p2p-reaction-picker/define.js';
import '../../../src/components/p2p-settings/define.js';
import '../../../src/components/p2p-shortcuts/define.js';
import '../../../src/components/p2p-tile-menu/define.js';
import type { Panel } from '../../../src/core/state/view.js';
import type { Fact } from '../../../src/core/fact.js';
import type { FakeCall } from '../../fakes/fake-call.js';
import { joinedFacts, member } from '../../fakes/fake-call-view.js';
import { find, findAll, scenes, settled, showCall, stilled, tilesOf } from '../elements/scene.js';
import { until } from '../support/until.js';

/** A view of a call: the facts that lead to it, and the presses after them. */
interface View {
  readonly facts: readonly Fact[];
  /** Opens something in the call. */
  readonly open?: (call: FakeCall) => Promise<void>;
}

const asHost: Fact = { type: 'member-seen', member: member('self', { name: 'Ada', role: 'host' }) };
const devices: Fact = {
  type: 'devices-changed',
  devices: (['microphone', 'camera', 'speaker'] as const).map((kind) => ({ kind, id: kind, label: kind })),
};
const panel = (name: Panel): Fact => ({ type: 'panel-changed', panel: name });

/** Every state of a call, and everything that people can open in one. */
export const views: Readonly<Record<string, View>> = {
  ...Object.fromEntries(Object.entries(scenes).map(([name, facts]) => [name, { facts }])),
  'people, one unfolded': {
    facts: [...joinedFacts(['Grace', 'Katherine']), asHost, panel('people')],
    open: (call) => press(call, '.more[aria-controls]'),
  },
  'a question before someone is removed': {
    facts: [...joinedFacts(['Grace']), asHost, panel('people')],
    open: async (call) => {
      await press(call, '.more[aria-controls]');
      await press(call, '[data-asks=p2p-remove-request]');
    },
  },
  'keyboard shortcuts': { facts: [...joinedFacts(['Grace']), panel('shortcuts')] },
  settings: { facts: [...joinedFacts(['Grace']), devices, panel('settings')] },
  'the check': {
    facts: [...joinedFacts(['Grace']), devices, panel('settings')],
    open: async (call) => {
      await press(find(call, 'p2p-settings')!, '.panel-body > .action');
      await until(() => find(call, 'p2p-check')?.shadowRoot?.querySelector('button'), 'the check');
    },
  },
  'notices over the pictures': {
    facts: [
      ...joinedFacts(['Grace']),
      { type: 'source-changed', source: 'microphone', state: 'off', by: 'user' },
      { type: 'microphone-judged', dead: false, talkingWhileMuted: true },
      { type: 'deafened-changed', deafened: true },
    ],
  },
  'the menu of a tile': {
    facts: joinedFacts(['Grace']),
    open: async (call) => {
      await press(tilesOf(call)[1]!, '.more');
      await until(() => focused()?.getRootNode() === find(call, 'p2p-tile-menu')?.shadowRoot, 'the menu');
    },
  },
  'the connection to a participant': {
    facts: joinedFacts(['Grace']),
    open: async (call) => {
      await press(tilesOf(call)[1]!, '.more');
      await until(() => focused()?.getRootNode() === find(call, 'p2p-tile-menu')?.shadowRoot, 'the menu');
      const menu = find(call, 'p2p-tile-menu')!;
      findAll(menu, 'button').at(-1)!.click();
      await until(() => find(menu, 'p2p-link-detail')?.shadowRoot, 'the connection');
    },
  },
  'the menu of the controls': {
    facts: joinedFacts(['Grace']),
    open: async (call) => {
      call.style.width = '320px';
      await press(call, '.button.more');
      await until(() => focused()?.closest('.row'), 'the rows of the menu');
    },
  },
  reactions: {
    facts: joinedFacts(['Grace']),
    open: async (call) => {
      call.style.width = 'min(1000px, 100vw)';
      await stilled();
      await settled(call);
      // If the toolbar has no room for the button, it is in the menu.
      const [button] = targetsOf(call).filter((one) => one.matches('.button.reactions'));
      if (!button) await press(call, '.button.more');
      await press(call, '.button.reactions');
      await until(() => focused()?.getRootNode() === find(call, 'p2p-reaction-picker')?.shadowRoot, 'the reactions');
    },
  },
};

/** Shows a view, and resolves once nothing in it moves any more. */
export async function showView(name: string, attributes: Record<string, string> = {}): Promise<FakeCall> {
  const view = views[name];
  if (!view) throw new Error(`There is no view "${name}".`);
  const call = await showCall(view.facts, attributes);
  await view.open?.(call);
  await settled(call);
  await stilled();
  return call;
}

async function press(call: Element, selector: string): Promise<void> {
  const button = await until(
    () => findAll(call, selector).find((one) => one.checkVisibility({ visibilityProperty: true })),
    selector,
  );
  button.focus();
  button.click();
  await settled(call);
}

/** The visible elements below an element that the keyboard or a pointer can reach. */
export function targetsOf(root: Element): HTMLElement[] {
  return findAll(root, 'button, a[href], input, select, textarea, summary, [tabindex="0"]').filter(
    (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('[inert]'),
  );
}

/** The innermost element with the focus, through open shadow roots. */
export function focused(): Element | undefined {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element && element !== document.body ? element : undefined;
}

/** Describes an element in a report. */
export function described(element: Element): string {
  const host = element.getRootNode() instanceof ShadowRoot ? (element.getRootNode() as ShadowRoot).host.localName : '';
  const name = element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 30) ?? '';
  return `${host} ${element.localName}.${element.className} "${name}"`;
}

export { find, findAll, settled };
