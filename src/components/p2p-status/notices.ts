import type { CallState } from '../../core/state/call-state.js';
import { isInCall, shownPhase } from '../../core/state/phase.js';

/** A state that people may not expect, but that is no failure, such as a microphone without sound. Dictionaries have the words. */
export type Notice = 'paused' | 'silent' | 'talking' | 'deafened';

/** The notices that apply to a state, the most important first. */
export function noticesOf(state: CallState): readonly Notice[] {
  const { self } = state;
  const inCall = isInCall(state.call.phase);
  if (!inCall && shownPhase(state.call) !== 'prejoin') return [];
  const applies: Readonly<Record<Notice, boolean>> = {
    paused: self.microphone === 'paused',
    silent: self.microphoneDead && self.microphone === 'on',
    talking: inCall && self.talkingWhileMuted && self.microphone === 'off',
    deafened: inCall && state.settings.deafened,
  };
  return (Object.keys(applies) as Notice[]).filter((notice) => applies[notice]);
}
