import type { Dictionary } from '../../locales/en.js';
import { type Control, controls } from './controls.js';

/**
 * A single key, which neither browsers nor screen readers own while an element has the focus; it acts only inside the call and
 * can be switched off (WCAG 2.1.4).
 */
export interface Shortcut {
  readonly key: string;
  /** The control that the key stands for; the key that lists all others stands for none. */
  readonly control?: Control;
  readonly label: (words: Dictionary) => string;
}

const list: Shortcut = { key: '?', label: ({ shortcuts: words }: Dictionary) => words.title };

/** Every key with what it does, as far as this browser can do it. */
export function shortcuts(): readonly Shortcut[] {
  const keyed = controls.flatMap((control): Shortcut[] => {
    const { key, label, isPossible } = control;
    return key !== undefined && (isPossible?.() ?? true) ? [{ key, control, label }] : [];
  });
  return [...keyed, list];
}

/** What a key does, if anything. Where the layout has no Latin letters, the place of the key counts. */
export function shortcutOf({ key, code }: Pick<KeyboardEvent, 'key' | 'code'>): Shortcut | undefined {
  const letter = /^Key[A-Z]$/u.test(code) && !/^[a-z]$/iu.test(key) ? code.slice(3) : key;
  return shortcuts().find((one) => one.key === letter.toLowerCase());
}
