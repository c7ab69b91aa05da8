import type { CallState } from '../../core/state/call-state.js';
import type { View } from '../../core/state/view.js';
import { hasShareSheet } from '../shared/abilities.js';

/** "Copied" is news for this long; then the button can be pressed again. */
const newsMs = 4_000;

/** Gives the page's address to others: through the system's own sheet on touch screens, else through the clipboard. */
export class Invite {
  readonly #report: (invite: View['invite']) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `report` is told what became of it. */
  constructor(report: (invite: View['invite']) => void) {
    this.#report = report;
  }

  /** A call that is no more has no news. */
  update({ call }: CallState): void {
    if (call.phase === 'idle') clearTimeout(this.#timer);
  }

  /** In answer to a click. */
  async send(): Promise<void> {
    this.close();
    const url = location.href;
    if (hasShareSheet() && (await share(url))) return;
    try {
      await navigator.clipboard.writeText(url);
    } catch {
      // Not a secure page, or a frame that may not: the link is shown instead, to be copied by hand.
      this.#report('refused');
      return;
    }
    this.#report('copied');
    this.#timer = setTimeout(() => this.close(), newsMs);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#report(undefined);
  }
}

/** Whether it was shared, or the person changed their mind (Web Share section 2.1.2). */
async function share(url: string): Promise<boolean> {
  try {
    await navigator.share({ url });
    return true;
  } catch (error) {
    return error instanceof DOMException && error.name === 'AbortError';
  }
}
