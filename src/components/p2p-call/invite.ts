import type { CallState } from '../../core/state/call-state.js';
import type { View } from '../../core/state/view.js';
import { hasShareSheet } from '../shared/abilities.js';

/** The button shows "Copied" for this long; then it can be pressed again. */
const newsMs = 4_000;

/** Shares the page's address: through the system's own sheet on touch screens, else through the clipboard. */
export class Invite {
  readonly #report: (invite: View['invite']) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `report` is called with the result. */
  constructor(report: (invite: View['invite']) => void) {
    this.#report = report;
  }

  /** Stops the timer when the call is closed. */
  update({ call }: CallState): void {
    if (call.phase === 'idle') clearTimeout(this.#timer);
  }

  /** To be called in answer to a click. */
  async send(): Promise<void> {
    this.close();
    const url = location.href;
    if (hasShareSheet() && (await share(url))) return;
    try {
      await navigator.clipboard.writeText(url);
    } catch {
      // The page is not secure, or its frame has no permission. The link is shown instead, to be copied by hand.
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

/** Whether the link was shared, or the person cancelled (Web Share section 2.1.2); false if sharing failed. */
async function share(url: string): Promise<boolean> {
  try {
    await navigator.share({ url });
    return true;
  } catch (error) {
    return error instanceof DOMException && error.name === 'AbortError';
  }
}
