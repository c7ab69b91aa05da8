import { PanelButton } from '../shared/panel-button.js';

/**
 * Opens the settings, and closes them.
 *
 * @slot icon-settings - its icon
 * @fires p2p-panel-request - cancelable; `detail` is `{ panel: 'settings', open }`
 * @csspart button - the button
 * @csspart button-settings - the same
 * @csspart button-on - the same, while the panel is open
 * @cssproperty --p2p-button-size - height, and least width
 */
export class P2PSettingsButton extends PanelButton {
  protected override readonly panel = 'settings';
}

declare global {
  interface HTMLElementTagNameMap {
    'p2p-settings-button': P2PSettingsButton;
  }
}
