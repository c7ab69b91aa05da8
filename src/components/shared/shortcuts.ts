import { canFillScreen, canLeavePage, canShareScreen } from './abilities.js';

/** What a single key does: a control by its name in `controls`, or the list of the keys itself. */
export type ShortcutName =
  'mic' | 'camera' | 'screen' | 'hand' | 'chat' | 'people' | 'settings' | 'pip' | 'fullscreen' | 'shortcuts';

/**
 * Single keys, which neither browsers nor screen readers own while an element has the focus; they act only inside the call and
 * can be switched off (WCAG 2.1.4).
 */
const keys: Readonly<Record<string, ShortcutName>> = {
  m: 'mic',
  v: 'camera',
  s: 'screen',
  h: 'hand',
  c: 'chat',
  p: 'people',
  ',': 'settings',
  i: 'pip',
  f: 'fullscreen',
  '?': 'shortcuts',
};

const abilities: Partial<Record<ShortcutName, () => boolean>> = {
  screen: canShareScreen,
  pip: canLeavePage,
  fullscreen: canFillScreen,
};

/** Every key with what it does, as far as this browser can do it. */
export function shortcuts(): readonly (readonly [key: string, name: ShortcutName])[] {
  return Object.entries(keys).filter(([, name]) => abilities[name]?.() ?? true);
}

/** What a key does, if anything. Where the layout has no Latin letters, the place of the key counts. */
export function shortcutOf({ key, code }: Pick<KeyboardEvent, 'key' | 'code'>): ShortcutName | undefined {
  const letter = /^Key[A-Z]$/u.test(code) && !/^[a-z]$/iu.test(key) ? code.slice(3) : key;
  return shortcuts().find(([one]) => one === letter.toLowerCase())?.[1];
}
