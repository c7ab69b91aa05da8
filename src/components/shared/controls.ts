import type { Panel } from '../../core/state/view.js';
import type { Dictionary } from '../../locales/en.js';
import { canFillScreen, canLeavePage, canShareScreen } from './abilities.js';
import type { IconName } from './icons.js';
import { request, type RequestDetails, type RequestType } from './requests.js';

/** The requests that need no detail: without `on`, a switch toggles. */
type PlainRequest = {
  [T in RequestType]: object extends RequestDetails[T]
    ? T
    : RequestDetails[T] extends Record<string, never>
      ? T
      : never;
}[RequestType];

/** One control of the toolbar. All lists of controls derive from these records: toolbar, menu, keys, slots and parts. */
export interface Control {
  /** The name in the attribute `controls`, in the part `button-…` and in the dictionaries. */
  readonly name: string;
  /** The tag of the element; usually `p2p-<name>-button`. */
  readonly tag: `p2p-${string}-button`;
  /** One icon for both states, or one for on and one for off. A page can replace each through a slot `icon-…`. */
  readonly icons: readonly [IconName] | readonly [on: IconName, off: IconName];
  /** The name that people read. */
  readonly label: (words: Dictionary) => string;
  /** The request that a press or the key sends. */
  readonly request?: PlainRequest;
  /** The panel that the control opens and closes. */
  readonly panel?: Panel;
  /** A single key that neither browsers nor screen readers use. */
  readonly key?: string;
  /** Whether the key also works on the pre-join screen. */
  readonly actsBeforeJoining?: boolean;
  /** Whether this browser supports the control; if left out, every browser does. */
  readonly isPossible?: () => boolean;
  /** Whether the control is useless in an audio-only call. */
  readonly needsVideo?: boolean;
  /** Whether the control stays visible even in the narrowest toolbar. */
  readonly isEssential?: boolean;
  /** Whether the picture-in-picture window has the control too. */
  readonly isCompact?: boolean;
  /** Whether a press opens a choice of its own, so that the menu around the control must stay open. */
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

/** The control with a name that comes from a page; undefined if there is none. */
export function findControl(name: string): Control | undefined {
  return controls.find((control) => control.name === name);
}

export function controlNamed(name: ControlName): Control {
  return controls.find((control) => control.name === name) as Control;
}

/** Dispatches the request of a control at `target`. */
export function askFor(target: EventTarget, { request: type, panel }: Control): void {
  if (panel) request(target, 'p2p-panel-request', { panel });
  else if (type) request(target, type, {});
}
