import { type CSSResultGroup, nothing, type TemplateResult } from 'lit';
import { type CallState, initialState } from '../../core/state/call-state.js';
import type { Dictionary } from '../../locales/en.js';
import { type ButtonLook, buttonStyles, renderButton } from './button.js';
import { CallController } from './call-controller.js';
import { CallElement, delegatingFocus } from './call-element.js';
import { type Control, type ControlName, controlNamed } from './controls.js';
import { property } from './property.js';
import { tokens } from './tokens.js';

/** The present looks of a control. Name and icon come from its record. Without a tip, the name is the tip. */
export type ControlLook = Partial<Omit<ButtonLook, 'kind' | 'icon' | 'inert' | 'isRow' | 'onPress'>>;

/** A button that shows the state of a control and requests changes, as the record of the control describes. */
export abstract class ControlButton extends CallElement {
  static override readonly shadowRootOptions: ShadowRootInit = delegatingFocus;
  static override readonly styles: CSSResultGroup = [tokens, buttonStyles];

  /** Shows the button as a row with text beside the icon, as in a menu. */
  @property({ type: Boolean, reflect: true }) row = false;

  protected readonly call: CallController<ControlLook> = new CallController(this, ({ state }) =>
    this.look(state, this.words),
  );

  /** The name of the control. */
  protected abstract readonly control: ControlName;

  /** The looks for a state. All members must be plain values, so that changes can be detected. */
  protected abstract look(state: CallState, words: Dictionary): ControlLook;

  /** Requests the opposite of the state that the button shows. */
  #press({ request, panel }: Control, { pressed, expanded }: ControlLook): void {
    if (panel) this.call.request('p2p-panel-request', { panel, open: !expanded });
    else if (request) this.call.request(request, pressed === undefined ? {} : { on: !pressed });
  }

  protected override render(): TemplateResult | typeof nothing {
    const control = controlNamed(this.control);
    const { name, icons, isPossible } = control;
    // A control that this browser does not support is not shown.
    if (isPossible?.() === false) return nothing;
    const look = this.call.value ?? this.look(initialState, this.words);
    const label = control.label(this.words);
    return renderButton({
      label,
      tip: label,
      ...look,
      kind: name,
      icon: (look.pressed ? undefined : icons[1]) ?? icons[0],
      isRow: this.row,
      inert: !this.call.hasCall,
      onPress: () => this.#press(control, this.call.value ?? look),
    });
  }
}
