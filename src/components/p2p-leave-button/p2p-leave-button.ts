import type { CallState } from '../../core/state/call-state.js';
import type { Dictionary } from '../../locales/en.js';
import { ControlButton, type ControlLook } from '../shared/control-button.js';

/**
 * Leaves the call.
 *
 * @slot icon-leave - its icon
 * @fires p2p-leave-request - cancelable
 * @csspart button - the button
 * @csspart button-leave - the same
 * @cssproperty --p2p-button-size - height, and least width
 */
export class P2PLeaveButton extends ControlButton {
  protected override look(_state: CallState, { leave }: Dictionary): ControlLook {
    return { kind: 'leave', icon: 'leave', label: leave, tip: leave };
  }

  protected override press(): void {
    this.call.request('p2p-leave-request', {});
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'p2p-leave-button': P2PLeaveButton;
  }
}
