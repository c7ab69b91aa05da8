import { CallError } from '../../core/call-error.js';
import type { CallState } from '../../core/state/call-state.js';
import type { Fact } from '../../core/fact.js';
import { isInCall } from '../../core/state/phase.js';
import type { CallView } from '../shared/call-context.js';
import { lazy } from '../shared/lazy.js';
import type { WordsProvider } from '../shared/words.js';

const loadLeavePage = lazy('picture-in-picture', () => import('./leave-page.js'));

/** Full screen and picture-in-picture: the call outside of its own place on the page. Only the browser's events change the state. */
export class Windows {
  readonly #call: HTMLElement;
  readonly #view: CallView;
  readonly #words: WordsProvider;
  readonly #report: (fact: Fact) => void;
  #closePip: (() => void) | undefined;

  constructor(call: HTMLElement, view: CallView, words: WordsProvider, report: (fact: Fact) => void) {
    this.#call = call;
    this.#view = view;
    this.#words = words;
    this.#report = report;
    call.addEventListener('fullscreenchange', () => {
      report({ type: 'viewing-changed', changes: { fullscreen: this.#fillsScreen } });
    });
  }

  /** To be called in answer to a press. Rejects with a CallError if the browser refuses. */
  async setFullscreen(on: boolean): Promise<void> {
    if (on === this.#fillsScreen) return;
    try {
      await (on ? this.#call.requestFullscreen() : document.exitFullscreen());
    } catch (cause) {
      throw refused('full screen', cause);
    }
  }

  /** To be called in answer to a press. Rejects with a CallError if the browser refuses. */
  async setPip(on: boolean): Promise<void> {
    if (!on) this.#closePip?.();
    if (!on || this.#closePip) return;
    const loaded = await loadLeavePage(this.#call);
    if (!loaded) return;
    try {
      this.#closePip = await loaded.leavePage(this.#call, this.#view, this.#words.wording, () => {
        this.#closePip = undefined;
        this.#report({ type: 'viewing-changed', changes: { pip: false } });
      });
    } catch (cause) {
      throw refused('picture-in-picture', cause);
    }
    this.#report({ type: 'viewing-changed', changes: { pip: true } });
    // The call may have been left in the meantime.
    this.update(this.#view.state);
  }

  /** Brings the call back to its place when it is over. */
  update({ call }: CallState): void {
    if (isInCall(call.phase)) return;
    this.#closePip?.();
    if (this.#fillsScreen) void document.exitFullscreen().catch(() => undefined);
  }

  get #fillsScreen(): boolean {
    return this.#call.matches(':fullscreen');
  }
}

function refused(what: string, cause: unknown): CallError {
  return new CallError('bad-value', `The browser allows no ${what} at this moment.`, { cause });
}
