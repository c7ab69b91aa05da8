import { html, type nothing, type TemplateResult } from 'lit';
import { canFillScreen, canLeavePage, canShareScreen } from '../shared/abilities.js';
import { iconSlots } from '../shared/icon-slots.js';
import { controlsParts, exported } from '../shared/parts.js';

/** One control: an element, and whether this browser has a use for it. */
interface Control {
  /** @param id - of the call, where it stands elsewhere; @param row - as a row of the menu */
  readonly render: (id: string | typeof nothing, row: boolean) => TemplateResult;
  readonly isPossible?: () => boolean;
}

const parts = exported(controlsParts);

/** What a page says of controls: the names that it gives, and which of them are none. */
export interface NamedControls {
  /** In the order of the page; undefined where it names none, and so all are meant. */
  readonly names: readonly string[] | undefined;
  readonly unknown: readonly string[];
}

/** Reads the attribute `controls`, or what a page has set as the property. */
export function readControls(text: string | undefined): NamedControls {
  const named = [...new Set(String(text ?? '').match(/[^\s,]+/gu))];
  const names = named.filter((name) => Object.hasOwn(controls, name));
  return { names: names.length > 0 ? names : undefined, unknown: named.filter((name) => !names.includes(name)) };
}

/** Every control by its name, in the usual order. */
export const controls: Readonly<Record<string, Control>> = {
  mic: {
    render: (id, row) =>
      html`<p2p-mic-button data-name="mic" for=${id} ?row=${row} exportparts=${parts}
        >${iconSlots(['mic-on', 'mic-off'])}</p2p-mic-button
      >`,
  },
  camera: {
    render: (id, row) =>
      html`<p2p-camera-button data-name="camera" for=${id} ?row=${row} exportparts=${parts}
        >${iconSlots(['camera-on', 'camera-off'])}</p2p-camera-button
      >`,
  },
  screen: {
    isPossible: canShareScreen,
    render: (id, row) =>
      html`<p2p-screen-button data-name="screen" for=${id} ?row=${row} exportparts=${parts}
        >${iconSlots(['screen'])}</p2p-screen-button
      >`,
  },
  hand: {
    render: (id, row) =>
      html`<p2p-hand-button data-name="hand" for=${id} ?row=${row} exportparts=${parts}
        >${iconSlots(['hand'])}</p2p-hand-button
      >`,
  },
  reactions: {
    render: (id, row) =>
      html`<p2p-reaction-button data-name="reactions" for=${id} ?row=${row} exportparts=${parts}
        >${iconSlots(['reactions'])}</p2p-reaction-button
      >`,
  },
  chat: {
    render: (id, row) =>
      html`<p2p-chat-button data-name="chat" for=${id} ?row=${row} exportparts=${parts}
        >${iconSlots(['chat'])}</p2p-chat-button
      >`,
  },
  people: {
    render: (id, row) =>
      html`<p2p-people-button data-name="people" for=${id} ?row=${row} exportparts=${parts}
        >${iconSlots(['people'])}</p2p-people-button
      >`,
  },
  settings: {
    render: (id, row) =>
      html`<p2p-settings-button data-name="settings" for=${id} ?row=${row} exportparts=${parts}
        >${iconSlots(['settings'])}</p2p-settings-button
      >`,
  },
  pip: {
    isPossible: canLeavePage,
    render: (id, row) =>
      html`<p2p-pip-button data-name="pip" for=${id} ?row=${row} exportparts=${parts}
        >${iconSlots(['pip'])}</p2p-pip-button
      >`,
  },
  fullscreen: {
    isPossible: canFillScreen,
    render: (id, row) =>
      html`<p2p-fullscreen-button data-name="fullscreen" for=${id} ?row=${row} exportparts=${parts}
        >${iconSlots(['fullscreen-on', 'fullscreen-off'])}</p2p-fullscreen-button
      >`,
  },
  leave: {
    render: (id, row) =>
      html`<p2p-leave-button data-name="leave" for=${id} ?row=${row} exportparts=${parts}
        >${iconSlots(['leave'])}</p2p-leave-button
      >`,
  },
};
