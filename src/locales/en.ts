import type { More } from './en-more.js';

/** The words of a switch such as the microphone's. */
export interface SwitchWords {
  /** What it is: the stable name, whichever way it is switched. */
  readonly name: string;
  readonly turnOn: string;
  readonly turnOff: string;
  readonly blocked: string;
  readonly missing: string;
}

export const numbers = new Intl.PluralRules('en');
const lists = new Intl.ListFormat('en', { type: 'conjunction' });

/** "Ada and Grace", or "Ada, Grace and 3 others" where `more` were left unnamed. */
export function people(names: readonly string[], more: number): string {
  if (more === 0) return lists.format(names);
  return lists.format([...names, numbers.select(more) === 'one' ? `${more} other` : `${more} others`]);
}

const microphone: SwitchWords = {
  name: 'Microphone',
  turnOn: 'Unmute',
  turnOff: 'Mute',
  blocked: 'The browser blocks the microphone. Press to try again.',
  missing: 'No microphone found. Press to try again.',
};

const camera: SwitchWords = {
  name: 'Camera',
  turnOn: 'Turn camera on',
  turnOff: 'Turn camera off',
  blocked: 'The browser blocks the camera. Press to try again.',
  missing: 'No camera found. Press to try again.',
};

/** English, the language every other one falls back to; its shape is that of every dictionary. */
export const en = {
  lang: 'en',
  dir: 'ltr' as 'ltr' | 'rtl',

  microphone,
  camera,
  leave: 'Leave call',

  guest: 'Guest',
  self: (name: string): string => (name ? `${name} (you)` : 'You'),
  videoOf: (name: string): string => `Video of ${name}`,
  participants: 'Participants',
  micOff: 'Microphone off',
  link: { connecting: 'Connecting…', reconnecting: 'Reconnecting…', failed: 'Cannot be reached' },

  elsewhere: { text: 'The call is in a window of its own.', action: 'Bring it back' },
  stage: {
    /** A picture that can be moved by arrow keys. */
    floating: 'Your picture. Arrow keys move it to another corner.',
    showSelf: 'Show yourself',
    screenOf: (name: string): string => `Screen of ${name}`,
    ownScreen: 'Your screen',
    handRaised: 'Hand raised',
    sharing: 'Shares a screen',
    /** Of a participant by name; without one, of the self. */
    options: (name: string): string => (name ? `Options for ${name}` : 'Options for you'),
    speaking: 'Speaking',
    pageOf: (page: number, pages: number): string => `Page ${page} of ${pages}`,
    previousPage: 'Previous page',
    nextPage: 'Next page',
  },

  prejoin: {
    title: 'Ready to join?',
    preview: 'Your preview',
    cameraOff: 'Your camera is off',
    name: 'Your name',
    namePlaceholder: 'How others see you',
    join: 'Join call',
    /** Who is in the call already. */
    present: (names: readonly string[], more: number): string =>
      `${people(names, more)} ${names.length + more === 1 ? 'is' : 'are'} in the call`,
    nobody: 'Nobody is in the call yet',
    devices: 'Devices',
  },
  alone: { title: 'Nobody else is here yet', text: 'Others appear as soon as they join.' },
  deserted: { title: 'Everyone else has left', text: 'Whoever comes back appears here.' },
};

/** What every other language says, in one file. */
export type Translation = typeof en & { readonly more: More };

/** The words that an element finds. English has those of what comes on demand in a file of their own: see `moreOf`. */
export type Dictionary = typeof en & { readonly more?: More };
