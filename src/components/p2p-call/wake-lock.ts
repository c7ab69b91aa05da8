import type { CallState } from '../../core/state/call-state.js';
import { isInCall } from '../../core/state/phase.js';

/**
 * Keeps the screen on while in a call (W3C Screen Wake Lock). The browser lets go of it whenever the page is out of sight, so it
 * is asked again; where it refuses, for an empty battery or a frame that may not, the screen goes dark as ever.
 */
export class WakeLock {
  #lock: WakeLockSentinel | undefined;
  #isWanted = false;
  #isAsking = false;

  /** Follows where the call stands. */
  update({ call }: CallState): void {
    const isWanted = isInCall(call.phase);
    if (isWanted === this.#isWanted) return;
    this.#isWanted = isWanted;
    if (isWanted) {
      document.addEventListener('visibilitychange', this.#ask);
      void this.#ask();
    } else {
      document.removeEventListener('visibilitychange', this.#ask);
      this.#release();
    }
  }

  readonly #ask = async (): Promise<void> => {
    if (this.#isAsking || (this.#lock && !this.#lock.released) || document.visibilityState !== 'visible') return;
    this.#isAsking = true;
    try {
      this.#lock = await navigator.wakeLock?.request('screen');
    } catch {
      // Refused.
    }
    this.#isAsking = false;
    if (!this.#isWanted) this.#release();
  };

  #release(): void {
    void this.#lock?.release().catch(() => undefined);
    this.#lock = undefined;
  }
}
