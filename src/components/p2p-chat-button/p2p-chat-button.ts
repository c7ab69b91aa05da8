import type { CallState } from '../../core/state/call-state.js';
import type { Dictionary } from '../../locales/en.js';
import { type ButtonCount, PanelButton } from '../shared/panel-button.js';

/**
 * Opens the chat, and closes it; says how many messages are new.
 *
 * @slot icon-chat - its icon
 * @fires p2p-panel-request - cancelable; `detail` is `{ panel: 'chat', open }`
 * @csspart button - the button
 * @csspart button-chat - the same
 * @csspart button-on - the same, while the panel is open
 * @csspart badge - the number of new messages
 * @cssproperty --p2p-button-size - height, and least width
 */
export class P2PChatButton extends PanelButton {
  protected override readonly panel = 'chat';

  protected override badge({ chat: { unread } }: CallState, words: Dictionary): ButtonCount | undefined {
    return unread > 0 ? { text: unread > 99 ? '99+' : `${unread}`, label: words.toolbar.unread(unread) } : undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'p2p-chat-button': P2PChatButton;
  }
}
