import type { CallState } from '../../core/state/call-state.js';
import { ControlButton, type ControlLook } from '../shared/control-button.js';
import { panelLook } from '../shared/control-looks.js';

/**
 * Opens the settings, and closes them.
 *
 * @slot icon-settings - The icon of the settings button.
 * @fires p2p-panel-request - cancelable; `detail` is `{ panel: 'settings', open }`
 * @csspart button - Any button.
 * @csspart button-settings - The settings button.
 * @csspart button-on - Another button while on or open: a shared screen, a raised hand, a panel.
 * @cssproperty --p2p-button-size - height, and least width
 */
export class P2PSettingsButton extends ControlButton {
  protected override readonly control = 'settings';

  protected override look({ view }: CallState): ControlLook {
    return panelLook(view.panel === 'settings');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'p2p-settings-button': P2PSettingsButton;
  }
}
