import type { SwitchWords } from '../../locales/en.js';
import type { ControlLook } from './control-button.js';
import type { IconName } from './icons.js';

/** What a switch shows that is rather off than on: a raised hand, a shared screen. */
export function toggleLook(
  kind: string,
  icon: IconName,
  words: Pick<SwitchWords, 'name' | 'turnOn' | 'turnOff'>,
  on: boolean,
): ControlLook {
  return {
    kind,
    icon,
    label: words.name,
    tip: on ? words.turnOff : words.turnOn,
    pressed: on,
    tone: on ? 'on' : undefined,
  };
}
