import type { CallState } from '../../core/state/call-state.js';
import type { Panel } from '../../core/state/view.js';
import type { Dictionary } from '../../locales/en.js';
import { ControlButton, type ControlLook } from './control-button.js';

/** The number in a badge. */
export interface ButtonCount {
  readonly text: string;
  /** How it is read out, after the name of the button. */
  readonly label: string;
}

/** A button that opens a panel of the call, and closes it. */
export abstract class PanelButton extends ControlButton {
  protected abstract readonly panel: Panel & ('chat' | 'people' | 'settings');

  /** What there is to count, if anything. */
  protected badge(_state: CallState, _words: Dictionary): ButtonCount | undefined {
    return undefined;
  }

  protected override look(state: CallState, words: Dictionary): ControlLook {
    const name = words.toolbar[this.panel];
    const badge = this.badge(state, words);
    const isOpen = state.view.panel === this.panel;
    return {
      kind: this.panel,
      icon: this.panel,
      label: badge ? `${name}, ${badge.label}` : name,
      tip: name,
      expanded: isOpen,
      tone: isOpen ? 'on' : undefined,
      count: badge?.text,
    };
  }

  protected override press({ expanded }: ControlLook): void {
    this.call.request('p2p-panel-request', { panel: this.panel, open: !expanded });
  }
}
