import type { CallState } from '../../core/state/call-state.js';
import { type ButtonCount, PanelButton } from '../shared/panel-button.js';

/**
 * Opens the list of those in the call, and closes it; says how many they are.
 *
 * @slot icon-people - its icon
 * @fires p2p-panel-request - cancelable; `detail` is `{ panel: 'people', open }`
 * @csspart button - the button
 * @csspart button-people - the same
 * @csspart button-on - the same, while the panel is open
 * @csspart badge - the number of people
 * @cssproperty --p2p-button-size - height, and least width
 */
export class P2PPeopleButton extends PanelButton {
  protected override readonly panel = 'people';

  protected override badge({ people }: CallState): ButtonCount | undefined {
    const text = `${people.list.length + 1}`;
    return people.list.length > 0 ? { text, label: text } : undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'p2p-people-button': P2PPeopleButton;
  }
}
