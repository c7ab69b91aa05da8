import type { SourceState } from '../../core/source.js';
import type { SwitchWords } from '../../locales/en.js';
import type { ControlLook } from './control-button.js';

/** A switch that is rather off than on: a raised hand, a shared screen. */
export function switchLook({ turnOn, turnOff }: Pick<SwitchWords, 'turnOn' | 'turnOff'>, on: boolean): ControlLook {
  return { tip: on ? turnOff : turnOn, pressed: on, tone: on ? 'on' : undefined };
}

/** The switch of the microphone or the camera: rather on than off. It shows what the source does, never what was asked for. */
export function sourceLook(words: SwitchWords, state: SourceState): ControlLook {
  const on = state === 'on';
  return {
    tip: on ? words.turnOff : words.turnOn,
    pressed: on,
    tone: on ? undefined : 'off',
    trouble: state === 'blocked' || state === 'missing' ? words[state] : undefined,
  };
}

/** What opens a panel and closes it. */
export function panelLook(isOpen: boolean): ControlLook {
  return { expanded: isOpen, tone: isOpen ? 'on' : undefined };
}
