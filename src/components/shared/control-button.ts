import { type CSSResultGroup, LitElement, nothing, type TemplateResult } from 'lit';
import { type CallState, initialState } from '../../core/state/call-state.js';
import type { Dictionary } from '../../locales/en.js';
import { type ButtonLook, buttonStyles, renderButton } from './button.js';
import { CallController } from './call-controller.js';
import { property } from './property.js';
import { tokens } from './tokens.js';
import { WordsController } from './words.js';

/** What a control shows; what it does is another matter. */
export type ControlLook = Omit<ButtonLook, 'inert' | 'isRow' | 'onPress'>;

/** A button that shows something of a call and asks for a change of it. */
export abstract class ControlButton extends LitElement {
  static override readonly shadowRootOptions: ShadowRootInit = {
    ...LitElement.shadowRootOptions,
    delegatesFocus: true,
  };
  static override readonly styles: CSSResultGroup = [tokens, buttonStyles];

  /** The id of the call it belongs to, where it stands outside of one. */
  @property({ attribute: 'for' }) htmlFor?: string;

  /** A row with its words beside the icon, as in a menu. */
  @property({ type: Boolean, reflect: true }) row = false;

  protected readonly words: WordsController = new WordsController(this);
  protected readonly call: CallController<ControlLook> = new CallController(this, ({ state }) =>
    this.look(state, this.words.words),
  );

  /** Made of plain values, so that it is known when it has changed. */
  protected abstract look(state: CallState, words: Dictionary): ControlLook;

  /** What a press asks for, given what is shown. */
  protected abstract press(look: ControlLook): void;

  /** Whether this browser can do it at all; where it cannot, there is nothing to see. */
  protected get isPossible(): boolean {
    return true;
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.isPossible) return nothing;
    const look = this.call.value ?? this.look(initialState, this.words.words);
    return renderButton({
      ...look,
      isRow: this.row,
      inert: !this.call.hasCall,
      onPress: () => this.press(this.call.value ?? look),
    });
  }
}
