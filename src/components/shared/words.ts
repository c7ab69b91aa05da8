import { ContextProvider, createContext } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Dictionary } from '../../locales/en.js';
import { ContextLink } from './context-link.js';
import { Language } from './language.js';

type Host = ReactiveControllerHost & HTMLElement;

export const wordsContext = createContext<Dictionary>('p2p-call-words');

/** Provides the words of a call to all elements inside, in the language of the call's place on the page. */
export class WordsProvider implements ReactiveController {
  readonly #language: Language;

  constructor(host: Host) {
    const provider = new ContextProvider(host, { context: wordsContext });
    this.#language = new Language(host, () => {
      provider.setValue(this.#language.words);
      host.requestUpdate();
    });
    provider.setValue(this.#language.words);
    host.addController(this);
  }

  get words(): Dictionary {
    return this.#language.words;
  }

  get dir(): 'ltr' | 'rtl' {
    return this.#language.dir;
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
  readonly #link: ContextLink<Dictionary>;
  readonly #language: Language;
  #given: Dictionary | undefined;
  #shown: Dictionary | undefined;

  constructor(host: Host) {
    const changed = (): void => {
      if (this.words !== this.#shown) host.requestUpdate();
    };
    this.#language = new Language(host, changed);
    this.#link = new ContextLink(host, wordsContext, (words) => {
      this.#given = words;
      changed();
    });
    host.addController(this);
  }

  get words(): Dictionary {
    return this.#given ?? this.#language.words;
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
    this.#shown = this.words;
  }
}
