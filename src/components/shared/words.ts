import { ContextProvider, createContext } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Dictionary } from '../../locales/en.js';
import { ContextLink } from './context-link.js';
import { Language } from './language.js';

type Host = ReactiveControllerHost & HTMLElement;

/** The words of a call, and the direction in which its interface runs. */
export interface Wording {
  readonly words: Dictionary;
  readonly dir: 'ltr' | 'rtl';
}

export const wordsContext = createContext<Wording>('p2p-call-words');

/** Provides the words of a call to all elements inside, in the language of the call's place on the page. */
export class WordsProvider implements ReactiveController {
  readonly #language: Language;
  #wording: Wording;

  constructor(host: Host) {
    const provider = new ContextProvider(host, { context: wordsContext });
    this.#language = new Language(host, () => {
      this.#wording = wordingOf(this.#language);
      provider.setValue(this.#wording);
      host.requestUpdate();
    });
    this.#wording = wordingOf(this.#language);
    provider.setValue(this.#wording);
    host.addController(this);
  }

  get wording(): Wording {
    return this.#wording;
  }

  hostConnected(): void {
    this.#language.follow();
  }

  hostDisconnected(): void {
    this.#language.unfollow();
  }
}

/** The words for one element: those of the call around the element; without a call, those of its place on the page. */
export class WordsController implements ReactiveController {
  readonly #link: ContextLink<Wording>;
  readonly #language: Language;
  #given: Wording | undefined;
  #own: Wording;
  #shown: Wording | undefined;

  constructor(host: Host) {
    const changed = (): void => {
      if (this.wording !== this.#shown) host.requestUpdate();
    };
    this.#language = new Language(host, () => {
      this.#own = wordingOf(this.#language);
      changed();
    });
    this.#own = wordingOf(this.#language);
    this.#link = new ContextLink(host, wordsContext, (wording) => {
      this.#given = wording;
      changed();
    });
    host.addController(this);
  }

  get wording(): Wording {
    return this.#given ?? this.#own;
  }

  get words(): Dictionary {
    return this.wording.words;
  }

  hostConnected(): void {
    this.#link.open();
    if (!this.#given) this.#language.follow();
  }

  hostDisconnected(): void {
    this.#language.unfollow();
    this.#link.close();
  }

  hostUpdate(): void {
    this.#shown = this.wording;
  }
}

function wordingOf({ words, dir }: Language): Wording {
  return { words, dir };
}
