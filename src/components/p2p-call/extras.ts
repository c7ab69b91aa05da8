import type { ReactiveControllerHost } from 'lit';
import type { CallState, Phase } from '../../core/call-state.js';
import type { Fact } from '../../core/fact.js';
import { isInCall } from '../../core/reduce.js';
import type { CallView } from '../shared/call-context.js';
import type { WordsProvider } from '../shared/words.js';
import { Invite } from './invite.js';
import { KeepFocus } from './keep-focus.js';
import { WakeLock } from './wake-lock.js';
import { Windows } from './windows.js';

/** What a call does beyond pictures and talk: it follows the state, and answers what only these can. */
export class Extras {
  readonly windows: Windows;
  readonly invite: Invite;
  readonly #view: CallView;
  readonly #wakeLock = new WakeLock();
  readonly #asked = new Set<string>();
  readonly #missed = new Set<string>();
  #phase: Phase | undefined;

  constructor(
    call: ReactiveControllerHost & HTMLElement,
    view: CallView,
    words: WordsProvider,
    report: (fact: Fact) => void,
  ) {
    this.#view = view;
    this.windows = new Windows(call, view, words, report);
    this.invite = new Invite((invite) => report({ type: 'invite-changed', invite }));
    new KeepFocus(call);
    this.update(view.state);
  }

  update(state: CallState): void {
    this.windows.update(state);
    this.#wakeLock.update(state);
    if (isInCall(state.phase)) this.#fetch(state);
  }

  /** Some come in files of their own, when they are needed for the first time; those that did not come, when the call goes on. */
  #fetch({ phase, sounds, reactions }: CallState): void {
    const isNext = phase !== this.#phase;
    this.#phase = phase;
    if (sounds) this.#ask('sounds', isNext, async () => (await import('./sounds.js')).playSounds(this.#view));
    if (reactions.length > 0) this.#ask('reactions', isNext, () => import('../p2p-reactions/define.js'));
  }

  #ask(name: string, isNext: boolean, load: () => Promise<unknown>): void {
    if (isNext && this.#missed.delete(name)) this.#asked.delete(name);
    if (this.#asked.has(name)) return;
    this.#asked.add(name);
    // A call without a chime is a call.
    load().catch(() => this.#missed.add(name));
  }
}
