import type { Panel } from '../../core/state/view.js';
import type { Dictionary } from '../../locales/en.js';
import { canFillScreen, canLeavePage, canShareScreen } from './abilities.js';
import type { IconName } from './icons.js';
import { request, type RequestDetails, type RequestType } from './requests.js';

/** The requests that need no detail: a switch without `on` turns over. */
type PlainRequest = {
  [T in RequestType]: object extends RequestDetails[T]
    ? T
    : RequestDetails[T] extends Record<string, never>
      ? T
      : never;
}[RequestType];

/** One control of the toolbar. All lists of controls derive from these records: toolbar, menu, keys, slots and parts. */
export interface Control {
  /** Its name in the attribute `controls`, in its part `button-…` and in the dictionaries. */
  readonly name: string;
  /** Its element, which has its name, too, unless that says more. */
  readonly tag: `p2p-${string}-button`;
  /** One for both states, or one for on and one for off. A page replaces each through a slot `icon-…`. */
  readonly icons: readonly [IconName] | readonly [on: IconName, off: IconName];
  /** What people call it. */
  readonly label: (words: Dictionary) => string;
  /** What its key asks the call for. */
  readonly request?: PlainRequest;
  /** The panel that it opens and closes. */
  readonly panel?: Panel;
  /** A single key, which neither browsers nor screen readers own. */
  readonly key?: string;
  /** The key also acts on the pre-join screen. */
  readonly actsBeforeJoining?: boolean;
  /** Whether this browser can do it; left out, every browser can. */
  readonly isPossible?: () => boolean;
  /** Has no use in a call of voices. */
  readonly needsVideo?: boolean;
  /** Stays in sight in the narrowest toolbar. */
  readonly isEssential?: boolean;
  /** Also stands in the picture-in-picture window. */
  readonly isCompact?: boolean;
  /** A press opens a choice of its own, so the menu around it stays open. */
  readonly opensChoice?: boolean;
}

const records = [
  {
    name: 'mic',
    tag: 'p2p-mic-button',
    icons: ['mic-on', 'mic-off'],
    label: ({ microphone }: Dictionary) => microphone.name,
    request: 'p2p-mic-request',
    key: 'm',
    actsBeforeJoining: true,
    isEssential: true,
    isCompact: true,
  },
  {
    name: 'camera',
    tag: 'p2p-camera-button',
    icons: ['camera-on', 'camera-off'],
    label: ({ camera }: Dictionary) => camera.name,
    request: 'p2p-camera-request',
    key: 'v',
    actsBeforeJoining: true,
    needsVideo: true,
    isEssential: true,
    isCompact: true,
  },
  {
    name: 'screen',
    tag: 'p2p-screen-button',
    icons: ['screen'],
    label: ({ toolbar }: Dictionary) => toolbar.screen.name,
    request: 'p2p-screen-request',
    key: 's',
    isPossible: canShareScreen,
    isCompact: true,
  },
  {
    name: 'hand',
    tag: 'p2p-hand-button',
    icons: ['hand'],
    label: ({ toolbar }: Dictionary) => toolbar.hand.name,
    request: 'p2p-hand-request',
    key: 'h',
    isCompact: true,
  },
  {
    name: 'reactions',
    tag: 'p2p-reaction-button',
    icons: ['reactions'],
    label: ({ toolbar }: Dictionary) => toolbar.reactions,
    opensChoice: true,
  },
  {
    name: 'chat',
    tag: 'p2p-chat-button',
    icons: ['chat'],
    label: ({ toolbar }: Dictionary) => toolbar.chat,
    panel: 'chat',
    key: 'c',
  },
  {
    name: 'people',
    tag: 'p2p-people-button',
    icons: ['people'],
    label: ({ toolbar }: Dictionary) => toolbar.people,
    panel: 'people',
    key: 'p',
  },
  {
    name: 'settings',
    tag: 'p2p-settings-button',
    icons: ['settings'],
    label: ({ toolbar }: Dictionary) => toolbar.settings,
    panel: 'settings',
    key: ',',
  },
  {
    name: 'pip',
    tag: 'p2p-pip-button',
    icons: ['pip'],
    label: ({ toolbar }: Dictionary) => toolbar.pip.name,
    request: 'p2p-pip-request',
    key: 'i',
    isPossible: canLeavePage,
    isCompact: true,
  },
  {
    name: 'fullscreen',
    tag: 'p2p-fullscreen-button',
    icons: ['fullscreen-on', 'fullscreen-off'],
    label: ({ toolbar }: Dictionary) => toolbar.fullscreen.name,
    request: 'p2p-fullscreen-request',
    key: 'f',
    isPossible: canFillScreen,
  },
  {
    name: 'leave',
    tag: 'p2p-leave-button',
    icons: ['leave'],
    label: ({ leave }: Dictionary) => leave,
    request: 'p2p-leave-request',
    isEssential: true,
    isCompact: true,
  },
] as const satisfies readonly Control[];

export type ControlName = (typeof records)[number]['name'];
export type ControlTag = (typeof records)[number]['tag'];

/** Every control, in the order in which a toolbar shows them. */
export const controls: readonly (Control & { readonly name: ControlName })[] = records;

/** The control of that name; undefined where a page names none. */
export function findControl(name: string): Control | undefined {
  return controls.find((control) => control.name === name);
}

export function controlNamed(name: ControlName): Control {
  return controls.find((control) => control.name === name) as Control;
}

/** Asks at `target` for what the control does. */
export function askFor(target: EventTarget, { request: type, panel }: Control): void {
  if (panel) request(target, 'p2p-panel-request', { panel });
  else if (type) request(target, type, {});
}
