import type { CallState } from '../../core/state/call-state.js';
import { isInCall, shownPhase } from '../../core/state/phase.js';

/** Something odd about what one sends or hears, which is no failure; the words for each are in the dictionaries. */
export type Notice = 'paused' | 'silent' | 'talking' | 'deafened';

/** What there is to notice, the most important first. */
export function noticesOf(state: CallState): readonly Notice[] {
  const { self } = state;
  const inCall = isInCall(state.call.phase);
  if (!inCall && shownPhase(state.call) !== 'prejoin') return [];
  const noticed: Readonly<Record<Notice, boolean>> = {
    paused: self.microphone === 'paused',
    silent: self.microphoneDead && self.microphone === 'on',
    talking: inCall && self.talkingWhileMuted && self.microphone === 'off',
    deafened: inCall && state.settings.deafened,
  };
  return (Object.keys(noticed) as Notice[]).filter((notice) => noticed[notice]);
}
