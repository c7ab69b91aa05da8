import type { CallState } from '../../core/state/call-state.js';
import type { Dictionary } from '../../locales/en.js';
import { ControlButton, type ControlLook } from '../shared/control-button.js';
import { panelLook } from '../shared/control-looks.js';

/**
 * Opens the chat, and closes it; says how many messages are new.
 *
 * @slot icon-chat - The icon of the chat button.
 * @fires p2p-panel-request - cancelable; `detail` is `{ panel: 'chat', open }`
 * @csspart button - Any button.
 * @csspart button-chat - The chat button.
 * @csspart button-on - Another button while on or open: a shared screen, a raised hand, a panel.
 * @csspart badge - A number or a mark on a button.
 * @cssproperty --p2p-button-size - height, and least width
 */
export class P2PChatButton extends ControlButton {
  protected override readonly control = 'chat';

  protected override look({ view, chat }: CallState, { toolbar }: Dictionary): ControlLook {
    const isOpen = panelLook(view.panel === 'chat');
    const { unread } = chat;
    if (unread === 0) return isOpen;
    return { ...isOpen, count: unread > 99 ? '99+' : `${unread}`, label: `${toolbar.chat}, ${toolbar.unread(unread)}` };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'p2p-chat-button': P2PChatButton;
  }
}
