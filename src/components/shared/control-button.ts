import { type CSSResultGroup, nothing, type TemplateResult } from 'lit';
import { type CallState, initialState } from '../../core/state/call-state.js';
import type { Dictionary } from '../../locales/en.js';
import { type ButtonLook, buttonStyles, renderButton } from './button.js';
import { CallController } from './call-controller.js';
import { CallElement, delegatingFocus } from './call-element.js';
import { type Control, type ControlName, controlNamed } from './controls.js';
import { property } from './property.js';
import { tokens } from './tokens.js';

/** How a control stands. Its name and its icon are those of its record; left out, the tip is the name. */
export type ControlLook = Partial<Omit<ButtonLook, 'kind' | 'icon' | 'inert' | 'isRow' | 'onPress'>>;

/** A button that shows something of a call and asks for a change of it, as the record of its control says. */
export abstract class ControlButton extends CallElement {
  static override readonly shadowRootOptions: ShadowRootInit = delegatingFocus;
  static override readonly styles: CSSResultGroup = [tokens, buttonStyles];

  /** A row with its words beside the icon, as in a menu. */
  @property({ type: Boolean, reflect: true }) row = false;

  protected readonly call: CallController<ControlLook> = new CallController(this, ({ state }) =>
    this.look(state, this.words),
  );

  /** Which control it is. */
  protected abstract readonly control: ControlName;

  /** Made of plain values, so that it is known when it has changed. */
  protected abstract look(state: CallState, words: Dictionary): ControlLook;

  /** Asks for the other way round of what is shown. */
  #press({ request, panel }: Control, { pressed, expanded }: ControlLook): void {
    if (panel) this.call.request('p2p-panel-request', { panel, open: !expanded });
    else if (request) this.call.request(request, pressed === undefined ? {} : { on: !pressed });
  }

  protected override render(): TemplateResult | typeof nothing {
    const control = controlNamed(this.control);
    const { name, icons, isPossible } = control;
    // There is nothing to see of what this browser cannot do.
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
