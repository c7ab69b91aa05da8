import type { CallError } from '../call-error.js';
import { type Call, initialCall } from './call.js';
import { type Chat, noChat } from './chat.js';
import { nobody, type People } from './people.js';
import { initialSelf, type Self } from './self.js';
import { initialSettings, type Settings } from './settings.js';
import { initialView, type View } from './view.js';

/** All that is known of a call, frozen, in slices of one lifetime each. Only `reduce` makes a new one. */
export interface CallState {
  readonly call: Call;
  readonly self: Self;
  readonly people: People;
  readonly chat: Chat;
  /** Outlive the call; everything else ends with it. */
  readonly settings: Settings;
  readonly view: View;
  /** What is wrong now, by what the slices say; one of each code and subject, the newest last. */
  readonly errors: readonly CallError[];
}

export const initialState: CallState = Object.freeze({
  call: initialCall,
  self: initialSelf,
  people: nobody,
  chat: noChat,
  settings: initialSettings,
  view: initialView,
  errors: Object.freeze([]),
});
