import type { Dictionary } from '../../locales/en.js';
import { type Control, controls } from './controls.js';

/**
 * A single key that neither browsers nor screen readers use while an element has the focus. Keys work only inside the call, and a
 * page can switch them off (WCAG 2.1.4).
 */
export interface Shortcut {
  readonly key: string;
  /** The control that the key presses; the key that opens the list of keys has none. */
  readonly control?: Control;
  readonly label: (words: Dictionary) => string;
}

const list: Shortcut = { key: '?', label: ({ shortcuts: words }: Dictionary) => words.title };

/** All keys whose control this browser supports. */
export function shortcuts(): readonly Shortcut[] {
  const keyed = controls.flatMap((control): Shortcut[] => {
    const { key, label, isPossible } = control;
    return key !== undefined && (isPossible?.() ?? true) ? [{ key, control, label }] : [];
  });
  return [...keyed, list];
}

/** The shortcut of a key press, if there is one. If the layout has no Latin letters, the position of the key counts. */
export function shortcutOf({ key, code }: Pick<KeyboardEvent, 'key' | 'code'>): Shortcut | undefined {
  const letter = /^Key[A-Z]$/u.test(code) && !/^[a-z]$/iu.test(key) ? code.slice(3) : key;
  return shortcuts().find((one) => one.key === letter.toLowerCase());
}
