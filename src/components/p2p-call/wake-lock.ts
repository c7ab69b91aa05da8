import type { CallState } from '../../core/state/call-state.js';
import { isInCall } from '../../core/state/phase.js';

/**
 * Keeps the screen on during a call (W3C Screen Wake Lock). The browser releases the lock whenever the page is hidden, so the lock
 * is requested again. If the browser refuses, because of a low battery or a missing permission, the screen turns off as usual.
 */
export class WakeLock {
  #lock: WakeLockSentinel | undefined;
  #isWanted = false;
  #isAsking = false;

  /** Follows the phase of the call. */
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
      // The browser refused the lock.
    }
    this.#isAsking = false;
    if (!this.#isWanted) this.#release();
  };

  #release(): void {
    void this.#lock?.release().catch(() => undefined);
    this.#lock = undefined;
  }
}
