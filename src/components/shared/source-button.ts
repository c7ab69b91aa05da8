import type { Source } from '../../core/source.js';
import type { CallState } from '../../core/state/call-state.js';
import type { Dictionary, SwitchWords } from '../../locales/en.js';
import { ControlButton, type ControlLook } from './control-button.js';

/** A button that switches one source of the self; it shows what the source does, never what was asked for. */
export abstract class SourceButton extends ControlButton {
  protected abstract readonly source: Source;
  protected abstract readonly kind: 'mic' | 'camera';

  protected override look({ self }: CallState, dictionary: Dictionary): ControlLook {
    const words: SwitchWords = dictionary[this.source];
    const state = self[this.source];
    const on = state === 'on';
    return {
      kind: this.kind,
      icon: `${this.kind}-${on ? 'on' : 'off'}`,
      label: words.name,
      tip: on ? words.turnOff : words.turnOn,
      pressed: on,
      tone: on ? undefined : 'off',
      trouble: state === 'blocked' || state === 'missing' ? words[state] : undefined,
    };
  }

  protected override press({ pressed }: ControlLook): void {
    this.call.request(`p2p-${this.kind}-request`, { on: !pressed });
  }
}
