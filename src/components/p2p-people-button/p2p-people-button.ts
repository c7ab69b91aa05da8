import type { CallState } from '../../core/state/call-state.js';
import type { Dictionary } from '../../locales/en.js';
import { ControlButton, type ControlLook } from '../shared/control-button.js';
import { panelLook } from '../shared/control-looks.js';

/**
 * Opens the list of those in the call, and closes it; says how many they are.
 *
 * @slot icon-people - The icon of the people button.
 * @fires p2p-panel-request - cancelable; `detail` is `{ panel: 'people', open }`
 * @csspart button - Any button.
 * @csspart button-people - The people button.
 * @csspart button-on - Another button while on or open: a shared screen, a raised hand, a panel.
 * @csspart badge - A number or a mark on a button.
 * @cssproperty --p2p-button-size - height, and least width
 */
export class P2PPeopleButton extends ControlButton {
  protected override readonly control = 'people';

  protected override look({ view, people }: CallState, { toolbar }: Dictionary): ControlLook {
    const isOpen = panelLook(view.panel === 'people');
    if (people.list.length === 0) return isOpen;
    const count = `${people.list.length + 1}`;
    return { ...isOpen, count, label: `${toolbar.people}, ${count}` };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'p2p-people-button': P2PPeopleButton;
  }
}
