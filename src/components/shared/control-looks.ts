import type { SourceState } from '../../core/source.js';
import type { SwitchWords } from '../../locales/en.js';
import type { ControlLook } from './control-button.js';

/** A switch that is usually off, such as a raised hand or a shared screen. */
export function switchLook({ turnOn, turnOff }: Pick<SwitchWords, 'turnOn' | 'turnOff'>, on: boolean): ControlLook {
  return { tip: on ? turnOff : turnOn, pressed: on, tone: on ? 'on' : undefined };
}

/** The switch of the microphone or the camera, which is usually on. It shows the state of the source, never the requested one. */
export function sourceLook(words: SwitchWords, state: SourceState): ControlLook {
  const on = state === 'on';
  return {
    tip: on ? words.turnOff : words.turnOn,
    pressed: on,
    tone: on ? undefined : 'off',
    trouble: state === 'blocked' || state === 'missing' ? words[state] : undefined,
  };
}

/** A button that opens and closes a panel. */
export function panelLook(isOpen: boolean): ControlLook {
  return { expanded: isOpen, tone: isOpen ? 'on' : undefined };
}
