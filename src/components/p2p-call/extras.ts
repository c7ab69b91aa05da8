import type { ReactiveControllerHost } from 'lit';
import type { CallState } from '../../core/state/call-state.js';
import { isInCall, type Phase } from '../../core/state/phase.js';
import type { Fact } from '../../core/fact.js';
import type { CallView } from '../shared/call-context.js';
import type { WordsProvider } from '../shared/words.js';
import { choiceOf, onOff } from '../shared/page-mistake.js';
import { Hotkeys } from './hotkeys.js';
import { Invite } from './invite.js';
import { KeepFocus } from './keep-focus.js';
import { WakeLock } from './wake-lock.js';
import { Windows } from './windows.js';

/** The call, with what the page wants of its keys. */
type Call = ReactiveControllerHost & HTMLElement & { readonly hotkeys: string; readonly controls: string | undefined };

/** What a call does beyond pictures and talk: it follows the state, and answers what only these can. */
export class Extras {
  readonly windows: Windows;
  readonly invite: Invite;
  readonly #view: CallView;
  readonly #wakeLock = new WakeLock();
  /** In which phase each was asked for in vain; undefined where it came, or is on its way. */
  readonly #asked = new Map<string, Phase | undefined>();

  constructor(call: Call, view: CallView, words: WordsProvider, report: (fact: Fact) => void) {
    this.#view = view;
    this.windows = new Windows(call, view, words, report);
    this.invite = new Invite((invite) => report({ type: 'invite-changed', invite }));
    new KeepFocus(call);
    new Hotkeys(
      call,
      () => view.state,
      () => ({
        on: choiceOf(call, 'hotkeys', call.hotkeys, onOff) === 'on',
        controls: call.controls,
      }),
    );
    this.update(view.state);
  }

  update(state: CallState): void {
    this.windows.update(state);
    this.#wakeLock.update(state);
    if (isInCall(state.call.phase)) this.#fetch(state);
  }

  /** Some come in files of their own, when they are needed for the first time. */
  #fetch({ settings, chat }: CallState): void {
    if (settings.sounds) this.#ask('sounds', async () => (await import('./sounds.js')).playSounds(this.#view));
    if (chat.reactions.length > 0) this.#ask('reactions', () => import('../p2p-reactions/define.js'));
  }

  /** One that did not come is asked for again when the call has gone on: a call without a chime is a call. */
  #ask(name: string, load: () => Promise<unknown>): void {
    const missedIn = this.#asked.get(name);
    if (this.#asked.has(name) && (!missedIn || missedIn === this.#view.state.call.phase)) return;
    this.#asked.set(name, undefined);
    load().catch(() => this.#asked.set(name, this.#view.state.call.phase));
  }
}
