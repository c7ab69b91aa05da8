import type { CallState } from '../../core/call-state.js';
import { isInCall, shownPhase } from '../../core/reduce.js';

/** Something odd about what one sends or hears, which is no failure; the words for each are in the dictionaries. */
export type Notice = 'paused' | 'silent' | 'talking' | 'deafened';

/** What there is to notice, the most important first. */
export function noticesOf(state: CallState): readonly Notice[] {
  const { phase, self, silent, talkingWhileMuted, deafened } = state;
  const inCall = isInCall(phase);
  if (!inCall && shownPhase(state) !== 'prejoin') return [];
  const noticed: Readonly<Record<Notice, boolean>> = {
    paused: self.microphone === 'paused',
    silent: silent && self.microphone === 'on',
    talking: inCall && talkingWhileMuted && self.microphone === 'off',
    deafened: inCall && deafened,
  };
  return (Object.keys(noticed) as Notice[]).filter((notice) => noticed[notice]);
}
