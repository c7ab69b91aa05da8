import { type CSSResultGroup, LitElement, type TemplateResult } from 'lit';
import { property } from './property.js';
import type { Source } from '../../core/call-state.js';
import type { SwitchWords } from '../../locales/en.js';
import { buttonStyles, renderButton } from './button.js';
import { CallController } from './call-controller.js';
import { tokens } from './tokens.js';
import { WordsController } from './words.js';

/** A button that switches one source of the self; it shows what the source does, never what was asked for. */
export abstract class SourceButton extends LitElement {
  static override readonly shadowRootOptions: ShadowRootInit = {
    ...LitElement.shadowRootOptions,
    delegatesFocus: true,
  };
  static override readonly styles: CSSResultGroup = [tokens, buttonStyles];

  /** The id of the call it belongs to, where it stands outside of one. */
  @property({ attribute: 'for' }) htmlFor?: string;

  protected abstract readonly source: Source;
  protected abstract readonly kind: 'mic' | 'camera';

  readonly #call = new CallController(this, ({ state }) => state.self[this.source]);
  readonly #words = new WordsController(this);

  protected override render(): TemplateResult {
    const words: SwitchWords = this.#words.words[this.source];
    const state = this.#call.value;
    const on = state === 'on';
    return renderButton({
      kind: this.kind,
      icon: `${this.kind}-${on ? 'on' : 'off'}`,
      label: words.name,
      tip: on ? words.turnOff : words.turnOn,
      pressed: on,
      trouble: state === 'blocked' || state === 'missing' ? words[state] : undefined,
      inert: state === undefined,
      onPress: () => this.#call.request(`p2p-${this.kind}-request`, { on: this.#call.value !== 'on' }),
    });
  }
}
